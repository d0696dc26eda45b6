package cli

import (
	"context"
	"fmt"
	"io"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
)

// analyzer finds who said what in an article.
type analyzer func(ctx context.Context, a articles.Article, progress func(float64)) (*analysis.Document, error)

// written is an article in its format, with what there is to tell about it.
type written struct {
	reading
	text []byte
	note string
}

// analyzeAll reads, analyses and writes the articles of all inputs, in their order. What fails is told in a line and the rest
// is still done.
func (p *program) analyzeAll(inputs []input, f format) error {
	ctx, stop := p.interrupts()
	defer stop()
	b := &batch{program: p, form: f, progress: newProgress(p, false)}
	err := inOrder(ctx, p.readAll(inputs), b.work, b.deliver)
	if err == nil {
		err = b.finish()
	}
	b.progress.clear()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return p.writeFault(err)
	case b.failed > 0:
		return failure(exitFailed)
	}
	return nil
}

// batch is one run of analyzeAll.
type batch struct {
	*program
	form     format
	progress *progress
	done     int // articles written
	failed   int
}

// work analyses one article and puts it in its format.
func (b *batch) work(ctx context.Context, r reading) written {
	out := written{reading: r}
	if r.err != nil {
		return out
	}
	doc, err := b.find(ctx, r.article, nil)
	if err != nil {
		out.err = fmt.Errorf("%s: %w", r.article.ID, err)
		return out
	}
	var text buffer
	out.err = b.form.write(&text, export.Item{Article: r.article, Document: doc})
	out.text, out.note = text, languageNote(doc)
	return out
}

// deliver writes what came of one article, at once, so that whoever reads the output need not wait for the next.
func (b *batch) deliver(out written) error {
	if out.err != nil {
		b.failed++
		b.progress.clear()
		tell(b.err, out.err.Error())
		return nil
	}
	before := b.form.between
	if b.done == 0 {
		before = b.form.open
	}
	if _, err := b.out.Write(append([]byte(before), out.text...)); err != nil {
		return err
	}
	b.done++
	if out.note != "" {
		b.progress.clear()
		tell(b.err, shorten(out.article.ID, longestName)+": "+out.note)
	}
	b.progress.step()
	return nil
}

// finish ends the output, which is whole even where no article could be read.
func (b *batch) finish() error {
	end := b.form.close
	if b.done == 0 {
		end = b.form.open + b.form.close
	}
	_, err := io.WriteString(b.out, end)
	return err
}

// buffer is the bytes written to it.
type buffer []byte

func (b *buffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
