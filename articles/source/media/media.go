// Package media knows pictures, sounds and the like, in which there is no text.
package media

import (
	"bytes"
	"net/http"
	"strings"

	"hearsay/articles/source/format"
)

// Formats are pictures, sounds and the like.
func Formats() []format.Format {
	const words = "give the article's text"
	return []format.Format{
		{Name: "an image file", Endings: []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".tiff", ".heic"},
			Looks: isMedia("image/"), Hint: words, Binary: true, Aside: true},
		{Name: "an audio file", Endings: []string{".mp3", ".wav", ".ogg", ".m4a", ".flac"}, Looks: isMedia("audio/"),
			Hint: words, Binary: true, Aside: true},
		{Name: "a video file", Endings: []string{".mp4", ".mov", ".webm", ".mkv", ".avi"}, Looks: isMedia("video/"),
			Hint: words, Binary: true, Aside: true},
		{Name: "a font", Endings: []string{".ttf", ".otf", ".woff", ".woff2"}, Looks: isMedia("font/"), Hint: words,
			Binary: true, Aside: true},
	}
}

// isMedia makes a check for a family of media types. Some of their marks are letters that begin a sentence too, as BM
// does for BMW, ID3 and OTTO; but all such files hold a zero byte near their beginning, which no text does.
func isMedia(family string) func(format.Sample) bool {
	return func(s format.Sample) bool {
		return bytes.IndexByte(s.Head, 0) >= 0 && strings.HasPrefix(http.DetectContentType(s.Head), family)
	}
}
