package encoder

import "hearsay/analysis/encoder/kernel"

// attend lets the first m pieces hear n by one head: each what the others have to say, the more the better its question
// meets their keys.
func (d *desk) attend(head, m, n int) {
	width, stride := d.head(), 3*d.hidden
	question := head * width
	d.keys.Reset(width, n)
	d.keys.Bar(n)
	d.values.Reset(n, width)
	for i := range n {
		row := d.asked[i*stride+question:]
		d.keys.SetColumn(i, row[d.hidden:][:width])
		d.values.SetRow(i, row[2*d.hidden:][:width])
	}
	columns := kernel.Columns(n)
	d.keys.Times(m, d.asked[question:], stride, d.scores, columns)
	var shares [places]float32
	for i := range m {
		shares[i] = 1 / kernel.Softmax(d.scores[i*columns:][:columns])
	}
	d.values.Times(m, d.scores, columns, d.heard[question:], d.hidden)
	for i, by := range shares[:m] {
		heard := d.heard[i*d.hidden+question:][:width]
		for k := range heard {
			heard[k] *= by
		}
	}
}
