package captions_test

import (
	"strings"
	"testing"

	"hearsay/analysis/captions"
)

// lead and end are what stands around a caption in the articles below.
const (
	lead = "The harbour master gave up his post on Monday, after nine days of fog. He told the council that he was tired."
	end  = "“Nobody can see the buoys,” he said. The council will meet again in the spring, when the fog has lifted."
)

func TestCaptionsAndCreditsAreFound(t *testing.T) {
	for what, aside := range map[string]string{
		"a name and an agency behind a caption": "Boats in Tarn on Sunday night. Edda Mowbray / Northern Picture Agency",
		"an agency in capitals":                 "The mole at Tarn after the storm. Edda Mowbray/AFP",
		"in brackets":                           "Jon Harker at the rally on Monday. (AP Photo/Ada Venn)",
		"a label with a colon":                  "Gulls over the fish market in Tarn. Photo: Edda Mowbray",
		"a label with by":                       "The council in session on Friday. Photograph by Ilse Tarrant",
		"a label in brackets":                   "Harker leaves the town hall. (Photo by Ilse Tarrant/Getty Images)",
		"a credit":                              "The lamp of the old lighthouse. Credit: Tarn Museum",
		"a courtesy":                            "The crew of the tug in 1931. Image courtesy of the Tarn Archive",
		"with the agency first":                 "A pilot boat leaves Tarn, Feb. 3, 2020. (Xinhua/Wen Bo)",
		"three behind each other":               "A pilot boat off Tarn, February 3, 2020. REUTERS/Paul Orme/File Photo",
		"via":                                   "The mole at Tarn after the storm. Ilse Tarrant via Getty Images",
		"two agencies":                          "Harker speaks on Monday. Paul Orme/The Courier/Pool via REUTERS",
		"a bar":                                 "Jon Harker speaks in Tarn on Monday. | Edda Mowbray/Coast Media",
		"an agency nobody knows":                "Jon Harker speaks in Tarn on Monday. Edda Mowbray/Sealight",
		"a file photo":                          "FILE PHOTO: Jon Harker looks out over the harbour of Tarn in March.",
		"a file photo with a dash":              "FILE PHOTO - The harbour of Tarn in March.",
	} {
		for _, apart := range []string{"\n\n", "\n"} {
			s := lead + apart + aside + apart + end
			found := captions.Find(s)
			if len(found) != 1 || found[0].Of(s) != aside {
				t.Errorf("%s: %v", what, of(s, found))
			}
		}
	}
}

func of(s string, found []captions.Stretch) (out []string) {
	for _, f := range found {
		out = append(out, f.Of(s))
	}
	return out
}

func TestACreditOnALineOfItsOwnTakesItsCaptionWithIt(t *testing.T) {
	for _, c := range []struct{ caption, credit, between string }{
		{"A pilot boat comes in, Tarn, February 3, 2020.", "REUTERS/Paul Orme", "\n"},
		{"A pilot boat comes in, Tarn.\nPicture taken February 3, 2020.", "REUTERS/Paul Orme", "\n"},
		{"People dance on the mole.\nThe harbour was opened again, officials said.", "(Xinhua/Wen Bo)", "\n"},
		{"Jon Harker walks along the mole in Tarn on Sunday.", "Edda Mowbray / Northern Picture Agency", "\n\n"},
	} {
		s := lead + "\n\n" + c.caption + c.between + c.credit + "\n\n" + end
		if got, want := strings.Join(of(s, captions.Find(s)), "\n"), c.caption+"\n"+c.credit; got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
	// What stands before a credit whose caption is lost is the article.
	s := lead + "\n\nIlse Tarrant via Getty Images\n\n" + end
	if got := of(s, captions.Find(s)); len(got) != 1 || got[0] != "Ilse Tarrant via Getty Images" {
		t.Errorf("found %q", got)
	}
}

func TestNotesOnWhoWroteAnArticleAreFound(t *testing.T) {
	for _, note := range []string{
		"(Reporting by Ilse Tarrant; Editing by Paul Orme)",
		"Reporting by Ilse Tarrant in Tarn; additional reporting by Edda Mowbray",
		"Additional reporting by Edda Mowbray",
		"Northern Press writer Paul Orme in Ebben contributed to this report.",
		"Ilse Tarrant is the author of “Fog: A Life”.",
		"Paul Orme is a senior fellow at the Institute for Salt.",
		"URL https://example.org/2020/tarn",
		"DATE/ AUTHOR 2020-02-03 16:48:48+00:00	AUTHORS: Ilse Tarrant, Min Read",
		"Source: Xinhua| 2020-02-03 21:13:21|Editor: ZX",
		"Slideshow (5 Images)",
		"By Ilse Tarrant and Paul Orme",
		"The views expressed in this article are those of its author.",
	} {
		s := lead + "\n\n" + end + "\n\n" + note
		if got := of(s, captions.Find(s)); len(got) != 1 || got[0] != note {
			t.Errorf("%q: found %q", note, got)
		}
	}
	s := lead + " (Reporting by Ilse Tarrant; Editing by Paul Orme.)"
	if got := of(s, captions.Find(s)); len(got) != 1 || !strings.HasPrefix(got[0], "(Reporting") {
		t.Errorf("at the end of a paragraph: %q", got)
	}
}

func TestTheArticleItselfIsNoCaption(t *testing.T) {
	for _, s := range []string{
		lead, end, "",
		"TARN/EBBEN (Reuters) - Fog has closed two harbours, officials said on Tuesday.",
		"The ships and/or their crews will be moved to Ebben, said Jon Harker.",
		"“They took our photo,” said Harker. “Then they left.”",
		"Harker said he had seen the picture. By Friday, it was gone.",
		"News analysis: What is to come behind the fog? - Xinhua",
		"The word made the council wonder what he was thinking (via the Courier’s Paul Orme and the Coast’s Edda Mowbray):",
		"Ilse Tarrant is the mayor of Tarn. She said she would stay.",
		"Photo editors say that the harbour looks best in fog.",
		"Sources from across the council have said Harker was pushed.",
		"“The fog will lift,” Harker told Reuters. - Reuters",
	} {
		if got := of(s, captions.Find(s)); len(got) != 0 {
			t.Errorf("%q: found %q", s, got)
		}
	}
	long := strings.Repeat("The boats wait for the fog to lift over the harbour. ", 20)
	s := long + "Photo: Edda Mowbray"
	if got := of(s, captions.Find(s)); len(got) != 1 || got[0] != "Photo: Edda Mowbray" {
		t.Errorf("behind a long paragraph: %q", got)
	}
}
