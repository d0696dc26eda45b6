package source

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"hearsay/articles/source/format"
)

// stream reads the articles of a stream that nothing is around, and tells what is wrong with it.
func (r *Reader) stream(name string, in io.Reader, yield format.Yield) bool {
	return r.within(name, in, &format.Room{}, yield)
}

// within reads the articles of a stream, alone or in another one, and tells what is wrong with it; it says whether to
// go on.
func (r *Reader) within(name string, in io.Reader, room *format.Room, yield format.Yield) bool {
	f, row, err := r.recognise(name, name, in, room)
	return r.articles(name, f, row, err, yield)
}

// articles reads the articles of a file that was begun, unless that went wrong.
func (r *Reader) articles(name string, f *format.File, row format.Format, err error, yield format.Yield) bool {
	goOn := true
	if err == nil {
		err = row.Read(f, func(e format.Entry) bool {
			if e.Position == "" {
				e.Position = f.Name
			}
			if e.Err == nil {
				e.Article.ID = r.free(e.Article.ID, f, e.Position)
				if _, n := format.Mojibake(e.Article.Text); n > 0 {
					f.Tell(e.Position, format.NoteMojibake(n, false))
				}
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

// recognise begins a stream, which has another name for itself where it is in another, unpacks it, and tells its
// format, which has a reader.
func (r *Reader) recognise(name, inner string, in io.Reader, room *format.Room) (*format.File, format.Format, error) {
	f := &format.File{Options: r.Options, Name: name, Inner: inner, Room: room}
	f.Within = func(inner string, in io.Reader, yield format.Yield) bool {
		defer room.Back()
		at := f.Name + "#" + inner
		switch {
		case room.Deeper():
			return r.among(at, inner, in, room, yield)
		case room.Tell():
			return yield(format.Entry{Position: at, Err: &Error{Name: at, Err: format.ErrDeep,
				Hint: "unpack it and give the files in it"}})
		}
		return true
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

// among reads the articles of a stream among others, of which those that hold none are passed over.
func (r *Reader) among(name, inner string, in io.Reader, room *format.Room, yield format.Yield) bool {
	f, row, err := r.recognise(name, inner, in, room)
	if errors.Is(err, ErrEmpty) || err != nil && row.Aside {
		return true
	}
	return r.articles(name, f, row, err, yield)
}

// mostLayers is how often a file may be packed one way or another.
const mostLayers = 3

// begin begins a file; what was packed then has the name without the ending of its packing.
func (r *Reader) begin(f *format.File, in io.Reader) error {
	if file, ok := in.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			f.At, f.Size = file, info.Size()
		}
	}
	if err := f.Begin(f.Room.Packed(in)); err != nil {
		return err
	}
	for range mostLayers {
		head, _ := f.In.Peek(longestMark)
		row := format.NewSample(f.Inner, head, false).Of(packings(), format.Format{})
		if row.Unpack == nil {
			return nil
		}
		unpacked, err := row.Unpack(f.In)
		if err != nil {
			return err
		}
		for _, ending := range row.Endings {
			f.Inner = format.TrimEnding(f.Inner, ending)
		}
		f.At = nil
		if err := f.Begin(f.Room.Unpacked(unpacked)); err != nil {
			return err
		}
	}
	return nil
}

// longestMark is how many bytes tell how a file is packed.
const longestMark = 16

// free is the id of an article that stands at a position: its own, or, where it is made of the names of file and place,
// one that no other article has been given.
func (r *Reader) free(id string, f *format.File, position string) string {
	base := format.IDOf(f.Inner)
	place := position[strings.LastIndexByte(position, '#')+1:]
	switch id {
	case "":
		return r.claim(base)
	case base + "-" + place:
		return r.claim(id)
	}
	return id
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
