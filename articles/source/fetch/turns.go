package fetch

import (
	"context"
	"io"
	"net/http"
	"sync"
)

// turns lets one request at a time be under way to a host, from its first byte to the last of the answer, wherever
// other pages lead: many at once are a burden that no reader of a page is.
type turns struct {
	next http.RoundTripper

	lock  sync.Mutex
	hosts map[string]chan struct{}
}

// RoundTrip waits for the host's turn, asks, and gives the turn back when the answer was read.
func (t *turns) RoundTrip(r *http.Request) (*http.Response, error) {
	turn := t.of(r.URL.Host)
	if err := take(r.Context(), turn); err != nil {
		return nil, err
	}
	done := sync.OnceFunc(func() { <-turn })
	answer, err := t.next.RoundTrip(r)
	if err != nil {
		done()
		return nil, err
	}
	answer.Body = &answered{answer.Body, done}
	return answer, nil
}

func (t *turns) of(host string) chan struct{} {
	t.lock.Lock()
	defer t.lock.Unlock()
	if t.hosts == nil {
		t.hosts = map[string]chan struct{}{}
	}
	if t.hosts[host] == nil {
		t.hosts[host] = make(chan struct{}, 1)
	}
	return t.hosts[host]
}

func take(ctx context.Context, turn chan struct{}) error {
	select {
	case turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// answered is the body of an answer whose end is the next one's turn.
type answered struct {
	io.ReadCloser
	done func()
}

func (a *answered) Close() error {
	defer a.done()
	return a.ReadCloser.Close()
}
