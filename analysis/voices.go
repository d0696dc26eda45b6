package analysis

// Voice is how much a speaker is heard in an article. Quotes are indexes into Document.Quotes, in reading order; what
// several say together is each one's.
type Voice struct {
	// Words counts the words of what the speaker said.
	Words int
	// Said are the quotes of what they said, Denied of what they are told not to have said, and Refused of where they
	// would not speak.
	Said, Denied, Refused []int
}

// Voices tell who is heard how much.
type Voices struct {
	// By are the voices of the speakers, in the order of Document.Speakers.
	By []Voice
	// Words counts the words of all that was said, by known speakers or not: what shares of voice are shares of.
	Words int
}

// Voices reckons who is heard how much in the text that the document was made of. Only what was said counts as a
// speaker's words: what was denied to have been said, and refusals to speak, are kept apart.
func (d *Document) Voices(s string) Voices {
	return d.VoicesIn(s, func(int) bool { return true })
}

// VoicesIn reckons with those quotes alone that count, by their indexes.
func (d *Document) VoicesIn(s string, counts func(quote int) bool) Voices {
	v := Voices{By: make([]Voice, len(d.Speakers))}
	for i, q := range d.Quotes {
		if !counts(i) {
			continue
		}
		n := 0
		if q.Polarity == Said {
			n = Words(s, q.Content)
		}
		v.Words += n
		for _, who := range q.Speakers {
			v.By[who].take(i, q.Polarity, n)
		}
	}
	return v
}

func (v *Voice) take(quote int, p Polarity, words int) {
	v.Words += words
	switch p {
	case Denied:
		v.Denied = append(v.Denied, quote)
	case Refused:
		v.Refused = append(v.Refused, quote)
	default:
		v.Said = append(v.Said, quote)
	}
}

// Share is how many hundredths of all words that were said are a speaker's, rounded; 0 where nothing was said.
func (v Voices) Share(speaker int) int {
	if v.Words == 0 {
		return 0
	}
	return (100*v.By[speaker].Words + v.Words/2) / v.Words
}
