package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"io"
	"regexp"
)

// file is what is in the bytes of a document: its objects by their numbers, found without the table that tells where
// they are, since that is what breaks first.
type file struct {
	objects map[ref]any
	root    dict
	info    dict
	locked  bool
	unpack  func(io.Reader) io.Reader
	room    int // bytes that may still come out of streams
}

// mostUnpacked is how many bytes may come out of the streams of a document.
const mostUnpacked = 256 << 20

var objectStart = regexp.MustCompile(`(\d{1,9})\s+\d{1,5}\s+obj\b|\btrailer\b`)

// open finds the objects of a document. Those that stand packed in streams come last.
func open(data []byte, unpack func(io.Reader) io.Reader) *file {
	f := &file{objects: map[ref]any{}, unpack: unpack, room: mostUnpacked}
	var packed []stream
	for at := 0; at < len(data); {
		found := objectStart.FindSubmatchIndex(data[at:])
		if found == nil {
			break
		}
		id := 0
		if found[2] >= 0 {
			for _, c := range data[at+found[2] : at+found[3]] {
				id = id*10 + int(c-'0')
			}
		}
		l := &lexer{in: data, at: at + found[1]}
		o := l.next()
		d, _ := o.(dict)
		if found[2] < 0 {
			f.trailer(d)
			at = l.at
			continue
		}
		if raw, end, ok := streamOf(data, l.at, d); ok {
			s := stream{d, raw}
			o, l.at = s, end
			switch d["Type"] {
			case name("ObjStm"):
				packed = append(packed, s)
			case name("XRef"):
				f.trailer(d)
			}
		}
		f.objects[ref(id)] = o
		at = max(l.at, at+found[1])
	}
	for _, s := range packed {
		f.unpackObjects(s)
	}
	return f
}

// trailer takes what tells of the whole document.
func (f *file) trailer(d dict) {
	if d["Encrypt"] != nil {
		f.locked = true
	}
	if r := d["Root"]; r != nil {
		f.root = dict{"Root": r}
	}
	if i := d["Info"]; i != nil {
		f.info = dict{"Info": i}
	}
}

// streamOf are the bytes of a stream whose dictionary has been read, and where they end.
func streamOf(data []byte, at int, d dict) (raw []byte, end int, ok bool) {
	l := &lexer{in: data, at: at}
	l.skip()
	rest := data[l.at:]
	if d == nil || !bytes.HasPrefix(rest, []byte("stream")) {
		return nil, at, false
	}
	start := l.at + len("stream")
	if start < len(data) && data[start] == '\r' {
		start++
	}
	if start < len(data) && data[start] == '\n' {
		start++
	}
	if n, told := d["Length"].(float64); told && n >= 0 && n <= float64(len(data)-start) {
		end = start + int(n)
		if tail := bytes.TrimLeft(data[end:min(end+16, len(data))], "\r\n \t"); bytes.HasPrefix(tail, []byte("endstream")) {
			return data[start:end], end, true
		}
	}
	n := bytes.Index(data[start:], []byte("endstream"))
	if n < 0 {
		return data[start:], len(data), true
	}
	return data[start : start+n], start + n, true
}

// unpackObjects takes the objects out of a stream.
func (f *file) unpackObjects(s stream) {
	data := f.bytes(s)
	n, _ := f.number(s.dict["N"])
	first, _ := f.number(s.dict["First"])
	if first < 0 || int(first) > len(data) {
		return
	}
	head := &lexer{in: data[:int(first)]}
	for range int(min(max(n, 0), float64(len(data)))) {
		id, ok := head.next().(float64)
		at, ok2 := head.next().(float64)
		if !ok || !ok2 || at < 0 || int(first)+int(at) > len(data) {
			return
		}
		l := &lexer{in: data, at: int(first) + int(at)}
		f.objects[ref(id)] = l.next()
	}
}

// mostFilters is how often a stream may be packed.
const mostFilters = 4

// bytes are those of a stream, unpacked. What breaks off is kept up to there; a way of packing that is not known gives
// none.
func (f *file) bytes(s stream) []byte {
	data := s.raw
	filters, ok := f.resolve(s.dict["Filter"]).([]any)
	if !ok && s.dict["Filter"] != nil {
		filters = []any{s.dict["Filter"]}
	}
	for i, filter := range filters {
		if i == mostFilters {
			return nil
		}
		switch f.resolve(filter) {
		case name("FlateDecode"), name("Fl"):
			data = f.inflate(data)
		case name("ASCII85Decode"), name("A85"):
			data, _ = io.ReadAll(ascii85.NewDecoder(bytes.NewReader(bytes.TrimSuffix(bytes.TrimSpace(data), []byte("~>")))))
		case name("ASCIIHexDecode"), name("AHx"):
			data, _ = io.ReadAll(hex.NewDecoder(bytes.NewReader(bytes.TrimSuffix(bytes.TrimSpace(data), []byte(">")))))
		default:
			return nil
		}
	}
	return data
}

func (f *file) inflate(data []byte) []byte {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(f.unpack(z), int64(f.room)))
	f.room -= len(out)
	return out
}

// resolve follows references, which may not go on without end.
func (f *file) resolve(o any) any {
	for range deepest {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.objects[r]
	}
	return nil
}

func (f *file) dict(o any) dict {
	switch o := f.resolve(o).(type) {
	case dict:
		return o
	case stream:
		return o.dict
	}
	return nil
}

func (f *file) number(o any) (float64, bool) {
	n, ok := f.resolve(o).(float64)
	return n, ok
}

// page is one of the document's.
type page struct {
	contents, resources any
	height              float64
}

// mostPages is how many pages are read at most.
const mostPages = 20000

// pages are the document's in their order.
func (f *file) pages() (all []page) {
	seen := map[ref]bool{}
	var visit func(o any, from page, depth int)
	visit = func(o any, from page, depth int) {
		if r, ok := o.(ref); ok {
			if seen[r] {
				return
			}
			seen[r] = true
		}
		d := f.dict(o)
		if d == nil || depth > deepest || len(all) >= mostPages {
			return
		}
		if r := d["Resources"]; r != nil {
			from.resources = r
		}
		if box, ok := f.resolve(d["MediaBox"]).([]any); ok && len(box) == 4 {
			from.height, _ = f.number(box[3])
		}
		kids, ok := f.resolve(d["Kids"]).([]any)
		if !ok {
			from.contents = d["Contents"]
			all = append(all, from)
			return
		}
		for _, k := range kids {
			visit(k, from, depth+1)
		}
	}
	if catalog := f.dict(f.root["Root"]); catalog != nil {
		visit(catalog["Pages"], page{}, 0)
	}
	return all
}

// content are the instructions of a page, of which there may be several streams.
func (f *file) content(o any) []byte {
	switch o := f.resolve(o).(type) {
	case stream:
		return f.bytes(o)
	case []any:
		var b bytes.Buffer
		for _, part := range o {
			if s, ok := f.resolve(part).(stream); ok {
				b.Write(f.bytes(s))
				b.WriteByte('\n')
			}
		}
		return b.Bytes()
	}
	return nil
}
