package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"hearsay/analysis"
	"hearsay/articles"
	"hearsay/articles/export"
	"hearsay/ui/cli/pipeline"
)

// analyzer finds who said what in an article.
type analyzer func(ctx context.Context, a articles.Article, progress func(float64)) (*analysis.Document, error)

// writer writes an article with what was found in it.
type writer func(w io.Writer, i export.Item) error

// sink takes articles as they are written, each as one text for every writer, in the order of the articles.
type sink interface {
	// put takes an article. An error that is an unwritten concerns this article alone.
	put(id string, texts []buffer) error
	// finish ends the output, which is whole even where no article could be read.
	finish() error
	// stop gives up what was not finished.
	stop()
	// fault makes an exit code of an error in writing, which it tells of.
	fault(p *program, err error) error
}

// unwritten is what keeps one article from being written.
type unwritten struct{ error }

// written is an article in its format, with what there is to tell about it.
type written struct {
	reading
	texts []buffer
	notes []string // empty ones among them
}

// analyzeAll reads, analyses and writes the articles of all inputs to standard output, in their order. What fails is
// told in a line and the rest is still done.
func (p *program) analyzeAll(inputs []input, f format) error {
	return p.writeAll(inputs, []writer{f.write}, &stream{Writer: p.out, format: f}, nil)
}

// writeAll reads, analyses and writes the articles of all inputs as analyzeAll does, to where a sink takes them.
func (p *program) writeAll(inputs []input, writers []writer, to sink, correct corrector) error {
	ctx, stop := p.interrupts()
	defer stop()
	defer to.stop()
	b := &batch{program: p, writers: writers, to: to, correct: correct, progress: newProgress(p, false)}
	err := pipeline.InOrder(ctx, p.readAll(inputs), b.work, b.deliver)
	if err == nil {
		err = to.finish()
	}
	b.progress.clear()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return to.fault(p, err)
	case b.failed > 0:
		return failure(exitFailed)
	}
	return nil
}

// batch is one run of writeAll.
type batch struct {
	*program
	writers  []writer
	to       sink
	correct  corrector // nil where what was found is written as it is
	progress *progress
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
		out.err = fmt.Errorf("%s: %w", r.from, err)
		return out
	}
	item := export.Item{Article: r.article, Document: doc}
	out.texts, out.notes = make([]buffer, len(b.writers)), []string{damageNote(&r.article), languageNote(doc)}
	if b.correct != nil {
		note, err := b.correct(ctx, &item)
		if err != nil {
			out.err = fmt.Errorf("%s: %w", r.from, err)
			return out
		}
		out.notes = append(out.notes, note)
	}
	for i, write := range b.writers {
		if err := write(&out.texts[i], item); err != nil {
			out.err = fmt.Errorf("%s: %w", r.from, err)
		}
	}
	return out
}

// deliver hands on what came of one article, at once, so that whoever reads the output need not wait for the next.
func (b *batch) deliver(out written) error {
	tellNotes(b.program, b.progress, out.told)
	err := out.err
	if err == nil {
		var alone unwritten
		if err = b.to.put(out.article.ID, out.texts); err != nil && !errors.As(err, &alone) {
			return err
		}
	}
	if err != nil {
		b.failed++
		b.progress.clear()
		tell(b.err, err.Error())
		return nil
	}
	for _, note := range out.notes {
		if note != "" {
			b.progress.clear()
			tell(b.err, out.from+": "+note)
		}
	}
	b.progress.step()
	return nil
}

// tellNotes tells what there is to say about how an article was read.
func tellNotes(p *program, progress *progress, notes []string) {
	for _, note := range notes {
		progress.clear()
		tell(p.err, note)
	}
}

// stream is a sink that writes one article after the other.
type stream struct {
	io.Writer
	format
	done int // articles written
}

func (s *stream) put(_ string, texts []buffer) error {
	before := s.between
	if s.done == 0 {
		before = s.open
	}
	if s.done++; s.done > 1 && s.alone {
		return errCrowded
	}
	_, err := s.Write(append([]byte(before), texts[0]...))
	return err
}

func (s *stream) finish() error {
	end := s.close
	if s.done == 0 {
		end = s.open + s.close
	}
	_, err := io.WriteString(s, end)
	return err
}

func (s *stream) stop() {}

// errCrowded is a second article for a file that holds one.
var errCrowded = errors.New("it holds one article only; name a folder for several, such as -o pages/")

func (s *stream) fault(p *program, err error) error { return p.writeFault(err) }

// buffer is the bytes written to it.
type buffer []byte

func (b *buffer) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}
