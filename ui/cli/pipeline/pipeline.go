// Package pipeline works on many things at once and gives what comes of them in their order.
package pipeline

import (
	"context"
	"iter"
	"runtime"
)

// InOrder does work on the inputs of a sequence, several at once, and hands the results to each in the order of the
// inputs, from the goroutine that called it. Only a few inputs are held at a time, however many there are. It ends
// early, with the error, when each fails or the context ends, even where the sequence is blocked just then.
func InOrder[In, Out any](ctx context.Context, inputs iter.Seq[In], work func(context.Context, In) Out,
	each func(Out) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	queue := make(chan chan Out, 3*workers)
	busy := make(chan struct{}, workers)
	go func() {
		defer close(queue)
		for in := range inputs {
			select {
			case busy <- struct{}{}:
			case <-ctx.Done():
				return
			}
			done := make(chan Out, 1)
			go func() {
				done <- work(ctx, in)
				<-busy
			}()
			select {
			case queue <- done:
			case <-ctx.Done():
				return
			}
		}
	}()
	for {
		done, err := next(ctx, queue)
		if done == nil {
			return err
		}
		out, err := next(ctx, done)
		if err == nil {
			err = each(out)
		}
		if err != nil {
			return err
		}
	}
}

// next waits for a value or for the end of the context. Of a channel that is closed it gives the zero value.
func next[T any](ctx context.Context, from <-chan T) (T, error) {
	select {
	case v := <-from:
		return v, ctx.Err()
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
