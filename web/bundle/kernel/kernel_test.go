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

// lane is a message behind a prefix of whole blocks, whose state is kept, and for an HMAC its key.
type lane struct{ prefix, message, key []byte }

// keyed starts the inner hash of an HMAC.
func (l lane) started() []byte {
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

func (l lane) want() []byte {
	text := append(append([]byte(nil), l.prefix...), l.message...)
	if l.key == nil {
		sum := sha256.Sum256(text)
		return sum[:]
	}
	mac := hmac.New(sha256.New, l.key)
	mac.Write(text)
	return mac.Sum(nil)
}

// padded is a message as blocks, after so many bytes.
func padded(message []byte, before int) []byte {
	blocks := append(append([]byte(nil), message...), 0x80)
	for len(blocks)%64 != 56 {
		blocks = append(blocks, 0)
	}
	return binary.BigEndian.AppendUint64(blocks, 8*uint64(before+len(message)))
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

// sums lets the kernel hash groups of four lanes, all of a group keyed or none.
func (m machine) sums(t testing.TB, lanes []lane) [][]byte {
	groups, at := make([]byte, len(lanes)/4*GroupSize), uint32(len(lanes)/4*GroupSize)
	put := func(content []byte) uint32 {
		require.True(t, m.memory.Write(at, content))
		at += uint32(len(content))
		return at - uint32(len(content))
	}
	for i, l := range lanes {
		group, started, slot := groups[i/4*GroupSize:], l.started(), i%4*4
		blocks := padded(l.message, len(started))
		binary.LittleEndian.PutUint32(group[atStates+slot:], put(stateAfter(t, started)))
		binary.LittleEndian.PutUint32(group[atBlocks+slot:], put(blocks))
		binary.LittleEndian.PutUint32(group[atCounts+slot:], uint32(len(blocks)/64))
		if l.key != nil {
			binary.LittleEndian.PutUint32(group[atOuter+slot:], put(stateAfter(t, pad(l.key, 0x5c))))
		}
	}
	require.True(t, m.memory.Write(0, groups))
	_, err := m.hash.Call(context.Background(), 0, uint64(len(lanes)/4))
	require.NoError(t, err)
	sums := make([][]byte, len(lanes))
	for i := range lanes {
		for word := range 8 {
			n, ok := m.memory.ReadUint32Le(uint32(i/4*GroupSize + atDigests + 16*word + i%4*4))
			require.True(t, ok)
			sums[i] = binary.BigEndian.AppendUint32(sums[i], n)
		}
	}
	return sums
}

func randomBytes(random *rand.Rand, n int) []byte {
	text := make([]byte, n)
	for i := range text {
		text[i] = byte(random.Uint32())
	}
	return text
}

// randomLanes are some groups, lanes of one or of many blocks beside each other.
func randomLanes(random *rand.Rand, groups, longest int) (lanes []lane) {
	for range groups {
		keyed := random.IntN(2) == 0
		for range 4 {
			l := lane{prefix: randomBytes(random, 64*random.IntN(3)), message: randomBytes(random, random.IntN(longest+1))}
			if keyed {
				l.key = randomBytes(random, 1+random.IntN(64))
			}
			lanes = append(lanes, l)
		}
	}
	return lanes
}

func requireSums(t testing.TB, m machine, lanes []lane) {
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
		requireSums(t, m, []lane{{message: randomBytes(random, length)}, {message: []byte("abc")}, {message: randomBytes(random, 139-length)}, {}})
	}
	m.sums(t, nil)
}

func FuzzKernel(f *testing.F) {
	f.Add(uint64(1), []byte("https://isvapi.netvisor.fi/accounting.nv&ClientName"), uint8(200))
	m := newMachine(f)
	f.Fuzz(func(t *testing.T, seed uint64, message []byte, longest uint8) {
		lanes := randomLanes(rand.New(rand.NewPCG(seed, 5)), 2, int(longest))
		lanes[seed%8].message = message[:min(len(message), 2000)]
		requireSums(t, m, lanes)
	})
}
