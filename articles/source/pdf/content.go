package pdf

import "math"

// matrix is a transformation of the plane: x' = ax + cy + e, y' = bx + dy + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// by is what comes of m and then n.
func (m matrix) by(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// run is a stretch of text on a page: where it begins and ends, on which line, and how big it is.
type run struct {
	text      string
	x, end, y float64
	size      float64
	bold      bool
}

// graphics is what instructions set and a later one brings back.
type graphics struct {
	ctm                                matrix
	font                               *font
	size, chars, words, scale, leading float64
	rise                               float64
}

// The most instructions of a document, and the most forms within each other.
const (
	mostSteps = 20 << 20
	mostForms = 8
)

// reader goes through the instructions of pages.
type reader struct {
	*file
	fonts map[any]*font
	steps int
	size  int // in bytes, of instructions that have been gone through
	alone int // fonts that stand in a page's own resources
	runs  []run
	// undecoded counts the strings of which nothing tells what they say.
	undecoded int

	state    graphics
	saved    []graphics
	tm, line matrix
	artifact int // marked contents that are open and belong to the page, as running heads do
	marks    []bool
}

// page gathers the text of a page.
func (r *reader) page(p page) []run {
	r.runs, r.saved, r.marks, r.artifact = nil, nil, nil, 0
	r.state = graphics{ctm: identity, scale: 1}
	r.tm, r.line = identity, identity
	r.execute(r.content(p.contents), r.dict(p.resources), 0)
	return r.runs
}

// execute goes through instructions.
func (r *reader) execute(data []byte, resources dict, depth int) {
	if r.size += len(data); r.size > mostUnpacked {
		return
	}
	l := &lexer{in: data}
	var args []any
	for o := l.next(); o != nil; o = l.next() {
		if r.steps++; r.steps > mostSteps {
			return
		}
		op, ok := o.(operator)
		if !ok {
			if len(args) < 1<<10 {
				args = append(args, o)
			}
			continue
		}
		switch op {
		case "BI":
			skipImage(l)
		case "Do":
			r.form(args, resources, depth)
		case "Tf":
			r.setFont(args, resources)
		default:
			if !r.graphic(op, args) {
				r.show(op, args)
			}
		}
		args = args[:0]
	}
}

// skipImage passes over the bytes of a picture among instructions.
func skipImage(l *lexer) {
	for l.at+3 < len(l.in) {
		if isBlank(l.in[l.at]) && l.in[l.at+1] == 'E' && l.in[l.at+2] == 'I' && isBlank(l.in[l.at+3]) {
			l.at += 3
			return
		}
		l.at++
	}
	l.at = len(l.in)
}

// form goes through the instructions of a form, which is a page within a page.
func (r *reader) form(args []any, resources dict, depth int) {
	n, _ := first(args).(name)
	s, ok := r.resolve(r.dict(resources["XObject"])[n]).(stream)
	if !ok || depth == mostForms || r.resolve(s.dict["Subtype"]) != name("Form") {
		return
	}
	before, saved := r.state, r.saved
	if m, ok := r.matrix(s.dict["Matrix"]); ok {
		r.state.ctm = m.by(r.state.ctm)
	}
	if own := r.dict(s.dict["Resources"]); own != nil {
		resources = own
	}
	r.execute(r.bytes(s), resources, depth+1)
	r.state, r.saved = before, saved
}

func (r *reader) matrix(o any) (m matrix, ok bool) {
	list, _ := r.resolve(o).([]any)
	return numbers(list)
}

// numbers are the six of a matrix.
func numbers(list []any) (m matrix, ok bool) {
	if len(list) < 6 {
		return m, false
	}
	for i, o := range list[len(list)-6:] {
		m[i], _ = o.(float64)
	}
	return m, true
}

func (r *reader) setFont(args []any, resources dict) {
	if len(args) < 2 {
		return
	}
	n, _ := args[0].(name)
	r.state.size, _ = args[1].(float64)
	o := r.dict(resources["Font"])[n]
	key := o
	if _, ok := o.(ref); !ok {
		if r.alone++; r.alone < mostSaved {
			r.state.font = r.file.font(o)
		}
		return
	}
	if r.fonts[key] == nil {
		r.fonts[key] = r.file.font(o)
	}
	r.state.font = r.fonts[key]
}

// mostSaved is how many states may be kept.
const mostSaved = 1 << 10

// graphic takes an instruction that shows nothing, and says whether it is one.
func (r *reader) graphic(op operator, args []any) bool {
	n := 0.0
	if len(args) > 0 {
		n, _ = args[len(args)-1].(float64)
	}
	switch op {
	case "q":
		if len(r.saved) < mostSaved {
			r.saved = append(r.saved, r.state)
		}
	case "Q":
		if k := len(r.saved); k > 0 {
			r.state, r.saved = r.saved[k-1], r.saved[:k-1]
		}
	case "cm":
		if m, ok := numbers(args); ok {
			r.state.ctm = m.by(r.state.ctm)
		}
	case "Tc":
		r.state.chars = n
	case "Tw":
		r.state.words = n
	case "Tz":
		r.state.scale = n / 100
	case "TL":
		r.state.leading = n
	case "Ts":
		r.state.rise = n
	case "BMC", "BDC":
		isArtifact := first(args) == name("Artifact")
		if r.marks = append(r.marks, isArtifact); isArtifact {
			r.artifact++
		}
	case "EMC":
		if k := len(r.marks); k > 0 {
			if r.marks[k-1] {
				r.artifact--
			}
			r.marks = r.marks[:k-1]
		}
	default:
		return false
	}
	return true
}

// show takes an instruction that moves or shows text.
func (r *reader) show(op operator, args []any) {
	pair := func() (x, y float64) {
		if len(args) >= 2 {
			x, _ = args[len(args)-2].(float64)
			y, _ = args[len(args)-1].(float64)
		}
		return x, y
	}
	switch op {
	case "BT":
		r.tm, r.line = identity, identity
	case "Td", "TD":
		x, y := pair()
		if op == "TD" {
			r.state.leading = -y
		}
		r.move(x, y)
	case "Tm":
		if m, ok := numbers(args); ok {
			r.tm, r.line = m, m
		}
	case "T*":
		r.move(0, -r.state.leading)
	case "'", `"`:
		r.move(0, -r.state.leading)
		if len(args) > 0 {
			r.text(args[len(args)-1])
		}
	case "Tj":
		r.text(first(args))
	case "TJ":
		list, _ := first(args).([]any)
		for _, o := range list {
			if n, ok := o.(float64); ok {
				r.advance(-n / 1000 * r.state.size * r.state.scale)
				continue
			}
			r.text(o)
		}
	}
}

func (r *reader) move(x, y float64) {
	r.line = matrix{1, 0, 0, 1, x, y}.by(r.line)
	r.tm = r.line
}

func (r *reader) advance(x float64) { r.tm = matrix{1, 0, 0, 1, x, 0}.by(r.tm) }

// mostRuns is how many stretches of text a page may have.
const mostRuns = 1 << 18

// text shows a string. What stands on its side or head is left out: it is what runs along a margin.
func (r *reader) text(o any) {
	s, ok := o.(text)
	if !ok || r.state.font == nil || len(r.runs) >= mostRuns {
		return
	}
	out, width, signs, blanks := r.state.font.decode(s)
	if r.state.font.unknown && len(s) > 1 {
		r.undecoded++
	}
	g := r.state
	m := matrix{1, 0, 0, 1, 0, g.rise}.by(r.tm).by(g.ctm)
	r.advance((width/1000*g.size + float64(signs)*g.chars + float64(blanks)*g.words) * g.scale)
	end := matrix{1, 0, 0, 1, 0, g.rise}.by(r.tm).by(g.ctm)
	size := math.Abs(g.size) * math.Hypot(m[2], m[3])
	upright := m[0] > 0 && math.Abs(m[1]) < math.Abs(m[0])/10
	placed := size > 0 && !math.IsInf(m[4]+end[4]+m[5]+size, 0) && !math.IsNaN(m[4]+end[4]+m[5]+size)
	if out != "" && r.artifact == 0 && upright && placed {
		r.runs = append(r.runs, run{out, m[4], end[4], m[5], size, g.font.bold})
	}
}
