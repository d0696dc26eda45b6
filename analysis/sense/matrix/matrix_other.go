//go:build !amd64 && !arm64

package matrix

var ways = []*way{portable}
