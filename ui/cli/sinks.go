package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"hearsay/ui/cli/files"
)

// fileSink is a file for all articles. Where none could be read, what was there is kept.
type fileSink struct {
	stream
	name string
	file *files.File
}

func newFileSink(path string, f format) (*fileSink, error) {
	file, err := files.Create(path)
	if err != nil {
		return nil, err
	}
	return &fileSink{stream{Writer: file, format: f}, path, file}, nil
}

func (s *fileSink) finish() error {
	if s.done == 0 {
		return nil
	}
	err := s.stream.finish()
	if err == nil {
		file := s.file
		s.file = nil
		err = file.Keep()
	}
	return err
}

func (s *fileSink) stop() {
	if s.file != nil {
		s.file.Drop()
		s.file = nil
	}
}

func (s *fileSink) fault(p *program, err error) error { return p.outputFault(s.name, err) }

// folderSink is a folder with files for each article.
type folderSink struct {
	path    string
	endings []string // a file for each
	format           // what stands before and after the article in a file
	names   files.Names
	force   bool
	inputs  []os.FileInfo // the files that articles are read from, which must not be lost
}

// newFolderSink makes the folder, and the files that belong in it beside those of the articles.
func newFolderSink(path string, e *exporting, inputs []input, force bool) (*folderSink, error) {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return nil, err
	}
	s := &folderSink{path: path, endings: e.endings, format: e.format, names: files.Names{}, force: force,
		inputs: inputFiles(inputs)}
	for name, text := range e.beside {
		file := filepath.Join(path, name)
		if _, err := os.Stat(file); err == nil {
			continue // somebody's own
		}
		if err := files.Write(file, []byte(text)); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// inputFiles are the files among the inputs.
func inputFiles(inputs []input) (all []os.FileInfo) {
	for _, in := range inputs {
		if info, err := os.Stat(in.name); err == nil && !in.sample {
			all = append(all, info)
		}
	}
	return all
}

// put writes the files of an article, all of them or none.
func (s *folderSink) put(id string, texts []buffer) error {
	name := s.names.Name(id)
	todo := map[string][]byte{}
	for i, text := range texts {
		whole := append(append([]byte(s.open), text...), s.close...)
		path := filepath.Join(s.path, name+s.endings[i])
		there, err := s.mayWrite(path, whole)
		if err != nil {
			return err
		}
		if !there {
			todo[path] = whole
		}
	}
	for path, whole := range todo {
		if err := files.Write(path, whole); err != nil {
			return err
		}
	}
	return nil
}

// mayWrite reports whether a file is there already just as it would be written, and refuses to write over any other.
func (s *folderSink) mayWrite(path string, text []byte) (there bool, err error) {
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	old, err := os.ReadFile(path)
	if err == nil && bytes.Equal(old, text) {
		return true, nil
	}
	for _, in := range s.inputs {
		if os.SameFile(in, info) {
			return false, unwritten{fmt.Errorf("%s is what the article was read from; name another folder with -o", path)}
		}
	}
	if !s.force {
		return false, unwritten{fmt.Errorf("%s is already there; --force writes over it", path)}
	}
	return false, nil
}

func (s *folderSink) finish() error { return nil }

func (s *folderSink) stop() {}

func (s *folderSink) fault(p *program, err error) error { return p.outputFault(s.path, err) }
