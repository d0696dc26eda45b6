package weights

import (
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Pack makes a file smaller (Zstandard, RFC 8878): one that is mostly zeros to a fifth.
func Pack(file []byte) ([]byte, error) {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		return nil, fmt.Errorf("pack weights: %w", err)
	}
	return w.EncodeAll(file, nil), w.Close()
}

// Unpack gives back a file of this form that was packed. What is no such file is Damaged; what it says is for Check to
// judge.
func (f Form) Unpack(packed string) (string, error) {
	var frame zstd.Header
	if err := frame.Decode([]byte(packed[:min(len(packed), zstd.HeaderMaxSize)])); err != nil || !frame.HasFCS {
		return "", f.Damaged()
	}
	r, err := zstd.NewReader(strings.NewReader(packed), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return "", fmt.Errorf("unpack the weights for %s: %w", f.Of, err)
	}
	defer r.Close()
	var file strings.Builder
	file.Grow(int(min(frame.FrameContentSize, mostUnpacked)))
	if _, err := io.Copy(&file, r); err != nil {
		return "", f.Damaged()
	}
	return file.String(), nil
}

// mostUnpacked is for how many bytes room is made at once, whatever a file says of itself.
const mostUnpacked = 1 << 24
