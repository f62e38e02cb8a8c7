package kernel

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// machine is the kernel with a memory beside it.
type machine struct {
	memory api.Memory
	hash   api.Function
}

func newMachine(t testing.TB) machine {
	ctx := context.Background()
	runtime := wazero.NewRuntime(ctx)
	t.Cleanup(func() { runtime.Close(ctx) })
	memory := []byte("\x00asm\x01\x00\x00\x00" + "\x05\x03\x01\x00\x10" + "\x07\x07\x01\x03mem\x02\x00") // sixteen pages, exported
	beside, err := runtime.InstantiateWithConfig(ctx, memory, wazero.NewModuleConfig().WithName("go"))
	require.NoError(t, err)
	kernel, err := runtime.Instantiate(ctx, Module())
	require.NoError(t, err)
	return machine{beside.Memory(), kernel.ExportedFunction("hash")}
}

// input is a message behind a prefix of whole blocks, whose state is kept, and for an HMAC its key.
type input struct{ prefix, message, key []byte }

// keyed starts the inner hash of an HMAC.
func (l input) started() []byte {
	if l.key == nil {
		return l.prefix
	}
	return append(pad(l.key, 0x36), l.prefix...)
}

func pad(key []byte, with byte) []byte {
	block := make([]byte, sha256.BlockSize)
	copy(block, key)
	for i := range block {
		block[i] ^= with
	}
	return block
}

func (l input) want() []byte {
	text := append(append([]byte(nil), l.prefix...), l.message...)
	if l.key == nil {
		sum := sha256.Sum256(text)
		return sum[:]
	}
	mac := hmac.New(sha256.New, l.key)
	mac.Write(text)
	return mac.Sum(nil)
}

// stateAfter is the state of SHA-256 after whole blocks, as the kernel takes it.
func stateAfter(t testing.TB, blocks []byte) []byte {
	h := sha256.New()
	h.Write(blocks)
	kept, err := h.(interface{ AppendBinary([]byte) ([]byte, error) }).AppendBinary(nil)
	require.NoError(t, err)
	var state []byte
	for i := range 8 {
		state = binary.LittleEndian.AppendUint32(state, binary.BigEndian.Uint32(kept[4+4*i:]))
	}
	return state
}

// written is what lies in the memory, one behind the other.
type written struct {
	t      testing.TB
	memory api.Memory
	at     uint32
}

// put writes content behind all that was written, and returns its address.
func (w *written) put(content []byte) uint32 {
	require.True(w.t, w.memory.Write(w.at, content))
	w.at += uint32(len(content))
	return w.at - uint32(len(content))
}

// message writes a message in pieces, and returns the address of its record.
func (w *written) message(before int, pad byte, pieces ...[]byte) uint32 {
	head := record(uint32(before), uint32(pad), uint32(len(pieces)))
	for _, piece := range pieces {
		head = append(head, record(w.put(piece), uint32(len(piece)))...)
	}
	return w.put(head)
}

func record(list ...uint32) (bytes []byte) {
	for _, n := range list {
		bytes = binary.LittleEndian.AppendUint32(bytes, n)
	}
	return bytes
}

// inPieces tears a message at random.
func inPieces(random *rand.Rand, message []byte) (pieces [][]byte) {
	for len(message) > 0 {
		n := 1 + random.IntN(min(len(message), 80))
		pieces, message = append(pieces, message[:n]), message[n:]
	}
	return pieces
}

// sums lets the kernel hash groups of four lanes, all of a group keyed or none.
func (m machine) sums(t testing.TB, lanes []input) [][]byte {
	random := rand.New(rand.NewPCG(uint64(len(lanes)), 8))
	groups, w := make([]byte, len(lanes)/4*GroupSize), written{t, m.memory, WorkSize + uint32(len(lanes)/4*GroupSize)}
	for i, l := range lanes {
		group, started, slot := groups[i/4*GroupSize:], l.started(), i%4*4
		binary.LittleEndian.PutUint32(group[atStates+slot:], w.put(stateAfter(t, started)))
		binary.LittleEndian.PutUint32(group[atMessages+slot:], w.message(len(started), 0, inPieces(random, l.message)...))
		binary.LittleEndian.PutUint32(group[atCounts+slot:], uint32(len(l.message)+9+63)/64)
		if l.key != nil {
			binary.LittleEndian.PutUint32(group[atOuter+slot:], w.put(stateAfter(t, pad(l.key, 0x5c))))
		}
	}
	return m.digests(t, groups)
}

