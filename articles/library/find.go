package library

import (
	"context"
	"strings"
)

// fewestDigits is how much of a key must be given.
const fewestDigits = 4

// Find returns the key of the article that a name stands for: a key, the beginning of one, all digits of the sum of its
// text, or the id that it came with.
func (l *Library) Find(ctx context.Context, name string) (string, error) {
	found, err := l.byDigits(ctx, strings.ToLower(name))
	if err == nil && len(found) == 0 {
		found, err = l.byID(ctx, name)
	}
	switch {
	case err != nil:
		return "", fault(l.path, err)
	case len(found) == 0:
		return "", noArticle(name)
	case len(found) > 1:
		return "", &Error{Name: name, Err: ErrSeveral, Hint: "name one of " + strings.Join(found[:min(len(found), 5)], ", ")}
	}
	return found[0], nil
}

// byDigits finds articles by the beginning of their sums. One whose key is just that is the one that is meant.
func (l *Library) byDigits(ctx context.Context, name string) ([]string, error) {
	if len(name) < fewestDigits || strings.Trim(name, "0123456789abcdef") != "" {
		return nil, nil
	}
	head := name[:min(len(name), shortestKey)]
	rows, err := l.db.QueryContext(ctx, "SELECT key, sum FROM article WHERE key >= ? AND key < ? ORDER BY key", head,
		head+"g")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var key string
		var sum []byte
		if err := rows.Scan(&key, &sum); err != nil {
			return nil, err
		}
		if key == name {
			return []string{key}, nil
		}
		if strings.HasPrefix(digits(sum), name) {
			found = append(found, key)
		}
	}
	return found, rows.Err()
}

func (l *Library) byID(ctx context.Context, id string) ([]string, error) {
	return column(ctx, l, "SELECT key FROM article WHERE id = ? ORDER BY number DESC", id)
}

// column reads a column of texts.
func column(ctx context.Context, l *Library, query string, args ...any) ([]string, error) {
	rows, err := l.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// Holds returns the key of the article that has a text; it is empty where there is none.
func (l *Library) Holds(ctx context.Context, text string) (string, error) {
	keys, err := column(ctx, l, "SELECT key FROM article WHERE sum = ?", textSum(text))
	if err != nil || len(keys) == 0 {
		return "", fault(l.path, err)
	}
	return keys[0], nil
}
