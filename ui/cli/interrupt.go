package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// interrupts gives a context that ends at the first ctrl+c, at the polite request to end, and when the terminal goes; a
// second one ends the program at once, in case the first finds it stuck.
func interrupts() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
