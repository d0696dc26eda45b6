//go:build !amd64 && !arm64

package kernel

var ways = []*way{portable}
