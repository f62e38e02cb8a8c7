package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"netvisormac/multivers"
)

// The form of the record and the record itself name each field alike.
func TestRecordWordsAreThoseOfTheRecord(t *testing.T) {
	words, err := readWords("../locales/multivers.en.json")
	require.NoError(t, err)
	require.NotEmpty(t, multivers.RecordSections)
	for _, section := range multivers.RecordSections {
		require.Equal(t, section.English, words["record.section."+section.ID], section.ID)
		for _, field := range section.Fields {
			require.Equal(t, field.English, words["record."+field.ID], field.ID)
		}
	}
}
