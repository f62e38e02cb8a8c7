package diagnose

import (
	"errors"

	"netvisormac/mac"
	"netvisormac/mac/internal/calc"
)

var (
	// ErrMistake is returned by Mistaken for an id that is not in the table.
	ErrMistake = errors.New("no mistake has this id")
	// ErrNoChange is returned by Mistaken for a mistake that leaves this request's MAC right.
	ErrNoChange = errors.New("this mistake changes nothing of this request")
)

// Mistaken makes a mistake: it returns r with the MAC that somebody sends who
// makes it, and how that MAC came about. Of the ways to make it, it takes the
// first that can be encoded.
func Mistaken(id string, r mac.Request, k mac.Keys, others ...mac.Request) (mac.Request, Making, error) {
	if _, err := mac.Sum(r, k); err != nil && !errors.Is(err, mac.ErrCharacter) {
		return r, Making{}, err
	}
	c := rightOf(&r, &k, "")
	if m := mistakeOf(id); m != nil {
		return m.mistaken(r, &c, others)
	}
	return r, Making{}, ErrMistake
}

func (m *mistake) mistaken(r mac.Request, c *calculation, others []mac.Request) (mac.Request, Making, error) {
	right := newCandidate(c)
	right.texts.others = others
	changed := right
	wrong := *c
	err := ErrNoChange
	m.apply(&right, &changed, alone, trying(func() bool {
		wrong = changed.calculation()
		var sum string
		if sum, err = wrong.Sum(); err == nil {
			r.MAC = sum
		}
		return err != nil
	}))
	if lack, is := err.(*calc.Lack); is {
		err = &mac.FieldError{Field: mac.Field(lack.Field), Character: lack.Character, Position: lack.Position, Err: lack}
	}
	return r, wrong.making(), err
}
