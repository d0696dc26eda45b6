package cli

import (
	"context"
	"strings"
	"testing"

	"hearsay/analysis"
	"hearsay/articles"
)

const typeset = "\\documentclass{article}\n\\begin{document}Bread rose, he said.\\end{document}\n"

// Where one of two files is of a format that cannot be read, the other is, and a line tells of the first.
func TestAFileOfAnotherFormatDoesNotStopTheOthers(t *testing.T) {
	document, article := file(t, "a.tex", typeset), file(t, "b.txt", shortArticle)
	for _, files := range [][]string{{document, article}, {article, document}} {
		for _, command := range []string{"--plain", "analyze", "export --format csv", "add"} {
			got := story{t: t, args: append(strings.Fields(command), files...), data: t.TempDir(), env: terminal()}.run()
			if got.code != exitFailed || strings.TrimSpace(got.out) == "" || strings.Contains(got.out, "Bread") {
				t.Errorf("%s %q: exit code %d, %q", command, files, got.code, got.out)
			}
			got.oneLine(t, "a.tex: not plain text but a LaTeX document; ")
		}
		got := story{t: t, args: files, keyboard: true, screen: true, env: terminal()}.run()
		if all := titles(t, got); got.code != exitFailed || len(all) != 1 {
			t.Errorf("the reader with %q: exit code %d, titles %q", files, got.code, all)
		}
		if n := got.opened.Notices; len(n) != 1 || !strings.Contains(n[0], "a LaTeX document") {
			t.Errorf("notices are %q", n)
		}
		got.oneLine(t, "a.tex: not plain text but a LaTeX document; ")
	}
}

// Who sets papers is told of one under the name of a text when they come to it.
func TestAPaperUnderTheNameOfATextIsToldInTheReader(t *testing.T) {
	export := file(t, "b.txt", typeset)
	none := func(context.Context, articles.Article, func(float64)) (*analysis.Document, error) {
		return &analysis.Document{}, nil
	}
	got := story{t: t, args: []string{file(t, "a.txt", shortArticle), export}, keyboard: true, screen: true,
		env: terminal(), analyze: none}.run()
	if all := titles(t, got); len(all) != 2 || !strings.Contains(all[1], "a LaTeX document") {
		t.Errorf("titles %q", all)
	}
}