// digests calls the kernel, and returns the digests of all lanes.
func (m machine) digests(t testing.TB, groups []byte) (digests [][]byte) {
	require.True(t, m.memory.Write(WorkSize, groups))
	_, err := m.hash.Call(context.Background(), WorkSize, uint64(len(groups)/GroupSize), 0)
	require.NoError(t, err)
	for i := range len(groups) / GroupSize * 4 {
		var digest []byte
		for word := range 8 {
			n, ok := m.memory.ReadUint32Le(uint32(WorkSize + i/4*GroupSize + atDigests + 16*word + i%4*4))
			require.True(t, ok)
			digest = binary.BigEndian.AppendUint32(digest, n)
		}
		digests = append(digests, digest)
	}
	return digests
}

func randomBytes(random *rand.Rand, n int) []byte {
	text := make([]byte, n)
	for i := range text {
		text[i] = byte(random.Uint32())
	}
	return text
}

// randomLanes are some groups, lanes of one or of many blocks beside each other.
func randomLanes(random *rand.Rand, groups, longest int) (lanes []input) {
	for range groups {
		keyed := random.IntN(2) == 0
		for range 4 {
			l := input{prefix: randomBytes(random, 64*random.IntN(3)), message: randomBytes(random, random.IntN(longest+1))}
			if keyed {
				l.key = randomBytes(random, 1+random.IntN(64))
			}
			lanes = append(lanes, l)
		}
	}
	return lanes
}

func requireSums(t testing.TB, m machine, lanes []input) {
	for i, sum := range m.sums(t, lanes) {
		require.Equal(t, lanes[i].want(), sum, "lane %d, %d bytes, keyed: %v", i, len(lanes[i].message), lanes[i].key != nil)
	}
}

// What the kernel computes is what crypto/sha256 and crypto/hmac compute.
func TestAsTheStandardLibrary(t *testing.T) {
	m, random := newMachine(t), rand.New(rand.NewPCG(6, 234))
	for range 200 {
		requireSums(t, m, randomLanes(random, 1+random.IntN(6), 300))
	}
	for length := range 140 { // every way to end in or beside a block
		requireSums(t, m, []input{{message: randomBytes(random, length)}, {message: []byte("abc")}, {message: randomBytes(random, 139-length)}, {}})
	}
	m.sums(t, nil)
}

// A batch has room for what the kernel works in: see workSize there.
func TestWorkSize(t *testing.T) {
	require.LessOrEqual(t, WorkSize, 1<<15)
}

// Blocks that all lanes had alike are remembered, and none is taken for another: messages with ends, beginnings and blocks in
// common come in any order.
func TestRemembersBlocks(t *testing.T) {
	m, random := newMachine(t), rand.New(rand.NewPCG(3, 16))
	parts := make([][]byte, 6)
	for i := range parts {
		parts[i] = randomBytes(random, 64)
	}
	for range 300 {
		var lanes []input
		alike := random.IntN(3)
		for range 12 {
			var message []byte
			for range 4 {
				message = append(message, parts[random.IntN(2+alike)]...)
			}
			lanes = append(lanes, input{message: append(message, "the end"...)})
			for random.IntN(2) == 0 && len(lanes)%4 != 0 {
				lanes = append(lanes, lanes[len(lanes)-1])
			}
		}
		requireSums(t, m, lanes[:len(lanes)/4*4])
	}
}

// A key is padded as an HMAC pads it.
func TestPadsKeys(t *testing.T) {
	m, random := newMachine(t), rand.New(rand.NewPCG(21, 4))
	for length := range 65 {
		key, group := randomBytes(random, length), make([]byte, GroupSize)
		w := written{t, m.memory, WorkSize + GroupSize}
		var want [][]byte
		for lane, with := range []byte{0x36, 0x5c, 0x36, 0x5c} {
			binary.LittleEndian.PutUint32(group[atStates+4*lane:], w.put(stateAfter(t, nil)))
			binary.LittleEndian.PutUint32(group[atMessages+4*lane:], w.message(0, with, inPieces(random, key)...))
			binary.LittleEndian.PutUint32(group[atCounts+4*lane:], 1)
			state := stateAfter(t, pad(key, with))
			for i := 0; i < len(state); i += 4 { // of a digest, the highest byte comes first
				binary.BigEndian.PutUint32(state[i:], binary.LittleEndian.Uint32(state[i:]))
			}
			want = append(want, state)
		}
		require.Equal(t, want, m.digests(t, group), length)
	}
}

func FuzzKernel(f *testing.F) {
	f.Add(uint64(1), []byte("https://isvapi.netvisor.fi/accounting.nv&ClientName"), uint8(200))
	m := newMachine(f)
	f.Fuzz(func(t *testing.T, seed uint64, message []byte, longest uint8) {
		lanes := randomLanes(rand.New(rand.NewPCG(seed, 5)), 2, int(longest))
		lanes[seed%8].message = message[:min(len(message), 64*LaneBlocks-9)]
		requireSums(t, m, lanes)
	})
}
