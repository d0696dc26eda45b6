// House holds the repository to its own measures, so that rooms stay rooms one can hold in the head: the length of
// lines and functions, how branched a function is, how many terms a condition has, how many files a package and how
// many methods a type has, and which of the top-level packages knows which. It prints a line for each breach and ends
// with 1 if there is one.
//
// "go run ./.ci/house" checks all; "-figures" prints how near the largest come to the limits instead.
package main

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// The measures of the house.
const (
	mostColumns   = 120 // of a line
	mostLines     = 60  // of a function
	mostBranches  = 25  // cyclomatic complexity of a function (McCabe 1976)
	mostTerms     = 4   // of a condition joined by && and ||
	mostFiles     = 30  // of a package, tests aside
	mostMethods   = 60  // of a type
	mostOfReader  = 160 // of the reader's one model, which answers every key
	mostBack      = 60  // arrows between files of the reader against the order in which fewest do so
	reader        = "ui/reader"
	modelOfReader = "ui/reader model"
)

// mayKnow are the top-level packages that each may import.
var mayKnow = map[string][]string{
	"analysis": {"analysis"},
	"articles": {"articles", "analysis"},
	"ui":       {"ui", "articles", "analysis"},
}

type house struct {
	fset     *token.FileSet
	breaches []string
	methods  map[string]int // by package and type
	files    map[string]int // by package
	largest  map[string]sized
}

// sized is the largest of its sort.
type sized struct {
	size int
	what string
}

func main() {
	figures := flag.Bool("figures", false, "print the largest of each sort")
	flag.Parse()
	h := &house{fset: token.NewFileSet(), methods: map[string]int{}, files: map[string]int{}, largest: map[string]sized{}}
	for _, root := range []string{"main.go", "analysis", "articles", "ui", ".ci"} {
		if err := filepath.WalkDir(root, h.visit); err != nil {
			fmt.Fprintln(os.Stderr, "house:", err)
			os.Exit(2)
		}
	}
	h.rooms()
	if *figures {
		h.print()
		return
	}
	slices.Sort(h.breaches)
	for _, b := range h.breaches {
		fmt.Println(b)
	}
	if len(h.breaches) > 0 {
		os.Exit(1)
	}
}

func (h *house) visit(path string, d fs.DirEntry, err error) error {
	if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	f, err := parser.ParseFile(h.fset, path, data, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	raw := h.rawStrings(f)
	for n, line := range strings.Split(string(data), "\n") {
		if !raw[n+1] {
			h.measure("columns", utf8.RuneCountInString(line), mostColumns, fmt.Sprintf("%s:%d", path, n+1))
		}
	}
	if strings.HasSuffix(path, "_test.go") {
		return nil // a test may bring rooms together to see a whole story
	}
	h.imports(path, f)
	h.files[filepath.Dir(path)]++
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			h.function(path, fn)
		}
	}
	return nil
}

// rawStrings are the lines on which a raw string stands, which cannot be broken without a change of what it says.
func (h *house) rawStrings(f *ast.File) map[int]bool {
	on := map[int]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING && strings.HasPrefix(l.Value, "`") {
			for i := h.fset.Position(l.Pos()).Line; i <= h.fset.Position(l.End()).Line; i++ {
				on[i] = true
			}
		}
		return true
	})
	return on
}

// measure notes a size, and that it is too large.
func (h *house) measure(sort string, size, most int, what string) {
	if size > h.largest[sort].size {
		h.largest[sort] = sized{size, what}
	}
	if size > most {
		h.breaches = append(h.breaches, fmt.Sprintf("%s: %d %s, at most %d", what, size, sort, most))
	}
}

func (h *house) imports(path string, f *ast.File) {
	room, _, _ := strings.Cut(filepath.ToSlash(path), "/")
	may, ok := mayKnow[room]
	if !ok {
		return
	}
	for _, i := range f.Imports {
		p := strings.Trim(i.Path.Value, `"`)
		if p, ours := strings.CutPrefix(p, "hearsay/"); ours {
			if to, _, _ := strings.Cut(p, "/"); !slices.Contains(may, to) {
				h.breaches = append(h.breaches, fmt.Sprintf("%s: %s may not know %s", path, room, p))
			}
		}
	}
}

func (h *house) function(path string, fn *ast.FuncDecl) {
	from, to := h.fset.Position(fn.Pos()), h.fset.Position(fn.End())
	what := fmt.Sprintf("%s:%d: %s", path, from.Line, fn.Name.Name)
	h.measure("lines", to.Line-from.Line+1, mostLines, what)
	h.measure("branches", branches(fn), mostBranches, what)
	ast.Inspect(fn, func(n ast.Node) bool {
		b, ok := n.(*ast.BinaryExpr)
		if !ok || !joins(b.Op) {
			return true
		}
		h.measure("terms", terms(b), mostTerms, fmt.Sprintf("%s:%d: %s", path, h.fset.Position(b.Pos()).Line, fn.Name.Name))
		return false
	})
	if fn.Recv != nil && len(fn.Recv.List) == 1 {
		h.methods[filepath.ToSlash(filepath.Dir(path))+" "+receiver(fn.Recv.List[0].Type)]++
	}
}

func joins(op token.Token) bool { return op == token.LAND || op == token.LOR }

// branches is one more than the places at which a function's way parts.
func branches(fn *ast.FuncDecl) int {
	n := 1
	ast.Inspect(fn, func(x ast.Node) bool {
		switch x := x.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if x.List != nil {
				n++
			}
		case *ast.CommClause:
			n++
		case *ast.BinaryExpr:
			if joins(x.Op) {
				n++
			}
		}
		return true
	})
	return n
}

// terms is how many terms a condition joins.
func terms(e ast.Expr) int {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return terms(e.X)
	case *ast.UnaryExpr:
		return terms(e.X)
	case *ast.BinaryExpr:
		if joins(e.Op) {
			return terms(e.X) + terms(e.Y)
		}
	}
	return 1
}

func receiver(e ast.Expr) string {
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

// rooms measures packages and types once all files are read.
func (h *house) rooms() {
	for name, n := range h.files {
		h.measure("files", n, mostFiles, name)
	}
	for name, n := range h.methods {
		most := mostMethods
		if name == modelOfReader {
			most = mostOfReader
		}
		h.measure("methods", n, most, name)
	}
	all, back := arrows(reader)
	h.measure("arrows back", back, mostBack, fmt.Sprintf("%s, of %d arrows between files", reader, all))
}

func (h *house) print() {
	for _, sort := range []string{"columns", "lines", "branches", "terms", "files", "methods", "arrows back"} {
		fmt.Printf("%-11s %4d  %s\n", sort, h.largest[sort].size, h.largest[sort].what)
	}
	fmt.Printf("%-11s %4d  %s\n", "methods", h.methods[modelOfReader], modelOfReader)
}
