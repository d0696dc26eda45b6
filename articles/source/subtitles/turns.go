package subtitles

import (
	"cmp"
	"html"
	"regexp"
	"strconv"
	"strings"

	"hearsay/articles"
	"hearsay/articles/source/blocks"
	"hearsay/articles/source/format"
)

// cue is what is shown at a time.
type cue struct {
	start, end float64 // seconds
	lines      []string
	speaker    string // whom the file names for the whole of it; mostly lines tell
}

// How cues are written: by WebVTT and SubRip with an arrow between the times, by SBV with a comma.
var (
	times = regexp.MustCompile(`^\s*([\d:.,]+?)\s*(?:-->|,)\s*(\d[\d:]*[.,]\d+)`)
	skips = regexp.MustCompile(`^(WEBVTT|NOTE|STYLE|REGION)\b`)
)

// read reads a file of subtitles as the turns that are taken in it.
func read(f *format.File, yield format.Yield) error {
	text, err := f.Text(false)
	if err != nil {
		return err
	}
	return compose(f, cues(text), yield)
}

// compose makes an article of what is said.
func compose(f *format.File, all []cue, yield format.Yield) error {
	found := turns(all)
	if len(found) == 0 {
		return &format.Error{Name: f.Name, Err: format.ErrEmpty, Hint: "give a file in which something is said"}
	}
	var a articles.Article
	blocks.Compose(&a, found)
	yield(format.Entry{Article: a, Position: f.Name})
	return nil
}

// cues takes a file apart. What is no cue is left out: numbers, notes, styles.
func cues(text string) (all []cue) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	open := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		found := times.FindStringSubmatch(line)
		switch {
		case found != nil:
			all = append(all, cue{start: seconds(found[1]), end: seconds(found[2])})
			open = true
		case strings.TrimSpace(line) == "" || skips.MatchString(line):
			open = false
		case open:
			last := &all[len(all)-1]
			last.lines = append(last.lines, line)
		}
	}
	return all
}

// seconds reads a time such as 01:02:03,400 or 02:03.400.
func seconds(s string) (sum float64) {
	for _, p := range strings.Split(strings.ReplaceAll(s, ",", "."), ":") {
		n, err := strconv.ParseFloat(p, 64)
		if err != nil {
			return 0
		}
		sum = sum*60 + n
	}
	return sum
}

// What stands in the lines of a cue.
var (
	voice = regexp.MustCompile(`<v(?:\.[^ \t>]*)?[ \t]+([^>]+)>`)
	tag   = regexp.MustCompile(`<[^<>]*>|\{\\[^{}]*\}`)
	sound = regexp.MustCompile(`^[-\s]*(\[[^\]]*\]|\([^)]*\)|[♪♫#][^♪♫]*[♪♫#]?)\s*$`)
	label = regexp.MustCompile(`^(?:>>+ ?|-\s?)?(\p{Lu}[\p{L}\d.'’\-]*(?: [\p{L}\d.'’\-]+){0,5})(?: ?[\[(][^\])]*[\])])?: +(.*)$`)
	next  = regexp.MustCompile(`^(?:>>+ ?|[-–—] ?)(.*)$`)
)

// turn is what somebody says until somebody else does.
type turn struct {
	speaker string
	words   strings.Builder
	until   float64
}

// The seconds of silence after which words without a speaker begin anew, and the bytes after which they do at the next
// end of a sentence.
const (
	longPause  = 2.5
	longSpeech = 600
)

// turns puts the cues together.
func turns(all []cue) (found []blocks.Block) {
	var now turn
	flush := func(speaker string) {
		if words := strings.Join(strings.Fields(now.words.String()), " "); words != "" {
			if now.speaker != "" {
				words = now.speaker + ": " + words
			}
			found = append(found, blocks.Block{Words: words})
		}
		now = turn{speaker: speaker}
	}
	last := ""
	for _, c := range all {
		for _, line := range c.lines {
			said, speaker, begins := parse(line)
			speaker = cmp.Or(speaker, c.speaker)
			if said == "" || said == last { // broadcasts show a line again as the next one rolls in
				continue
			}
			last = said
			switch {
			case speaker != "" && speaker != now.speaker:
				flush(speaker)
			case begins, now.speaker == "" && now.breaks(c):
				flush("")
			}
			now.words.WriteString(said + " ")
			now.until = c.end
		}
	}
	flush("")
	return found
}

// breaks reports whether words without a speaker begin anew with a cue.
func (t *turn) breaks(c cue) bool {
	words := strings.TrimRight(t.words.String(), " ")
	ended := strings.HasSuffix(words, ".") || strings.HasSuffix(words, "?") || strings.HasSuffix(words, "!")
	return ended && (c.start-t.until > longPause || len(words) > longSpeech)
}

// parse takes a line apart: what is said, by whom where it tells, and whether somebody else begins to speak.
func parse(line string) (said, speaker string, begins bool) {
	if v := voice.FindStringSubmatch(line); v != nil {
		speaker = strings.Join(strings.Fields(html.UnescapeString(v[1])), " ")
	}
	said = strings.TrimSpace(html.UnescapeString(tag.ReplaceAllString(line, "")))
	if sound.MatchString(said) {
		return "", "", false
	}
	if l := label.FindStringSubmatch(said); l != nil && speaker == "" {
		return strings.TrimSpace(l[2]), l[1], true
	}
	if n := next.FindStringSubmatch(said); n != nil {
		return strings.TrimSpace(n[1]), speaker, true
	}
	return said, speaker, false
}
