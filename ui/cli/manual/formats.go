package manual

import (
	"cmp"
	"strings"

	"hearsay/articles/source"
)

// readSection tells of each format that is read, in the words of the table by which it is.
func readSection() Section {
	s := Section{
		title: "Formats",
		intro: "What a FILE may be. How it begins tells, then the ending of its name. All else that is text is read as " +
			"plain text, and what is known and cannot be read is refused with what to do: hearsay formats lists it too. In " +
			"folders and archives, and where .gz ends a name, the files in them are read so.",
	}
	for _, f := range source.Formats() {
		if !f.IsRead() {
			continue
		}
		about := cmp.Or(f.About, "its articles")
		if f.Many {
			about += "; many articles in one"
		}
		if len(f.Endings) > 0 {
			about += " (" + strings.Join(f.Endings, " ") + ")"
		}
		s.Entries = append(s.Entries, [2]string{f.Name, strings.ToUpper(about[:1]) + about[1:] + "."})
	}
	return s
}

// ExportSection tells of each format that export writes.
func ExportSection() Section {
	return Section{
		title: "Export formats",
		intro: "What hearsay export writes, and how much of what was found each format holds.",
		Entries: [][2]string{
			{"html", "The article with every quote in the colour and under the letter of its speaker, underlined by its " +
				"kind: a line is direct, dashes are mixed, dots indirect. Beside it the speakers with their shares of all " +
				"quoted words, the positions by what they are on, and each quote with its source, its cue and the reasons; as a " +
				"quotation only where the words are the speaker’s own. A speaker’s name shows only what they say. It follows " +
				"light and dark screens, fits narrow ones, and prints."},
			{"markdown", "The article with numbered brackets around its quotes, then quotes with their reasons, a table of " +
				"speakers, and positions. Nothing of the article becomes markup."},
			{"text", "The same in plain text, as analyze --format text writes it."},
			{"csv", "RFC 4180, one header. A row for each part of a quote: article, title, outlet, date, address, quote, " +
				"part, parts, kind, speakers, speaker_ids, content, start, end, cue, source, confidence, where somebody " +
				"reviewed it verdict, flagged, notes, then polarity (said, denied, refused), certainty and its level (sure, " +
				"likely, unsure), the speakers’ types, genders and descriptions, the number of the paragraph, the sentence in " +
				"which the part stands, and how many words it has. Positions are left out. An " +
				"apostrophe stands before a cell that begins with =, +, -, @, a tab or a line’s end; a line feed in the place of " +
				"whatever else ends a line, and a replacement character in that of a control code."},
			{"jsonl", "Everything, as analyze writes it. Of a quote, polarity is said, denied (to have been said) or refused " +
				"(“declined to comment”): only the first are a speaker’s words. certainty is the probability that its words and " +
				"its speakers are both right, confidence that of its words and source, why.speaker_confidence that of its " +
				"speakers where the source is right."},
			{"json", "The same as one array."},
			{"w3c", "The Web Annotation Data Model of the W3C. An AnnotationPage for each article, in it an Annotation for " +
				"each quote: its targets are the parts of the quote, with a TextQuoteSelector whose prefix and suffix tell the " +
				"words from the same ones elsewhere, and a TextPositionSelector in code points; its bodies are the kind as a " +
				"tag, the speakers, a description with confidence and reasons, and the words of the source. An article without " +
				"quotes is an empty AnnotationCollection."},
			{"brat", "A .txt and an .ann for each article, and annotation.conf where the folder has none. Each quote is an " +
				"event Attribution with Content, Cue and Source, as in PolNeAR, an attribute Kind, references to its speakers, " +
				"and a note with confidence and reasons. Words are parted at line breaks."},
			{"prodigy", "A task for each article: tokens, spans labelled Content, Cue and Source, and relations from a " +
				"content to its Cue, its Source and its further Parts. A content also has quote, kind, speakers, polarity, " +
				"confidence and certainty."},
			{"doccano", "For sequence labelling with relations: entities labelled Content, Cue and Source, and relations as " +
				"for Prodigy. Allow overlapping spans in the project, or doccano drops quotes within quotes. Speakers, kinds " +
				"and confidence are left out."},
			{"doccano-spans", "For sequence labelling without relations: the same spans as labels."},
			{"conll", "Token, content, cue and source with tabs between, in the IOB2 scheme (B-CONTENT, I-CONTENT, O), an " +
				"empty line after each sentence and -DOCSTART- before each article. Of contents within each other the outer one " +
				"counts; what belongs together is not told."},
		},
	}
}
