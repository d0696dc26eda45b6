package encoder

import "hearsay/analysis/encoder/kernel"

// network is what was learnt, laid out for use.
type network struct {
	words  string    // the vectors that pieces have by themselves, in half bytes
	steps  []float32 // what a unit of each is worth
	places []float32 // what is added for the place in a chunk
	norm   norm
	layers []layer
	out    *kernel.Packed
}

// norm brings a vector to a known mean and variance.
type norm struct{ gain, shift []float32 }

// layer lets the pieces of a chunk hear each other (attention), and then thinks about each by itself.
type layer struct {
	asked, heard           *kernel.Packed // questions, keys and values; what is made of the answers
	wide, thought          *kernel.Packed
	heardNorm, thoughtNorm norm
}

// desk is the room in which one goroutine works: rows for the pieces of a chunk.
type desk struct {
	size
	x            []float32 // what is known of each piece
	asked        []float32 // its question, key and value
	heard        []float32
	wide         []float32
	more         []float32 // what is to be added to x
	scores       []float32
	keys, values kernel.Packed // of one head
	result       []float32
	lens         *Lens     // nil where there is none
	levels       []float32 // for each token what all layers know of it
	lensed       []float32
}

func newDesk(s size, l *Lens) *desk {
	room := func(columns int) []float32 { return make([]float32, kernel.Rows(places)*kernel.Columns(columns)) }
	d := &desk{size: s, x: room(s.hidden), asked: room(3 * s.hidden), heard: room(s.hidden), wide: room(s.inner),
		more: room(s.hidden), scores: room(places), result: room(s.out), lens: l}
	if l != nil {
		d.levels, d.lensed = make([]float32, kernel.Rows(places)*l.known), room(l.width)
	}
	return d
}

// encode writes the vectors of a chunk's tokens.
func (d *desk) encode(k *network, c *chunk, v *Vectors) {
	n := len(c.pieces)
	d.lookUp(k, c.pieces)
	for i := range k.layers {
		d.gaze(i, c)
		var kept []int32
		if i == len(k.layers)-1 {
			kept = c.starts
		}
		n = d.through(&k.layers[i], n, kept)
	}
	d.gazeLast(n)
	d.see(c.from, n, v)
	wide := kernel.Columns(d.out)
	k.out.Times(n, d.x, d.hidden, d.result, wide)
	for i := range n {
		copy(v.all[(c.from+i)*d.out:][:d.out], d.result[i*wide:])
		v.keep(c.from+i, d.x[i*d.hidden:][:d.hidden])
	}
}

// lookUp begins with what pieces are by themselves, and where they stand.
func (d *desk) lookUp(k *network, pieces []int32) {
	for i, p := range pieces {
		x, step, word := d.x[i*d.hidden:][:d.hidden], k.steps[p], k.words[int(p)*d.hidden/2:][:d.hidden/2]
		for j := range len(word) {
			b := int32(word[j])
			x[2*j], x[2*j+1] = step*float32(b&15-8), step*float32(b>>4-8)
		}
		kernel.Settle(x, k.places[i*d.hidden:][:d.hidden], k.norm.gain, k.norm.shift)
	}
}

// through puts n pieces through a layer, and returns how many it kept. For others than those kept, where they are named,
// the work ends once they have been heard.
func (d *desk) through(l *layer, n int, kept []int32) int {
	l.asked.Times(n, d.x, d.hidden, d.asked, 3*d.hidden)
	m := n
	if kept != nil {
		m = d.keep(kept)
	}
	for head := range d.heads {
		d.attend(head, m, n)
	}
	l.heard.Times(m, d.heard, d.hidden, d.more, d.hidden)
	d.settle(m, l.heardNorm)
	l.wide.Times(m, d.x, d.hidden, d.wide, d.inner)
	kernel.Gelu(d.wide[:m*d.inner])
	l.thought.Times(m, d.wide, d.inner, d.more, d.hidden)
	d.settle(m, l.thoughtNorm)
	return m
}

// keep moves some pieces, and their questions, to the front. They are named in order, so that none is written over.
func (d *desk) keep(kept []int32) int {
	for to, from := range kept {
		copy(d.x[to*d.hidden:][:d.hidden], d.x[int(from)*d.hidden:])
		copy(d.asked[to*3*d.hidden:][:d.hidden], d.asked[int(from)*3*d.hidden:])
	}
	return len(kept)
}

// settle adds what was found to what is known of the first n pieces.
func (d *desk) settle(n int, by norm) {
	for at := 0; at < n*d.hidden; at += d.hidden {
		kernel.Settle(d.x[at:][:d.hidden], d.more[at:], by.gain, by.shift)
	}
}
