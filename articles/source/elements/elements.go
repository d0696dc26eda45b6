// Package elements reads XML as feeds and news agencies write it, well-formed or nearly so, into a tree. It promises
// that no entity is fetched or unfolded, and that what is too deep or too much ends in an error.
package elements

import (
	"encoding/xml"
	"errors"
	"html"
	"io"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// How much XML a tree may be made of: far more than any article has.
const (
	deepest = 400
	most    = 1 << 19 // elements
)

// ErrTooMuch is what is wrong with XML that is made to fill a machine.
var ErrTooMuch = errors.New("its elements are too many, or too deep in each other")

// Element is an element: its name in lower case and without its namespace, and what stands in it in order. One without
// a name is text.
type Element struct {
	Name     string
	Attr     []xml.Attr
	Children []*Element
	Text     string // of one without a name
}

// Parse reads XML in UTF-8, whatever encoding it says to be in. Where the XML breaks off or is no more XML the tree
// holds what stands before, beside the error. The root has no name.
func Parse(s string) (*Element, error) {
	d := xml.NewDecoder(strings.NewReader(strings.Map(allowed, withoutControls(s))))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	root := &Element{}
	open := []*Element{root}
	for n := 0; ; n++ {
		t, err := d.Token()
		if err == io.EOF {
			return root, nil
		} else if err != nil {
			return root, err
		} else if n > most || len(open) > deepest {
			return root, ErrTooMuch
		}
		last := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			e := &Element{Name: strings.ToLower(t.Name.Local), Attr: slices.Clone(t.Attr)}
			last.Children = append(last.Children, e)
			open = append(open, e)
		case xml.EndElement:
			if len(open) > 1 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			last.Children = append(last.Children, &Element{Text: string(t)})
		}
	}
}

// reference is a character that is written by its number.
var reference = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`&#(\d{1,7}|[xX][\da-fA-F]{1,6});`) })

// withoutControls puts a blank for each character that is written by its number and may not stand in XML, as programs
// write what somebody pasted: one of them would end the whole.
func withoutControls(s string) string {
	if !strings.Contains(s, "&#") {
		return s
	}
	return reference().ReplaceAllStringFunc(s, func(ref string) string {
		number := ref[2 : len(ref)-1]
		base := 10
		if number[0] == 'x' || number[0] == 'X' {
			number, base = number[1:], 16
		}
		n, err := strconv.ParseInt(number, base, 32)
		if r := rune(n); err != nil || !utf8.ValidRune(r) || allowed(r) != r {
			return " "
		}
		return ref
	})
}

// allowed puts a blank for what may not stand in XML, and would end it.
func allowed(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return r
	case r < ' ' || r == 0xfffe || r == 0xffff:
		return ' '
	}
	return r
}

// Value is an attribute by its name in lower case, without its namespace; empty where there is none.
func (e *Element) Value(name string) string {
	if e != nil {
		for _, a := range e.Attr {
			if strings.EqualFold(a.Name.Local, name) {
				return strings.TrimSpace(a.Value)
			}
		}
	}
	return ""
}

// All are the elements of one of the names that stand in the element itself.
func (e *Element) All(names ...string) (all []*Element) {
	if e == nil {
		return nil
	}
	for _, c := range e.Children {
		if slices.Contains(names, c.Name) && c.Name != "" {
			all = append(all, c)
		}
	}
	return all
}

// Within are the elements of one of the names at any depth, in order, but not those within another of them.
func (e *Element) Within(names ...string) iter.Seq[*Element] {
	return func(yield func(*Element) bool) { e.within(names, yield) }
}

func (e *Element) within(names []string, yield func(*Element) bool) bool {
	if e == nil {
		return true
	}
	for _, c := range e.Children {
		if slices.Contains(names, c.Name) && c.Name != "" {
			if !yield(c) {
				return false
			}
		} else if !c.within(names, yield) {
			return false
		}
	}
	return true
}

// First is the first element of one of the names at any depth, by the order of the names; nil where there is none.
func (e *Element) First(names ...string) *Element {
	for _, n := range names {
		for found := range e.Within(n) {
			return found
		}
	}
	return nil
}

// Words are the text in the element, as it stands there.
func (e *Element) Words() string {
	var b strings.Builder
	e.write(&b, func(s string) string { return s }, func(string) string { return "" })
	return b.String()
}

// Markup is what stands in the element as markup of the web, each element under the name that it is given; one that is
// given none is left out, but for what stands in it, and one that is given "-" with it.
func (e *Element) Markup(name func(string) string) string {
	var b strings.Builder
	e.write(&b, html.EscapeString, name)
	return b.String()
}

func (e *Element) write(b *strings.Builder, text, name func(string) string) {
	if e == nil {
		return
	}
	for _, c := range e.Children {
		if c.Name == "" {
			b.WriteString(text(c.Text))
			continue
		}
		switch tag := name(c.Name); tag {
		case "-":
		case "":
			c.write(b, text, name)
		default:
			b.WriteString("<" + tag)
			if href := c.Value("href"); href != "" {
				b.WriteString(` href="` + html.EscapeString(href) + `"`)
			}
			b.WriteString(">")
			c.write(b, text, name)
			if tag != "br" && tag != "hr" && tag != "img" {
				b.WriteString("</" + tag + ">")
			}
		}
	}
}

// Same gives each element its own name.
func Same(name string) string { return name }
