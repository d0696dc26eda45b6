package records

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"hearsay/articles/source/fields"
)

// deepest is how many objects and lists may stand in each other around a text, a name or a list of articles.
const deepest = 4

// prose is text as programs write it: a string, a list of paragraphs, an object that holds it under one of the names of
// texts, or as what is rendered; a list of such, of which those are left out that are no text.
func prose(raw json.RawMessage, depth int) (text string, ok bool) {
	if len(raw) == 0 || depth > deepest {
		return "", false
	}
	switch raw[0] {
	case '"':
		return text, json.Unmarshal(raw, &text) == nil
	case '[':
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) != nil {
			return "", false
		}
		var parts []string
		for _, element := range versions(list) {
			if part, ok := prose(element, depth+1); ok && strings.TrimSpace(part) != "" {
				parts = append(parts, part)
			}
		}
		return strings.Join(parts, "\n\n"), len(parts) > 0
	case '{':
		var o map[string]json.RawMessage
		if json.Unmarshal(raw, &o) != nil {
			return "", false
		}
		keys := slices.Sorted(maps.Keys(o))
		places := fields.Choose(fields.Text, keys)
		for _, more := range []string{"rendered", "value", "paragraph", "paragraphs"} {
			if i := slices.Index(keys, more); i >= 0 {
				places = append(places, i)
			}
		}
		for _, i := range places {
			if part, ok := prose(o[keys[i]], depth+1); ok && strings.TrimSpace(part) != "" {
				return part, true
			}
		}
	}
	return "", false
}

// short is a title, a day or names: a string, a number, a list of such with commas, or an object with a name.
func short(raw json.RawMessage, depth int) (text string) {
	if len(raw) == 0 || depth > deepest {
		return ""
	}
	switch raw[0] {
	case '"':
		_ = json.Unmarshal(raw, &text) // which leaves it empty where it is none
	case '[':
		var list []json.RawMessage
		_ = json.Unmarshal(raw, &list)
		var parts []string
		for _, element := range versions(list) {
			if part := short(element, depth+1); part != "" {
				parts = append(parts, part)
			}
		}
		return strings.Join(parts, ", ")
	case '{':
		var o map[string]json.RawMessage
		_ = json.Unmarshal(raw, &o)
		for _, key := range []string{"name", "rendered", "main", "value", "title", "text", "full_name", "display_name",
			"displayName", "byline", "@value", "#text"} {
			if part := short(o[key], depth+1); part != "" {
				return part
			}
		}
		first, last := short(o["first_name"], depth+1), short(o["last_name"], depth+1)
		return strings.TrimSpace(first + " " + last)
	case 't', 'f', 'n':
	default:
		return string(raw)
	}
	return text
}

// versions are the elements of a list, or the main one of them where they are versions of one text, each with its role,
// as in ninjs.
func versions(list []json.RawMessage) []json.RawMessage {
	main := 0
	for i, raw := range list {
		var v struct {
			Role        string          `json:"role"`
			ContentType string          `json:"contentType"`
			Type        string          `json:"contenttype"`
			Value       json.RawMessage `json:"value"`
		}
		if json.Unmarshal(raw, &v) != nil || v.Value == nil || v.Role+v.ContentType+v.Type == "" {
			return list
		}
		if v.Role == "main" {
			main = i
		}
	}
	if len(list) == 0 {
		return nil
	}
	return list[main : main+1]
}

// kindOf is what a value is called in JSON.
func kindOf(raw json.RawMessage) string {
	switch {
	case len(raw) == 0 || raw[0] == 'n':
		return "nothing"
	case raw[0] == '"':
		return "string"
	case raw[0] == '{':
		return "object"
	case raw[0] == '[':
		return "array"
	case raw[0] == 't' || raw[0] == 'f':
		return "bool"
	}
	return "number"
}

// list is the longest list of articles in a line that is none itself, as search engines and feeds answer.
func (l Line) list() []json.RawMessage {
	var o map[string]json.RawMessage
	if json.Unmarshal(l.JSON, &o) != nil {
		return nil
	}
	return longestList(o, 0)
}

func longestList(o map[string]json.RawMessage, depth int) (longest []json.RawMessage) {
	for _, key := range slices.Sorted(maps.Keys(o)) {
		var list []json.RawMessage
		var inner map[string]json.RawMessage
		switch raw := o[key]; {
		case raw[0] == '[' && json.Unmarshal(raw, &list) == nil && !holdsArticle(list):
			continue
		case raw[0] == '{' && depth < deepest && json.Unmarshal(raw, &inner) == nil:
			list = longestList(inner, depth+1)
		}
		if len(list) > len(longest) {
			longest = list
		}
	}
	return longest
}

// amongFirst is in how many elements of a list an article must be found.
const amongFirst = 5

// holdsArticle reports whether a list holds an article among its first elements.
func holdsArticle(list []json.RawMessage) bool {
	return slices.ContainsFunc(list[:min(len(list), amongFirst)], func(raw json.RawMessage) bool {
		o, err := objectOf(raw)
		if err != nil {
			return false
		}
		text, _, err := o.text()
		return err == nil && strings.TrimSpace(text) != ""
	})
}

// outlet is the outlet that a list of articles stands for: the title of a feed, the name of a publisher.
func (l Line) outlet() string {
	o, err := objectOf(l.JSON)
	if err != nil {
		return ""
	}
	if version := short(o.values["version"], 0); strings.Contains(version, "jsonfeed.org") {
		return short(o.values["title"], 0)
	}
	return o.told(fields.Outlet)
}
