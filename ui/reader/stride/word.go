package stride

import "hearsay/analysis"

// WordAt is the word that begins at an offset.
func WordAt(text string, start int) analysis.Span {
	return analysis.Span{Start: start, End: Move(text, nil, Edge{At: start, End: true}, Word, true).At}
}

// WordAround is the word that holds an offset.
func WordAround(text string, at int) analysis.Span {
	return WordAt(text, Move(text, nil, Edge{At: at + 1}, Word, false).At)
}

// WholeWords is the stretch of the words that some letters are part of.
func WholeWords(text string, letters analysis.Span) analysis.Span {
	end := Move(text, nil, Edge{At: letters.End - 1, End: true}, Word, true).At
	return analysis.Span{Start: WordAround(text, letters.Start).Start, End: max(end, letters.End)}
}
