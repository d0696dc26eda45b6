package analysis

import (
	"fmt"
	"math"
)

// Sure says a confidence as a word and a number: "likely 0.71".
func Sure(confidence float64) string {
	confidence = math.Round(100*confidence) / 100 // so that word and number agree
	word := "a guess"
	switch {
	case confidence >= 0.85:
		word = "sure"
	case confidence >= 0.65:
		word = "likely"
	case confidence >= 0.45:
		word = "unsure"
	}
	return fmt.Sprintf("%s %.2f", word, confidence)
}
