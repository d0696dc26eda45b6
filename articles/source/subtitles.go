package source

// subtitles are what is said in films and broadcasts, with its times.
func subtitles() []format {
	const turns = "save what is said as plain text, each turn a line such as “NAME: words”"
	return []format{
		{name: "subtitles (WebVTT)", endings: []string{".vtt"}, hint: turns,
			looks: matches(`^WEBVTT([ \t].*)?(\r?\n|$)`)},
		{name: "subtitles (SubRip)", endings: []string{".srt"}, hint: turns,
			looks: matches(`^\d+[ \t]*\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->[ \t]*\d`)},
		{name: "subtitles (SBV)", endings: []string{".sbv"}, hint: turns,
			looks: matches(`^\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3}\r?\n`)},
		{name: "subtitles (SubStation Alpha)", endings: []string{".ass", ".ssa"}, hint: turns,
			looks: matches(`^\[Script Info\]\r?\n`)},
		{name: "subtitles (TTML)", endings: []string{".ttml", ".dfxp"}, looks: isTTML(), hint: turns},
	}
}

func isTTML() func(sample) bool {
	space := matches(`http://www\.w3\.org/\S*(ttml|ttaf1)`)
	return func(s sample) bool { return root("tt")(s) && space(s) }
}
