package cli

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagFault says what is wrong with the value of a flag in words of the command line's, not of the language it is written in.
func flagFault(_ *cobra.Command, err error) error {
	var wrong *pflag.InvalidValueError
	if !errors.As(err, &wrong) {
		return err
	}
	name, value := wrong.GetFlag().Name, wrong.GetValue()
	number := "a number"
	switch wrong.GetFlag().Value.Type() {
	case "bool":
		return usage("--%s is true or false, not “%s”", name, value)
	case "uint64":
		number = "a number, 0 or more"
	case "int":
	default:
		return err
	}
	if errors.Is(err, strconv.ErrRange) {
		return usage("--%s is %s, and “%s” is too large", name, number, value)
	}
	return usage("--%s is %s, not “%s”", name, number, value)
}
