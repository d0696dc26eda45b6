package told

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"hearsay/analysis"
	"hearsay/articles"
)

// Nobody is who speaks where the speaker is unknown.
const Nobody = "Unknown speaker"

// Names are the speakers of a quote, in words.
func Names(d *analysis.Document, speakers []int) string {
	if len(speakers) == 0 {
		return Nobody
	}
	var out []string
	for _, s := range speakers {
		out = append(out, d.Speakers[s].Name)
	}
	return strings.Join(out, " and ")
}

// letters are the signs of speakers: capitals, small letters, and the Greek ones that look like none of these.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzαβγδεζηθλμξπρστφχψω"

// Letter is the sign of a speaker: the same one that the reader shows.
func Letter(speaker int) string {
	if speaker == analysis.None {
		return "?"
	}
	for _, letter := range letters {
		if speaker == 0 {
			return string(letter)
		}
		speaker--
	}
	return "+"
}

// Lettered is the speaker of a letter; -1 for what is none.
func Lettered(letter string) int {
	at := strings.Index(letters, letter)
	if at < 0 || utf8.RuneCountInString(letter) != 1 {
		return -1
	}
	return utf8.RuneCountInString(letters[:at])
}

// Words are those of a text at spans.
func Words(text string, spans []analysis.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Of(text))
	}
	return strings.Join(out, " … ")
}

// Origin is who wrote an article, where, and when.
func Origin(a articles.Article) string {
	var out []string
	if a.Byline != "" {
		out = append(out, "By "+a.Byline)
	}
	if a.Outlet != "" {
		out = append(out, a.Outlet)
	}
	if !a.Date.IsZero() {
		out = append(out, a.Date.Format("2 January 2006"))
	}
	return strings.Join(out, ", ")
}

// Attribution is what a quote's speaker was read from, and how surely.
func Attribution(text string, q analysis.Quote) string {
	var out []string
	if len(q.Source) > 0 {
		out = append(out, "source “"+Words(text, q.Source)+"”")
	}
	if len(q.Cue) > 0 {
		out = append(out, "cue “"+Words(text, q.Cue)+"”")
	}
	return Capital(strings.Join(append(out, Sure(q)), ", ") + ".")
}

// Sure tells how far a quote may be trusted, and of which parts that is made: "unsure 0.45 (words 0.90, speaker 0.50)".
func Sure(q analysis.Quote) string {
	out := analysis.Sure(q.Certainty())
	if len(q.Speakers) > 0 {
		out += fmt.Sprintf(" (words %.2f, speaker %.2f)", q.Confidence, q.Why.SpeakerConfidence)
	}
	return out
}

// What is told of quotes whose words the speaker did not say.
const (
	denied  = "denied to have said"
	refused = "declined to comment"
)

// How says in which way the words of a quote are its speaker's, so that nobody takes for a quotation what is none:
// "direct"; "indirect, in the reporter’s words"; "denied to have said, indirect, in the reporter’s words"; "declined to
// comment".
func How(q analysis.Quote) string {
	out := q.Kind.String()
	switch q.Kind {
	case analysis.Mixed:
		out += ", partly in the reporter’s words"
	case analysis.Indirect:
		out += ", in the reporter’s words"
	}
	switch q.Polarity {
	case analysis.Denied:
		return denied + ", " + out
	case analysis.Refused:
		return refused
	}
	return out
}

// Quoted reports whether the words of a quote stand as a quotation of what the speaker said.
func Quoted(q analysis.Quote) bool { return q.Kind == analysis.Direct && q.Polarity == analysis.Said }

// Reasons are why a quote is one, and its speaker is who it is.
func Reasons(w analysis.Why) string {
	var out []string
	if w.Found != "" {
		out = append(out, w.Found)
	}
	for _, l := range w.Chain {
		if l.Reason != "" {
			out = append(out, l.Reason)
		}
	}
	if w.Unknown != "" {
		out = append(out, "the speaker is unknown: "+w.Unknown)
	}
	if len(out) == 0 {
		return ""
	}
	return Capital(strings.Join(out, "; ") + ".")
}

// Weighed are those who were weighed and not chosen, and why not: "Also weighed: Ada Venn, named before."
func Weighed(text string, d *analysis.Document, w analysis.Why) string {
	var out []string
	for _, c := range w.Candidates {
		name := "“" + c.Mention.Of(text) + "”"
		if c.Speaker != analysis.None {
			name = d.Speakers[c.Speaker].Name
		}
		if c.Reason != "" {
			name += ", " + c.Reason
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		return ""
	}
	return "Also weighed: " + strings.Join(out, "; ") + "."
}

// Manner is in which way a position is taken: " (demands, conditional)"; empty where it is simply said so.
func Manner(p analysis.Position) string {
	if m := p.Manner(); len(m) > 0 {
		return " (" + strings.Join(m, ", ") + ")"
	}
	return ""
}

// Who is what a speaker is: what the article says of them, or their type.
func Who(text string, s analysis.Speaker) string {
	if !s.Description.Empty() {
		return s.Description.Of(text)
	}
	return s.Type.String()
}

// OtherNames are those that the article uses beside a speaker's name.
func OtherNames(s analysis.Speaker) string {
	return otherNames(s, func(n string) bool { return n != s.Name })
}

// NewNames are those other names that tell something: not a part of the name itself, such as a surname.
func NewNames(s analysis.Speaker) string {
	return otherNames(s, func(n string) bool { return !strings.Contains(strings.ToLower(s.Name), strings.ToLower(n)) })
}

func otherNames(s analysis.Speaker, tells func(string) bool) string {
	var out []string
	for _, n := range s.Names {
		if tells(n) {
			out = append(out, n)
		}
	}
	return strings.Join(out, ", ")
}

// Missing says what was not looked for, in a sentence; it is empty where everything was.
func Missing(d *analysis.Document) string {
	if !d.MarksOnly {
		return ""
	}
	return Capital(d.InLanguage() + ": only words in quotation marks were looked for, and no speakers.")
}

// Count says how many there are of something: "1 quote", "2 quotes".
func Count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// Numbers are things as people count them, from 1.
func Numbers(indexes []int) string {
	out := make([]string, len(indexes))
	for i, x := range indexes {
		out[i] = strconv.Itoa(x + 1)
	}
	return strings.Join(out, ", ")
}

// Capital writes a sentence with a capital letter.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}
