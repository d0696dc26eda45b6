package text

import (
	"strings"
	"testing"
)

// datelineOf is what stands aside at the beginning of a text's last paragraph but what follows it.
func datelineOf(s string) string {
	var out []string
	for _, p := range Split(s, nil).Paragraphs {
		if p.Aside {
			out = append(out, p.Of(s))
		}
	}
	return strings.Join(out, "|")
}

func TestDatelinesStandAside(t *testing.T) {
	for _, dateline := range []string{
		"HAVN (Agency) -", "HAVN (Meridian Wire) –", "Havn (Reuters) -", "HAVN, Oct. 3 (Reuters) —",
		"HAVN, 3 Oct (Xinhua) --", "Havn, 3 March (Agency) –", "Havn, March 3 —",
		"ROMVIK, Vessany, Sept. 14 (AP) -", "PELL HARBOUR, May 3, 2026 /MeridianWire/ --",
		"HAVN, January 22. /TASS/.", "HAVN/ROMVIK (Reuters) -", "WILSON, N.C. (Reuters) -",
		"HAVN, Tuesday, Oct. 3 (UPI) —", "HAVN —", "HAVN -", "HAVN --", "HAVN:", "NEW HAVN:",
		"DES ROMVIK, Iowa —", "ST. HAVN, Md. —", "HAVN, July 25:", "HAVN, July 25 (Bernama):",
		"HAVN (Feb. 25, 2021) —", "(Reuters) -", "By Ann Bell in Havn -",
		"By ANN BELL, HAVN (Reuters) -", "Oct. 3 (Reuters) -", "HAVN, 3rd March 2021 (WAM) --",
		"Romvik, Vessany CNN —", "RIO DE HAVN –", "HAVN (Thomson Reuters Foundation) -",
		"HAVN, Indian-controlled Vessany, Aug. 4 (Xinhua) --", "HAVN—",
	} {
		for _, lede := range []string{
			"Three men broke into the salt works on Friday and took nothing, police said.",
			"“We saw nothing,” police said.",
		} {
			if strings.HasSuffix(dateline, ":") && !strings.ContainsAny(dateline, "0123456789") && lede[0] != 'T' {
				continue // a label, for all that one can tell
			}
			in := "Three held after raid\n\n" + dateline + " " + lede + "\n\nThe works are closed. Nobody was hurt."
			if got := datelineOf(in); got != dateline {
				t.Errorf("%s %s\n got %q", dateline, lede, got)
			}
			checkText(t, in, nil)
		}
	}
	alone := "Three held\n\nRomvik, Vessany CNN —\n\nThree men broke into the salt works."
	if got := datelineOf(alone); got != "Romvik, Vessany CNN —" {
		t.Errorf("a dateline of its own line: %q", got)
	}
}

func TestWhatIsNoDatelineStays(t *testing.T) {
	for _, lede := range []string{
		"HAVN said it would not pay for the bridge.",
		"NATO — the alliance — said it would not pay.",
		"NATO — The Alliance — said it would not pay.",
		"Havn - the capital - will not pay for the bridge.",
		"Havn — Romvik's old rival — will not pay.",
		"Havn (the capital) - or what is left of it - will not pay.",
		"NATO (Brussels) said it would not pay.",
		"By Friday, Oct. 3, the town had paid.",
		"By Friday - the day of the vote - the town had paid.",
		"Ann Bell (Labour) - who won the seat - will not pay.",
		"BELL: I will not pay for the bridge.",
		"BELL: “The town will not pay,” she told them.",
		"BELL: We have paid.\n\nDORN: Nobody has.",
		"BEL: The town has paid.\n\nOD: Nobody has.",
		"BELL: Has the town paid?",
		"BELL — The town paid.\n\nDORN — Nobody did.",
		"TOWN WILL NOT PAY - MAYOR SAYS NO",
		"Q: The town will not pay?",
		"March 3 was the day on which the town paid.",
		"Havn: a town that will not pay.",
		"MAYOR WILL NOT PAY FOR THE OLD BRIDGE - Ann Bell said so.",
		"In the U.S. — the country — nobody paid.",
	} {
		in := "Who pays\n\n" + lede + "\n\nThe bridge is closed. Nobody was hurt."
		if got := datelineOf(in); got != "" {
			t.Errorf("%s\n got %q", lede, got)
		}
	}
}
