package language

import (
	"strings"
	"testing"
)

func TestLanguages(t *testing.T) {
	for want, texts := range map[string][]string{
		"en": {
			"", "12 + 3", "“Ja!”", "Le Monde",
			"The minister said on Monday that the talks had failed, and that nobody was to blame for it but those who had " +
				"stayed away.",
			"“Es tut mir leid,” the chancellor told reporters. She said that it was too late to change the law, and left for " +
				"the airport with her aides.",
		},
		"fr": {"Le ministre a déclaré lundi que les négociations avaient échoué et que personne n'en était responsable, " +
			"sinon ceux qui n'étaient pas venus à la table."},
		"it": {"Il governo ha approvato con 438 voti contro 86 la legge sui servizi, voluta dal premier dopo gli " +
			"attentati di gennaio. Ora passa al Senato, " +
			"poi alla Corte costituzionale. Hanno votato contro 10 deputati del PS (su 288), 35 dell'UMP (su 198), 11 " +
			"ecologisti e 12 del Front de gauche, " +
			"tra cui Patrick Devedjian, Laure de la Raudière e Sergio Coronado. Marc Lee ha scritto su Twitter: testo inutile."},
		"de": {"Der Minister sagte am Montag, die Gespräche seien gescheitert und niemand sei daran schuld außer denen, " +
			"die nicht gekommen waren."},
		"es": {"El ministro dijo el lunes que las negociaciones habían fracasado y que nadie tenía la culpa salvo los que " +
			"no habían venido a la mesa."},
		"ru": {"Министр заявил в понедельник, что переговоры провалились, и в этом никто не виноват."},
		"ja": {"大臣は月曜日、交渉が失敗したと述べ、誰の責任でもないと語った。"},
	} {
		for _, s := range texts {
			if got := Of(s); got != want {
				t.Errorf("%s: %q, want %q", s, got, want)
			}
			if long := strings.Repeat(s+" ", 100); len(s) > 60 && Of(long) != want {
				t.Errorf("a long text of it is %q, want %q", Of(long), want)
			}
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("The talks failed.")
	f.Add("\xff\xc3")
	f.Fuzz(func(t *testing.T, s string) {
		if len(Of(s)) != 2 {
			t.Errorf("%q is %q", s, Of(s))
		}
	})
}
