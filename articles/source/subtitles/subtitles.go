// Package subtitles reads what is said in films and broadcasts: the turns of who speaks, as far as the file tells them,
// without the times.
package subtitles

import "hearsay/articles/source/format"

// about is what is read of subtitles.
const about = "what is said, each turn with its speaker where the file names them, without the times"

// Formats are what is said in films and broadcasts, with its times.
func Formats() []format.Format {
	const turns = "save what is said as plain text, each turn a line such as “NAME: words”"
	return []format.Format{
		{Name: "subtitles (WebVTT)", Endings: []string{".vtt"}, Read: read, About: about,
			Looks: format.Matches(`^WEBVTT([ \t].*)?(\r?\n|$)`)},
		{Name: "subtitles (SubRip)", Endings: []string{".srt"}, Read: read, About: about,
			Looks: format.Matches(`^\d+[ \t]*\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->[ \t]*\d`)},
		{Name: "subtitles (SBV)", Endings: []string{".sbv"}, Read: read, About: about,
			Looks: format.Matches(`^\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3}\r?\n`)},
		{Name: "subtitles (TTML)", Endings: []string{".ttml", ".dfxp"}, Looks: isTTML(), Read: readTimed, About: about},
		{Name: "subtitles (SubStation Alpha)", Endings: []string{".ass", ".ssa"}, Hint: turns,
			Looks: format.Matches(`^\[Script Info\]\r?\n`)},
	}
}

func isTTML() func(format.Sample) bool {
	space := format.Matches(`http://www\.w3\.org/\S*(ttml|ttaf1)`)
	return func(s format.Sample) bool { return format.Root("tt")(s) && space(s) }
}
