package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
)

// doccano is what its lines hold beside the text: entities and relations between them; or labels, as triples of start,
// end and name.
type doccano struct {
	Entities list `json:"entities"`
	Label    list `json:"label"`
	Labels   list `json:"labels"` // as older versions call it
}

// label is the list of labels, nil where there is none.
func (d *doccano) label() list {
	if d.Label != nil {
		return d.Label
	}
	return d.Labels
}

// labels reads spans that nothing joins: each content is an attribution without cue and source.
func (d *doccano) labels(s *standoff) error {
	for i, data := range d.label() {
		var parts []json.RawMessage
		var at points
		var name string
		err := json.Unmarshal(data, &parts)
		if err == nil && len(parts) == 3 {
			err = errors.Join(json.Unmarshal(parts[0], &at[0]), json.Unmarshal(parts[1], &at[1]),
				json.Unmarshal(parts[2], &name))
		}
		if err != nil || len(parts) != 3 {
			return fmt.Errorf("%s is no [start, end, label]", begin(string(data)))
		}
		s.add(strconv.Itoa(i), &marking{role: roleOf(name), at: []points{at}}, 0)
	}
	return nil
}

// entities reads spans and what joins them.
func (d *doccano) entities(s *standoff, relations list) error {
	all, err := decoded[struct {
		ID    *int   `json:"id"`
		Label string `json:"label"`
		Start *int   `json:"start_offset"`
		End   *int   `json:"end_offset"`
	}]("entities", d.Entities)
	if err != nil {
		return err
	}
	for i, e := range all {
		if e.Start == nil || e.End == nil {
			return fmt.Errorf("no. %d of “entities” has no “start_offset” or no “end_offset”", i+1)
		}
		id := "entity " + strconv.Itoa(i+1)
		if e.ID != nil {
			id = strconv.Itoa(*e.ID)
		}
		if s.marks[id] != nil {
			return fmt.Errorf("two “entities” have the id %s", id)
		}
		s.add(id, &marking{role: roleOf(e.Label), at: []points{{*e.Start, *e.End}}}, 0)
	}
	return d.related(s, relations)
}

// relations reads what joins entities.
func (d *doccano) related(s *standoff, relations list) error {
	all, err := decoded[struct {
		From *int   `json:"from_id"`
		To   *int   `json:"to_id"`
		Type string `json:"type"`
	}]("relations", relations)
	if err != nil {
		return err
	}
	for i, r := range all {
		if r.From == nil || r.To == nil {
			return fmt.Errorf("no. %d of “relations” has no “from_id” or no “to_id”", i+1)
		}
		from, to := strconv.Itoa(*r.From), strconv.Itoa(*r.To)
		for _, id := range []string{from, to} {
			if s.marks[id] == nil {
				return fmt.Errorf("no. %d of “relations” joins the entity %s, which is not there", i+1, id)
			}
		}
		s.link(r.Type, from, to)
	}
	return nil
}
