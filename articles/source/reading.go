package source

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"

	"hearsay/articles/source/format"
)

// stream reads the articles of a stream that nothing is around, and tells what is wrong with it.
func (r *Reader) stream(name string, in io.Reader, yield format.Yield) bool {
	return r.within(name, in, &format.Room{}, yield)
}

// within reads the articles of a stream, alone or in another one, and tells what is wrong with it; it says whether to
// go on.
func (r *Reader) within(name string, in io.Reader, room *format.Room, yield format.Yield) bool {
	goOn := true
	f, row, err := r.recognise(name, in, room)
	if err == nil {
		err = row.Read(f, func(e format.Entry) bool {
			if e.Position == "" {
				e.Position = f.Name
			}
			if e.Err == nil && e.Article.ID == "" {
				e.Article.ID = r.claim(format.IDOf(f.Inner))
			}
			goOn = yield(e)
			return goOn
		})
	}
	if err != nil && goOn {
		goOn = yield(format.Entry{Position: name, Err: err})
	}
	return goOn
}

// recognise begins a stream, unzipped where it is gzipped, and tells its format, which has a reader.
func (r *Reader) recognise(name string, in io.Reader, room *format.Room) (*format.File, format.Format, error) {
	f := &format.File{Options: r.Options, Name: name, Inner: name, Room: room}
	f.Within = func(inner string, in io.Reader, yield format.Yield) bool {
		return r.within(f.Name+"#"+inner, in, room, yield)
	}
	if err := r.begin(f, in); err != nil {
		return nil, format.Format{}, format.SystemError(name, err)
	}
	head, err := f.Sample()
	if err != nil {
		return nil, format.Format{}, err
	}
	head.Named = named(head.Ending)
	row := head.Of(formats(), plainText())
	switch {
	case head.Whole && head.Text == "":
		err = &Error{Name: f.Name, Err: ErrEmpty, Hint: "give a file with an article in it"}
	case row.Read == nil:
		err = row.Refuse(f.Name)
	}
	return f, row, err
}

// begin begins a file; what was zipped then has the name without .gz.
func (r *Reader) begin(f *format.File, in io.Reader) error {
	if file, ok := in.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			f.At, f.Size = file, info.Size()
		}
	}
	if err := f.Begin(f.Room.Packed(in)); err != nil {
		return err
	}
	head, _ := f.In.Peek(len(format.GzipMark))
	if !bytes.Equal(head, []byte(format.GzipMark)) {
		return nil
	}
	unzipped, err := gzip.NewReader(f.In)
	if err != nil {
		return err
	}
	f.At, f.Inner = nil, format.TrimEnding(f.Name, ".gz")
	return f.Begin(f.Room.Unpacked(unzipped))
}

// claim returns an id that no other file has been given, the one asked for if it is free.
func (r *Reader) claim(id string) string {
	if r.taken == nil {
		r.taken = map[string]bool{}
	}
	free := id
	for n := 2; r.taken[free]; n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	r.taken[free] = true
	return free
}
