//go:build !amd64 && !arm64

package kernel

// implementations are those that this machine has.
var implementations = []*Implementation{portable}
