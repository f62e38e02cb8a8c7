package main

import (
	"fmt"
	"slices"
	"strings"

	"netvisormac/mac"
	"netvisormac/mac/answer"
	"netvisormac/mac/diagnose"
	"netvisormac/multivers"
)

// mistakeArticle is the data of a mistake's page.
type mistakeArticle struct {
	ID       string
	Mistake  diagnose.Mistake
	Family   []diagnose.Mistake // those of the other values, itself among them; nil if it is alone
	Example  *example
	Programs []rightLines
}

// answerArticle is the data of the page of an answer.
type answerArticle struct {
	Answer answer.Kind
	Said   []saidByServer
	Code   string
	HTTP   string
}

type saidByServer struct{ Language, Text string }

// errorArticle is the data of the page of an error of IIS or the WebAPI.
type errorArticle struct {
	Error multivers.Explanation
	Codes []string
}

// articles are all pages of the reference, in the order of the list.
func (s *site) articles() ([]article, error) {
	list := []article{textArticle("index", "", "index")}
	list = append(list, textArticle("recipe", "basics", "recipe"), textArticle("sha256-to-hmacsha256", "basics", "migration"))
	list[1].data, list[2].data = recipes(), migration()
	for _, more := range []func() ([]article, error){answerArticles, mistakeArticles} {
		found, err := more()
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	lines := textArticle("multivers-two-lines", "multivers", "lines")
	lines.data = twoLines()
	list = append(list, lines)
	return append(list, errorArticles()...), nil
}

// textArticle is a page whose words are the reference's own.
func textArticle(slug, group, kind string) article {
	return article{slug: slug, group: group, kind: kind,
		title: func(w speech) (string, error) { return w.T(kind + ".title") },
		about: func(w speech) (string, error) { return w.T(kind + ".about") }}
}

func mistakeArticles() ([]article, error) {
	var list []article
	mistakes := diagnose.Mistakes()
	slices.SortStableFunc(mistakes, func(a, b diagnose.Mistake) int { return byLikelihood(a.Group, b.Group) })
	families := map[string]*mistakeArticle{}
	for _, m := range mistakes {
		slug, family := familyOf(m)
		if known := families[slug]; known != nil {
			known.Family = append(known.Family, m)
			continue
		}
		data := &mistakeArticle{ID: m.ID, Mistake: m}
		if family != "" {
			data.Family = []diagnose.Mistake{m}
		}
		families[slug] = data
		list = append(list, article{slug: slug, kind: "mistake", group: "mistake." + m.Group, data: data,
			title: func(w speech) (string, error) {
				if family != "" {
					return w.T(family)
				}
				return w.Said(m.Said.Title), nil
			},
			about: func(w speech) (string, error) { return w.T("mistake.about", w.Said(m.Said.Fix)) }})
	}
	for i := range list {
		if err := list[i].data.(*mistakeArticle).work(); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// work makes the example, of a family that of the first value which can be told.
func (a *mistakeArticle) work() (err error) {
	candidates := a.Family
	if candidates == nil {
		candidates = []diagnose.Mistake{a.Mistake}
	}
	i := slices.IndexFunc(candidates, func(m diagnose.Mistake) bool { return len(m.Fields) > 0 && m.Fields[0] == mac.FieldSender })
	for _, m := range append(candidates[max(i, 0):], candidates...) {
		if a.Example, err = exampleOf(m.ID); err == nil {
			a.ID = m.ID
			a.Programs, err = programsOf(m.ID)
			return err
		}
	}
	return err
}

// spoken are the answers that Netvisor writes out, in its languages as far as they are known.
// Source: https://support.netvisor.fi/fi/support/solutions/articles/77000500440, and what public clients have logged.
var spoken = map[string][]saidByServer{
	"answer-keys-not-valid": {
		{"en", "Integration keys are not valid. Please check the keys specific to the user and partner."},
		{"fi", "Integraatioavaimet eivät kelpaa. Ole hyvä ja tarkista käyttäjä- ja kumppanikohtaiset avaimet"},
		{"sv", "Integrationsnycklarna är ogiltiga. Vänligen kontrollera användar- och partnerspecifika nycklar"}},
	"answer-partner-not-found": {{"fi", "Integraatiokumppania ei löydy, katso dokumentaatio"}},
	"answer-string-shown":      {{"fi", "URI-metodi ei kelpaa, katso dokumentaatio. Käytä MAC-tiivisteen laskentaan merkkijonoa: …"}},
	"answer-not-unique": {
		{"en", "The transaction ID has already been used. The ID must change in every request."},
		{"fi", "Aineiston yksilöivä tunnus on jo käytetty. Käytä jokaisessa kutsussa yksilöllistä tunnusta."}},
}

// codes are what stands before " :: " in an answer, and its HTTP status where the request asks for one.
var codes = map[string][2]string{
	"answer-keys-not-valid": {"AUTHENTICATION_FAILED", "401"}, "answer-partner-not-found": {"AUTHENTICATION_FAILED", "401"},
	"answer-string-shown": {"AUTHENTICATION_FAILED", "401"}, "answer-authentication-failed": {"AUTHENTICATION_FAILED", "401"},
	"answer-not-unique": {"REQUEST_NOT_UNIQUE", ""}, "answer-no-access": {"SERVICE_ACCESS_ERROR", "403"},
	"answer-data-size": {"INVALID_DATA_SIZE", ""}, "answer-duplicate-data": {"DUPLICATE_DATA", ""}, "answer-period-lock": {"PERIOD_LOCK", ""},
	"answer-invalid-data": {"INVALID_DATA", "400"}, "answer-maintenance": {"SYSTEM_MAINTENANCE", ""}, "answer-technical-error": {"TECHNICAL_ERROR", "500"},
}

func answerArticles() (list []article, err error) {
	for _, a := range answer.Kinds() {
		data := &answerArticle{Answer: a, Said: spoken[a.ID], Code: codes[a.ID][0], HTTP: codes[a.ID][1]}
		list = append(list, article{slug: a.ID, kind: "answer", group: "answers", data: data,
			title: func(w speech) (string, error) { return data.title(w), nil },
			about: func(w speech) (string, error) {
				return w.Said(a.Said.Title) + ". " + w.Said(a.Said.Fix), nil
			}})
	}
	return list, nil
}

// title is what the server says in this language, where it is known: people search for its words.
func (a *answerArticle) title(w speech) string {
	own := w.Said(a.Answer.Said.Title)
	for _, language := range []string{w.ID, "en", "fi"} {
		if i := slices.IndexFunc(a.Said, func(said saidByServer) bool { return said.Language == language }); i >= 0 {
			return a.Code + ": " + a.Said[i].Text
		}
	}
	if a.Code != "" {
		return a.Code + ": " + own
	}
	return own
}

func errorArticles() (list []article) {
	for _, e := range multivers.Explanations {
		if len(e.Marks) == 0 { // what stands for all that is not known
			continue
		}
		data := &errorArticle{Error: e, Codes: codesIn(e)}
		list = append(list, article{slug: "multivers-" + e.ID, kind: "error", group: "multivers", data: data,
			title: func(w speech) (string, error) { return w.Said(e.Said.Title), nil },
			about: func(w speech) (string, error) {
				return w.Said(e.Said.Title) + ". " + w.Said(e.Said.Fix), nil
			}})
	}
	return list
}

// codesIn are the statuses and the numbers of Windows by which an error is known, each once.
func codesIn(e multivers.Explanation) (codes []string) {
	for _, mark := range e.Marks {
		for _, part := range strings.Split(mark, " & ") {
			isStatus := strings.Trim(part, "0123456789.") == "" && len(part) >= 3
			isNumber := len(part) == 8 && strings.Trim(part, "0123456789abcdef") == ""
			if isNumber {
				part = "0x" + part
			}
			if (isStatus || isNumber) && !slices.Contains(codes, part) {
				codes = append(codes, part)
			}
		}
	}
	return codes
}

// recipe is an algorithm with the official example worked through.
type recipe struct {
	Algorithm mac.Algorithm
	Account   account
}

func recipes() (list []recipe) {
	r := mac.Request{URL: "https://isvapi.netvisor.fi/accounting.nv", Sender: "ClientName", CustomerID: "Integration user identifier", PartnerID: "Partner identifier",
		Timestamp: "2023-05-04 12:00:00.000", TimestampUnix: "1683147600", Language: "FI", OrganisationID: "1967543-8", TransactionID: "123456"}
	for _, algorithm := range []mac.Algorithm{mac.HMACSHA256, mac.SHA256} {
		r.Algorithm = algorithm
		list = append(list, recipeOf(r))
	}
	return list
}

func recipeOf(r mac.Request) recipe {
	sum, err := mac.Sum(r, exampleKeys)
	if err != nil {
		panic(fmt.Sprint("the example cannot be signed: ", err))
	}
	return recipe{r.Algorithm, accountOf(rightMaking(r, exampleKeys), sum)}
}

// migration is one request by the old algorithm and by the new one.
func migration() *example {
	old, fresh := usual, usual
	old.Algorithm = mac.SHA256
	e := &example{Signed: recipeOf(old).Account, Right: recipeOf(fresh).Account}
	e.compare()
	return e
}

// twoLines are those that the guide wants in web.config, with a token that is none.
func twoLines() [2]string {
	key, module := multivers.Lines("TOKEN")
	return [2]string{key, module}
}
