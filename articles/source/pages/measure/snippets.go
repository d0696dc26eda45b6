package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// passages are what must be read of a page, and what must not.
type passages struct {
	file, title            string
	authors, with, without []string
}

// measureSnippets prints how many of the passages that must be read are, and how many of those that must not.
func measureSnippets(module string, verbose bool) error {
	all, err := readPassages(filepath.Join(module, "scripts", "comparison", "data.go"))
	if err != nil {
		return err
	}
	var pages, kept, wanted, leaked, unwanted, titles, titled, names, named int
	for _, p := range all {
		path := filepath.Join(module, "test-files", "comparison", p.file)
		if _, err := os.Stat(path); err != nil {
			continue // the list names pages that the module lacks
		}
		pages++
		a := readArticle(path)
		text := plain(a.Text)
		missing, extra := []string{}, []string{}
		for _, s := range p.with {
			if wanted++; strings.Contains(text, plain(s)) {
				kept++
			} else {
				missing = append(missing, s)
			}
		}
		for _, s := range p.without {
			if unwanted++; strings.Contains(text, plain(s)) {
				leaked++
				extra = append(extra, s)
			}
		}
		line := fmt.Sprintf("%s: missing %q, extra %q", p.file, missing, extra)
		if p.title != "" {
			if titled++; sameTitle(a.Title, p.title) {
				titles++
			} else {
				line += fmt.Sprintf(", title %q, noted %q", a.Title, p.title)
			}
		}
		if len(p.authors) > 0 {
			noted := strings.Join(p.authors, ", ")
			named++
			if sameByline(a.Byline, noted) {
				names++
			} else {
				line += fmt.Sprintf(", byline %q, noted %q", a.Byline, noted)
			}
		}
		if verbose {
			fmt.Println(line)
		}
	}
	precision := float64(kept) / float64(max(kept+leaked, 1))
	recall := float64(kept) / float64(max(wanted, 1))
	fmt.Printf("%d pages: passages read %d/%d, passages kept out %d/%d, F1 %.3f; title right %d/%d, byline right %d/%d\n",
		pages, kept, wanted, unwanted-leaked, unwanted, 2*precision*recall/(precision+recall), titles, titled, names, named)
	return nil
}

// readPassages reads the list out of the source that it stands in.
func readPassages(path string) (all []passages, err error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		return nil, err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || lit.Type != nil {
			return true
		}
		var p passages
		for _, e := range lit.Elts {
			if field, ok := e.(*ast.KeyValueExpr); ok {
				p.set(field)
			}
		}
		if p.file != "" {
			all = append(all, p)
		}
		return false
	})
	slices.SortFunc(all, func(a, b passages) int { return cmp.Compare(a.file, b.file) })
	return all, nil
}

func (p *passages) set(field *ast.KeyValueExpr) {
	name, _ := field.Key.(*ast.Ident)
	if name == nil {
		return
	}
	values := literals(field.Value)
	switch {
	case len(values) == 0:
	case name.Name == "File":
		p.file = values[0]
	case name.Name == "Title":
		p.title = values[0]
	case name.Name == "Authors":
		p.authors = values
	case name.Name == "With":
		p.with = values
	case name.Name == "Without":
		p.without = values
	}
}

// literals are the strings under a node.
func literals(n ast.Node) (all []string) {
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				all = append(all, s)
			}
		}
		return true
	})
	return all
}
