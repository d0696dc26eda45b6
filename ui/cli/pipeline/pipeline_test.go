package pipeline

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// The results come in the order of the inputs, though the first take longest, and few inputs are held at a time.
func TestInOrderKeepsTheOrderAndHoldsLittle(t *testing.T) {
	var got []int
	var held, most atomic.Int64
	inputs := func(yield func(int) bool) {
		for i := range 300 {
			most.Store(max(most.Load(), held.Add(1)))
			if !yield(i) {
				return
			}
		}
	}
	work := func(_ context.Context, i int) int {
		if i%50 == 0 {
			time.Sleep(2 * time.Millisecond)
		}
		return i
	}
	err := InOrder(context.Background(), inputs, work, func(i int) error {
		held.Add(-1)
		got = append(got, i)
		return nil
	})
	if err != nil || !slices.Equal(got, slices.Collect(numbers(300))) {
		t.Errorf("error %v, results %v", err, got)
	}
	if limit := int64(5 * runtime.GOMAXPROCS(0)); most.Load() > limit+2 {
		t.Errorf("%d inputs were held at a time, want %d", most.Load(), limit)
	}
}

func TestInOrderOfNothing(t *testing.T) {
	work := func(_ context.Context, i int) int { return i }
	if err := InOrder(context.Background(), numbers(0), work,
		func(int) error { return errors.New("called") }); err != nil {
		t.Error(err)
	}
}

func TestInOrderStopsWhereAResultCannotBeTaken(t *testing.T) {
	full, taken := errors.New("full"), 0
	work := func(_ context.Context, i int) int { return i }
	err := InOrder(context.Background(), numbers(1_000_000), work, func(i int) error {
		if taken++; i == 5 {
			return full
		}
		return nil
	})
	if err != full || taken != 6 {
		t.Errorf("error %v after %d results", err, taken)
	}
}

// A person who stops the program is obeyed even while it waits for input that does not come, or for work that goes on.
func TestInOrderStopsWhileItWaits(t *testing.T) {
	forever := make(chan struct{})
	defer close(forever)
	stuckInput := func(yield func(int) bool) { <-forever }
	stuckWork := func(_ context.Context, i int) int { <-forever; return i }
	for name, run := range map[string]func(context.Context) error{
		"input": func(ctx context.Context) error {
			return InOrder(ctx, stuckInput, stuckWork, func(int) error { return nil })
		},
		"work": func(ctx context.Context) error {
			return InOrder(ctx, numbers(9), stuckWork, func(int) error { return nil })
		},
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
		if err := run(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("stuck %s: %v", name, err)
		}
		cancel()
	}
}
