package diagnose

// maxMistakes is how many mistakes are made together at the most.
const maxMistakes = 4

// Stage is a part of a search. When it is done, none of what it tries makes the MAC that was sent.
type Stage struct {
	ID    string // of the table of stages
	Count int    // about how many combinations it has; known before it begins
	Seen  int    // combinations gone through
	Tried int    // MACs computed
	Done  bool
}

// task is a part of a stage.
type task interface {
	count(s *search) int // about how many combinations it has
	run(s *search)
}

// stages are in the order in which they are gone through: what is likely, and what takes little, comes first. depth is
// that of Options from which on they are.
var stages = []struct {
	id    string
	depth int
	tasks func(s *search) []task
}{
	{"alone", 1, rounds(1)},         // each mistake by itself
	{"keys", 1, staged("keys")},     // other keys, and other values as the HMAC's key
	{"pairs", 2, rounds(2)},         // any two mistakes
	{"slips", 2, staged("slips")},   // two characters of one key
	{"clock", 3, clockRounds},       // the clock read twice, alone and with any other mistake
	{"subsets", 3, subsetTasks},     // some of the values, in their order
	{"threes", 3, rounds(3)},        // any three mistakes
	{"fours", 3, likelyFours},       // four of those that clients really had
	{"orders", 3, arrangementTasks}, // every order of the values, and of some of them
}

// plan prepares the stages of a depth: how many combinations each has is known before any of them begins.
func (s *search) plan(depth int) (planned [][]task) {
	for i := range stages {
		if stages[i].depth > depth {
			continue
		}
		tasks, stage := stages[i].tasks(s), Stage{ID: stages[i].id}
		for _, t := range tasks {
			stage.Count += t.count(s)
		}
		planned, s.report = append(planned, tasks), append(s.report, stage)
		s.total += stage.Count
	}
	return planned
}

// rounds are all combinations of n mistakes.
func rounds(n int) func(*search) []task {
	return func(s *search) (tasks []task) {
		for _, r := range s.rounds(n) {
			tasks = append(tasks, r)
		}
		return tasks
	}
}

// staged are the mistakes of a stage, each by itself.
func staged(stage string) func(*search) []task {
	return func(s *search) (tasks []task) {
		for _, index := range s.staged[stage] {
			tasks = append(tasks, round{sweeps: []int{index}})
		}
		return tasks
	}
}

// likelyFours are four mistakes among the likely ones, the time of another zone among them or not.
func likelyFours(s *search) []task {
	const likely = 3
	tasks := []task{round{plain: maxMistakes, width: withThree, among: s.upTo(likely)}}
	for _, index := range s.sweeps {
		if mistakes[index].ID == "timestamp-offset" {
			tasks = append(tasks, round{[]int{index}, withThree, maxMistakes - 1, s.upTo(likely)})
		}
	}
	return tasks
}

// clockRounds are the clock read twice, alone and with any other mistake; and any second of a day with a very likely one.
func clockRounds(s *search) (tasks []task) {
	for _, index := range s.staged["clock"] {
		tasks = append(tasks, round{sweeps: []int{index}}, round{[]int{index}, withOne, 1, s.plain})
	}
	for _, index := range s.sweeps {
		if mistakes[index].ID == "timestamp-offset" {
			tasks = append(tasks, round{[]int{index}, alone, 1, s.upTo(1)})
		}
	}
	return tasks
}
