package webarchives

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"

	"hearsay/articles/source/details"
	"hearsay/articles/source/elements"
	"hearsay/articles/source/format"
)

// saved is the page of a Safari web archive.
type saved struct {
	data               []byte
	address, kind, set string
}

// errList is what is wrong with a property list that cannot be read.
var errList = errors.New("it is no whole property list of a page")

// readSafari reads the page that Safari saved, and none of what belongs to it.
func readSafari(f *format.File, yield format.Yield) error {
	data, err := f.Bytes()
	if err != nil {
		return err
	}
	var page saved
	if strings.HasPrefix(string(data), "bplist0") {
		page, err = binaryPage(data)
	} else {
		page, err = writtenPage(string(data))
	}
	if err != nil {
		return &format.Error{Name: f.Name, Err: err, Hint: "save the page anew, as its source"}
	}
	kind := cmp.Or(mediaType(page.kind), "text/html")
	a, found, err := pageOf(page.data, kind, page.set, page.address,
		func(note string) { f.Tell(f.Name, note) })
	if err == nil && !found {
		err = format.ErrNoArticle
	}
	if err != nil {
		return &format.Error{Name: f.Name, Err: err, Hint: "save the whole page once it is shown, or copy its text"}
	}
	a.Address = cmp.Or(a.Address, details.WebAddress(page.address))
	yield(format.Entry{Article: a, Position: f.Name})
	return nil
}

// writtenPage finds the page in a property list in XML.
func writtenPage(list string) (page saved, err error) {
	tree, err := elements.Parse(list)
	if err != nil {
		return page, errList
	}
	main := entries(tree.First("dict"))["WebMainResource"]
	fields := entries(main)
	letters := strings.Join(strings.Fields(fields["WebResourceData"].Words()), "")
	page.data, err = base64.StdEncoding.DecodeString(letters)
	if err != nil || len(page.data) == 0 {
		return page, errList
	}
	page.address, page.kind = fields["WebResourceURL"].Words(), fields["WebResourceMIMEType"].Words()
	page.set = fields["WebResourceTextEncodingName"].Words()
	return page, nil
}

// entries are those of a dictionary, by their keys.
func entries(dict *elements.Element) map[string]*elements.Element {
	all := map[string]*elements.Element{}
	if dict == nil {
		return all
	}
	key := ""
	for _, c := range dict.Children {
		switch {
		case c.Name == "key":
			key = c.Words()
		case c.Name != "" && key != "":
			all[key], key = c, ""
		}
	}
	return all
}

// binaryList is a property list as Apple's programs write it: objects, and a table of where each begins.
type binaryList struct {
	data             []byte
	offsetSize, size int // of an offset, and of the number of an object, in bytes
	count, table     int
}

// The trailer of a binary property list, and how long it must be.
const (
	trailerSize = 32
	headSize    = 8
)

// binaryPage finds the page in a binary property list. Every number in it is held to the data.
func binaryPage(data []byte) (page saved, err error) {
	if len(data) < headSize+trailerSize {
		return page, errList
	}
	t := data[len(data)-trailerSize:]
	l := binaryList{data: data, offsetSize: int(t[6]), size: int(t[7])}
	count, top := binary.BigEndian.Uint64(t[8:]), binary.BigEndian.Uint64(t[16:])
	table := binary.BigEndian.Uint64(t[24:])
	if count > uint64(len(data)) || table > uint64(len(data)) || top >= count {
		return page, errList
	}
	l.count, l.table = int(count), int(table)
	resource, ok := l.dict(int(top))["WebMainResource"]
	if !ok {
		return page, errList
	}
	fields := l.dict(resource)
	body, ok := fields["WebResourceData"]
	if !ok {
		return page, errList
	}
	if page.data = l.bytes(body); len(page.data) == 0 {
		return page, errList
	}
	text := func(key string) string {
		if n, ok := fields[key]; ok {
			return l.text(n)
		}
		return ""
	}
	page.address, page.kind = text("WebResourceURL"), text("WebResourceMIMEType")
	page.set = text("WebResourceTextEncodingName")
	return page, nil
}

// number reads a number of some bytes at a place; -1 where there is none.
func (l binaryList) number(at, size int) int {
	if size < 1 || size > 8 || at < 0 || at > len(l.data)-size {
		return -1
	}
	n := uint64(0)
	for _, c := range l.data[at : at+size] {
		n = n<<8 | uint64(c)
	}
	if n > uint64(len(l.data)) {
		return -1
	}
	return int(n)
}

// object tells of an object what it is, how long, and where its inside begins.
func (l binaryList) object(n int) (kind byte, length, at int, ok bool) {
	if n < 0 || n >= l.count {
		return 0, 0, 0, false
	}
	at = l.number(l.table+n*l.offsetSize, l.offsetSize)
	if at < 0 || at >= len(l.data) {
		return 0, 0, 0, false
	}
	kind, length = l.data[at]>>4, int(l.data[at]&0xf)
	if at++; length == 0xf {
		if at >= len(l.data) {
			return 0, 0, 0, false
		}
		size := 1 << (l.data[at] & 0xf)
		length = l.number(at+1, size)
		at += 1 + size
	}
	return kind, length, at, length >= 0 && at <= len(l.data)
}

// dict are the entries of a dictionary: the numbers of its objects by its keys.
func (l binaryList) dict(n int) map[string]int {
	kind, length, at, ok := l.object(n)
	if !ok || kind != 0xd || l.size < 1 || length > (len(l.data)-at)/(2*l.size) {
		return nil
	}
	all := map[string]int{}
	for i := range length {
		all[l.text(l.number(at+i*l.size, l.size))] = l.number(at+(length+i)*l.size, l.size)
	}
	return all
}

// bytes are those of an object of data.
func (l binaryList) bytes(n int) []byte {
	kind, length, at, ok := l.object(n)
	if !ok || kind != 0x4 || length > len(l.data)-at {
		return nil
	}
	return l.data[at : at+length]
}

// text is what an object of text holds.
func (l binaryList) text(n int) string {
	kind, length, at, ok := l.object(n)
	switch {
	case ok && kind == 0x5 && length <= len(l.data)-at:
		return string(l.data[at : at+length])
	case ok && kind == 0x6 && length <= (len(l.data)-at)/2:
		units := make([]uint16, length)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(l.data[at+2*i:])
		}
		return string(utf16.Decode(units))
	}
	return ""
}
