// Package journey remembers where a reader has been. It promises that going back restores the state a jump left, that
// going forward again undoes going back, and that both are silent where there is nothing more.
package journey

// limit is how many states are remembered; the oldest are forgotten first.
const limit = 200

// Journey is the way a reader came, as states of T. Its zero value is a journey that has just begun.
type Journey[T comparable] struct {
	behind, ahead []T // the nearest last
}

// Leave remembers the state that a jump is about to leave, and drops what going back had left ahead.
func (j *Journey[T]) Leave(here T) {
	j.ahead = nil
	j.behind = push(j.behind, here)
}

// Back is the state that the last jump left, or false at the journey's start. What is here now can be come back to with
// [Journey.Forward].
func (j *Journey[T]) Back(here T) (T, bool) { return move(&j.behind, &j.ahead, here) }

// Forward is the state that the last step back left, or false where none was taken since the last jump.
func (j *Journey[T]) Forward(here T) (T, bool) { return move(&j.ahead, &j.behind, here) }

// move takes the nearest state of from that is not the one here, and puts that on to.
func move[T comparable](from, to *[]T, here T) (T, bool) {
	way := *from
	for len(way) > 0 && way[len(way)-1] == here {
		way = way[:len(way)-1]
	}
	*from = way
	if len(way) == 0 {
		var none T
		return none, false
	}
	*from, *to = way[:len(way)-1], push(*to, here)
	return way[len(way)-1], true
}

// push adds a state unless it is the one added last.
func push[T comparable](way []T, state T) []T {
	if n := len(way); n > 0 && way[n-1] == state {
		return way
	}
	if len(way) >= limit {
		way = append([]T(nil), way[len(way)-limit+1:]...)
	}
	return append(way, state)
}
