package main

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// arrows counts the arrows between the files of a package, one from each file to each other of which it names
// something, and how many of them run back: against the order of files in which few do, as Eades, Lin and Smyth (1993)
// find one. Files that stand on each other in circles cannot be read one after the other.
func arrows(dir string) (all, back int) {
	to := references(dir)
	place := map[string]int{}
	for i, f := range order(to) {
		place[f] = i
	}
	for f, others := range to {
		for o := range others {
			all++
			if place[o] < place[f] {
				back++
			}
		}
	}
	return all, back
}

// references are the files of a package, and of each the others of which it names something.
func references(dir string) map[string]map[string]bool {
	fset := token.NewFileSet()
	paths, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	var files []*ast.File
	to := map[string]map[string]bool{}
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, p, nil, parser.SkipObjectResolution)
		if err != nil {
			os.Exit(2) // it was parsed before
		}
		files = append(files, f)
		to[p] = map[string]bool{}
	}
	// What other packages hold is not looked at: errors for want of it are passed over, and methods of the package's own
	// types are found all the same.
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	conf := types.Config{Importer: importer.Default(), Error: func(error) {}}
	pkg, _ := conf.Check(dir, fset, files, info)
	for id, o := range info.Uses {
		if o.Pkg() != pkg || !o.Pos().IsValid() || o.Parent() != pkg.Scope() && !isMember(o) {
			continue
		}
		from, at := fset.Position(id.Pos()).Filename, fset.Position(o.Pos()).Filename
		if from != at {
			to[from][at] = true
		}
	}
	return to
}

// isMember reports whether an object is a method or a field, which has no scope of its own.
func isMember(o types.Object) bool {
	switch o := o.(type) {
	case *types.Func:
		return o.Signature().Recv() != nil
	case *types.Var:
		return o.IsField()
	}
	return false
}

// order puts files so that few arrows run back: who names most and is named least comes first.
func order(to map[string]map[string]bool) []string {
	left := map[string]bool{}
	for f := range to {
		left[f] = true
	}
	var first, last []string
	take := func(f string, into *[]string) {
		delete(left, f)
		*into = append(*into, f)
	}
	for len(left) > 0 {
		names := make([]string, 0, len(left))
		for f := range left {
			names = append(names, f)
		}
		slices.Sort(names)
		best, most := "", -len(to)-1
		for _, f := range names {
			out, in := 0, 0
			for _, o := range names {
				if to[f][o] {
					out++
				}
				if to[o][f] {
					in++
				}
			}
			if out == 0 { // a sink
				take(f, &last)
				best = ""
				most = len(to) + 1
				break
			}
			if out-in > most || in == 0 {
				best, most = f, out-in
				if in == 0 { // a source
					break
				}
			}
		}
		if best != "" {
			take(best, &first)
		}
	}
	slices.Reverse(last)
	return append(first, last...)
}
