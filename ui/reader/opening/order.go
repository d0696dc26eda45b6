package opening

import (
	"cmp"
	"slices"
	"strings"
)

// order is by what the articles of each section are listed: a column, or as they came.
type order struct {
	column    string // its name; empty for as they came
	backwards bool
}

// orders are the orders that one key goes through: numbers and days begin with the greatest.
var orders = []order{{}, {"article", false}, {"outlet", false}, {"date", true}, {"quotes", true}, {"speakers", true}}

// next is the order behind this one.
func (o order) next() order {
	i := slices.IndexFunc(orders, func(x order) bool { return x.column == o.column })
	return orders[(i+1)%len(orders)]
}

// turned is the order by a column, the other way round where it is by that already.
func (o order) turned(column string) order {
	if o.column == column {
		return order{column, !o.backwards}
	}
	i := slices.IndexFunc(orders, func(x order) bool { return x.column == column })
	if i < 0 {
		return o
	}
	return orders[i]
}

// sorted are rows in the order, section by section.
func (o order) sorted(rows []Row) []Row {
	if o.column == "" {
		return rows
	}
	section := map[string]int{}
	for _, r := range rows {
		if _, ok := section[r.Section]; !ok {
			section[r.Section] = len(section)
		}
	}
	out := slices.Clone(rows)
	slices.SortStableFunc(out, func(a, b Row) int {
		if c := section[a.Section] - section[b.Section]; c != 0 {
			return c
		}
		c := o.compare(a, b)
		if o.backwards {
			return -c
		}
		return c
	})
	return out
}

func (o order) compare(a, b Row) int {
	switch o.column {
	case "article":
		return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	case "outlet":
		return cmp.Compare(strings.ToLower(a.Outlet), strings.ToLower(b.Outlet))
	case "date":
		return a.Date.Compare(b.Date)
	case "quotes":
		return cmp.Compare(a.Quotes, b.Quotes)
	}
	return cmp.Compare(a.Speakers, b.Speakers)
}

// mark stands behind the name of the column by which is listed.
func (o order) mark(column string) string {
	switch {
	case o.column != column:
		return ""
	case o.backwards:
		return "↓"
	}
	return "↑"
}

// order lists by something else. The current article stays current.
func (o *Opening) order(by order) {
	item, ok := o.Current()
	o.by = by
	o.narrow()
	for i, l := range o.shown {
		if ok && l.row >= 0 && o.rows[l.row].Item == item {
			o.at = i
		}
	}
}

// columnAt is the column at a cell of a heading of w cells.
func columnAt(x, w int) (name string, ok bool) {
	at := w - 1
	for _, c := range slices.Backward(columns()) {
		if w < c.from {
			continue
		}
		if at -= c.cells + 2; x >= at {
			return c.name, c.name != lastColumn
		}
	}
	return "article", x >= 0
}
