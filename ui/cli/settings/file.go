package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"hearsay/ui/cli/oneline"
)

// File is where the settings are kept.
type File struct {
	path string
	// asked is true where a person named the file, who is then told when there is none.
	asked bool
}

// longestConfig is the size above which a file is surely not a configuration.
const longestConfig = 1 << 20

// Find tells which file holds the settings: the one a flag names, the one HEARSAY_CONFIG names, or the one in the
// user's configuration folder.
func Find(flag string, getenv func(string) string, folder string) File {
	if flag != "" {
		return File{flag, true}
	}
	if path := getenv("HEARSAY_CONFIG"); path != "" {
		return File{path, true}
	}
	if folder == "" {
		return File{}
	}
	return File{filepath.Join(folder, "hearsay", "config.toml"), false}
}

// apply puts what the file says into s and returns a line for each thing that is wrong in it.
func (c File) apply(s *Settings) []string {
	if c.path == "" {
		return nil
	}
	data, err := c.read()
	if errors.Is(err, fs.ErrNotExist) && !c.asked {
		return nil
	}
	if err != nil {
		return []string{fmt.Sprintf("%s: %v; the built-in settings hold", c.path, oneline.Reason(err))}
	}
	return c.decode(data, s)
}

func (c File) read() ([]byte, error) {
	f, err := os.Open(c.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, longestConfig+1))
	if err == nil && len(data) > longestConfig {
		err = errors.New("too large for a configuration file")
	}
	return data, err
}

// decode reads the TOML. Its values are taken as they come and looked at one by one, so that one that is wrong does not
// cost the others.
func (c File) decode(data []byte, s *Settings) []string {
	var file struct {
		Theme    any `toml:"theme"`
		Show     any `toml:"show"`
		Mouse    any `toml:"mouse"`
		Recent   any `toml:"recent"`
		Width    any `toml:"width"`
		Library  any `toml:"library"`
		Reviewer any `toml:"reviewer"`
		Colours  any `toml:"colors"`
		Keys     any `toml:"keys"`
		Commands any `toml:"commands"`
	}
	decoder := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields()
	var faults []string
	if err := decoder.Decode(&file); err != nil {
		lines, fatal := c.tomlFaults(err)
		if fatal {
			return lines
		}
		faults = lines
	}
	add := func(errs ...error) {
		for _, err := range errs {
			if err != nil {
				faults = append(faults, fmt.Sprintf("%s: %v", c.path, err))
			}
		}
	}
	for _, one := range []struct {
		value any
		set   func(any) error
	}{{file.Theme, s.SetTheme}, {file.Show, s.setShow}, {file.Mouse, s.setMouse}, {file.Recent, s.setRecent},
		{file.Width, s.SetWidth}, {file.Library, s.setLibrary}, {file.Reviewer, s.SetReviewer}} {
		if one.value != nil {
			add(one.set(one.value))
		}
	}
	if file.Colours != nil {
		add(s.setColours(file.Colours)...)
	}
	if file.Keys != nil {
		add(s.setKeys(file.Keys)...)
	}
	if file.Commands != nil {
		add(s.setCommands(file.Commands)...)
	}
	return faults
}

// tomlFaults puts what the decoder found wrong into lines. Settings that do not exist spoil nothing else; a file that
// is not TOML is left aside as a whole.
func (c File) tomlFaults(err error) (lines []string, fatal bool) {
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) {
		for _, e := range unknown.Errors {
			line, _ := e.Position()
			lines = append(lines, fmt.Sprintf("%s:%d: there is no setting %q (there are theme, show, mouse, recent, width, "+
				"library, reviewer and the tables colors, keys and commands)",
				c.path, line, strings.Join(e.Key(), ".")))
		}
		return lines, false
	}
	var broken *toml.DecodeError
	if errors.As(err, &broken) {
		line, _ := broken.Position()
		return []string{fmt.Sprintf("%s:%d: %s; the built-in settings hold", c.path, line,
			strings.TrimPrefix(broken.Error(), "toml: "))}, true
	}
	return []string{fmt.Sprintf("%s: %v; the built-in settings hold", c.path, err)}, true
}
