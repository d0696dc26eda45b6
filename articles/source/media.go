package source

import (
	"bytes"
	"net/http"
	"strings"
)

// media are pictures, sounds and the like.
func media() []format {
	const words = "give the article's text"
	return []format{
		{name: "an image file", endings: []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".tiff", ".heic"},
			looks: isMedia("image/"), hint: words, binary: true},
		{name: "an audio file", endings: []string{".mp3", ".wav", ".ogg", ".m4a", ".flac"}, looks: isMedia("audio/"),
			hint: words, binary: true},
		{name: "a video file", endings: []string{".mp4", ".mov", ".webm", ".mkv", ".avi"}, looks: isMedia("video/"),
			hint: words, binary: true},
		{name: "a font", endings: []string{".ttf", ".otf", ".woff", ".woff2"}, looks: isMedia("font/"), hint: words,
			binary: true},
	}
}

// isMedia makes a check for a family of media types. Some of their marks are letters that begin a sentence too, as BM
// does for BMW, ID3 and OTTO; but all such files hold a zero byte near their beginning, which no text does.
func isMedia(family string) func(sample) bool {
	return func(s sample) bool {
		return bytes.IndexByte(s.head, 0) >= 0 && strings.HasPrefix(http.DetectContentType(s.head), family)
	}
}
