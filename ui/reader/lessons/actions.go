package lessons

import "hearsay/ui/reader/keys"

// Action is an action of the key table with what it does.
type Action struct {
	keys.Action
	Do func(*Mode)
}

// Actions are those of the lessons.
func Actions(group string) []Action {
	return []Action{
		{keys.Action{Name: "lessons", Keys: []string{"f2"}, Short: "lessons", Group: group, In: keys.Anywhere | keys.Picking,
			Help: "five short lessons, learnt by doing, ten minutes in all; or leave them"}, (*Mode).Toggle},
		{keys.Action{Name: "skip-step", Keys: []string{"f3"}, Group: group, In: keys.Anywhere | keys.Picking,
			Help: "pass over a step of the lesson"}, (*Mode).Skip},
	}
}
