package opening

// mark marks the current article, or takes its mark away, and goes on to the next.
func (o *Opening) mark() {
	item, ok := o.Current()
	if !ok {
		return
	}
	if o.marks[item] {
		delete(o.marks, item)
	} else {
		o.marks[item] = true
	}
	o.Step(1)
}

// chosen are the articles that are marked, in the order in which they are listed, else the current one.
func (o *Opening) chosen() (items []int) {
	for _, r := range o.asked.Rows() {
		if o.marks[r.Item] {
			items = append(items, r.Item)
		}
	}
	if item, ok := o.Current(); ok && len(items) == 0 {
		items = []int{item}
	}
	return items
}

// change is what a key does to the library; nil for nothing.
func (o *Opening) change(key string) func() {
	items := o.chosen()
	switch {
	case o.asked.Remove == nil:
		return nil
	case key == "ctrl+z":
		return o.asked.Undo
	case key == "ctrl+r":
		return o.asked.Refresh
	case key == "alt+enter":
		item, ok := o.Current()
		typed := o.input.Value()
		if named := o.at < len(o.shown) && o.shown[o.at].named != ""; !named {
			typed = ""
		}
		if !ok && typed == "" {
			return nil
		}
		return func() { o.asked.Keep(typed, item) }
	case len(items) == 0:
		return nil
	case key == "ctrl+x":
		return func() {
			o.asked.Remove(items)
			clear(o.marks)
			o.Changed()
		}
	}
	return func() { o.asked.Tag(items) }
}

// Changed shows what there is now; the line that is current stays as far as it can.
func (o *Opening) Changed() {
	at, top := o.at, o.top
	o.narrow()
	o.at, o.top = min(at, max(len(o.shown)-1, 0)), top
	if o.at < len(o.shown) && !o.shown[o.at].chosen() {
		o.Step(1)
	}
	if o.at < len(o.shown) && !o.shown[o.at].chosen() {
		o.Step(-1)
	}
}
