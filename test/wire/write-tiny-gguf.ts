/**
 * Writes a language model of half a megabyte in the GGUF format: llama architecture, random weights, a vocabulary of bytes.
 * It talks nonsense, but llama.cpp serves it like any other, so the wire suite meets a real server without a download.
 *
 *     node test/wire/write-tiny-gguf.ts FILE
 */
import { writeFileSync } from 'node:fs';

const WIDTH = 64;
const LAYERS = 2;
const HEADS = 4;
const HIDDEN = 128;
const CONTEXT = 4_096;
const ALIGNMENT = 32;

type Value =
  | { readonly u32: number }
  | { readonly f32: number }
  | { readonly text: string }
  | { readonly texts: readonly string[] }
  | { readonly i32s: readonly number[] };

const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
const u64 = (value: number): Buffer => Buffer.from(BigUint64Array.of(BigInt(value)).buffer);
const f32 = (value: number): Buffer => Buffer.from(Float32Array.of(value).buffer);
const text = (value: string): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
};

/** A value behind the number of its type. */
function encode(value: Value): Buffer {
  if ('u32' in value) return Buffer.concat([u32(4), u32(value.u32)]);
  if ('f32' in value) return Buffer.concat([u32(6), f32(value.f32)]);
  if ('text' in value) return Buffer.concat([u32(8), text(value.text)]);
  if ('texts' in value)
    return Buffer.concat([u32(9), u32(8), u64(value.texts.length), ...value.texts.map(text)]);
  return Buffer.concat([u32(9), u32(5), u64(value.i32s.length), ...value.i32s.map(u32)]);
}

/** The letters by which GPT-2's vocabulary writes the 256 bytes. */
function byteLetters(): string[] {
  let spare = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    const isPrintable = (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || (byte > 173 && byte < 256);
    return String.fromCodePoint(isPrintable ? byte : spare++);
  });
}

const merges = ['t h', 'i n', 'e r', 'Ġ t', 'Ġ a', 'th e'];
const special = ['<|endoftext|>', '<|im_start|>', '<|im_end|>', '<|pad|>'];
const tokens = [...byteLetters(), ...merges.map((pair) => pair.replace(' ', '')), ...special];
const idOf = (token: string): Value => ({ u32: tokens.indexOf(token) });
const CHAT_TEMPLATE = `{% for message in messages %}<|im_start|>{{ message.role }}
{{ message.content }}<|im_end|>
{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
{% endif %}`;

const metadata: Readonly<Record<string, Value>> = {
  'general.architecture': { text: 'llama' },
  'general.name': { text: 'tiny' },
  'general.alignment': { u32: ALIGNMENT },
  'llama.context_length': { u32: CONTEXT },
  'llama.embedding_length': { u32: WIDTH },
  'llama.block_count': { u32: LAYERS },
  'llama.feed_forward_length': { u32: HIDDEN },
  'llama.attention.head_count': { u32: HEADS },
  'llama.attention.head_count_kv': { u32: HEADS },
  'llama.attention.layer_norm_rms_epsilon': { f32: 1e-5 },
  'llama.rope.dimension_count': { u32: WIDTH / HEADS },
  'llama.vocab_size': { u32: tokens.length },
  'tokenizer.ggml.model': { text: 'gpt2' },
  'tokenizer.ggml.pre': { text: 'gpt-2' },
  'tokenizer.ggml.tokens': { texts: tokens },
  // 1 is text, 3 a control token.
  'tokenizer.ggml.token_type': { i32s: tokens.map((token) => (special.includes(token) ? 3 : 1)) },
  'tokenizer.ggml.merges': { texts: merges },
  'tokenizer.ggml.bos_token_id': idOf('<|endoftext|>'),
  'tokenizer.ggml.eos_token_id': idOf('<|im_end|>'),
  'tokenizer.ggml.padding_token_id': idOf('<|pad|>'),
  'tokenizer.chat_template': { text: CHAT_TEMPLATE },
};

const layerShapes = {
  attn_norm: [WIDTH],
  attn_q: [WIDTH, WIDTH],
  attn_k: [WIDTH, WIDTH],
  attn_v: [WIDTH, WIDTH],
  attn_output: [WIDTH, WIDTH],
  ffn_norm: [WIDTH],
  ffn_gate: [WIDTH, HIDDEN],
  ffn_up: [WIDTH, HIDDEN],
  ffn_down: [HIDDEN, WIDTH],
};
const shapes: readonly (readonly [string, readonly number[]])[] = [
  ['token_embd', [WIDTH, tokens.length]],
  ...Array.from({ length: LAYERS }, (_, layer) =>
    Object.entries(layerShapes).map(([name, shape]) => [`blk.${layer}.${name}`, shape] as const),
  ).flat(),
  ['output_norm', [WIDTH]],
  ['output', [WIDTH, tokens.length]],
];

/** The same weights each time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function render(): Buffer {
  const random = createRandom(5);
  const pad = (bytes: Buffer): Buffer =>
    Buffer.concat([bytes, Buffer.alloc((ALIGNMENT - (bytes.length % ALIGNMENT)) % ALIGNMENT)]);
  const weights = shapes.map(([, shape]) => {
    const count = shape.reduce((product, size) => product * size, 1);
    // Norms are ones; the rest is small enough not to explode.
    const draw = shape.length === 1 ? () => 1 : () => (random() - 0.5) / 4;
    return pad(Buffer.from(Float32Array.from({ length: count }, draw).buffer));
  });
  let offset = 0;
  const index = shapes.map(([name, shape], position) => {
    const entry = [text(`${name}.weight`), u32(shape.length), ...shape.map(u64), u32(0), u64(offset)];
    offset += weights[position]?.length ?? 0;
    return Buffer.concat(entry);
  });
  const entries = Object.entries(metadata).map(([key, value]) => Buffer.concat([text(key), encode(value)]));
  const head = [Buffer.from('GGUF'), u32(3), u64(shapes.length), u64(entries.length)];
  return Buffer.concat([pad(Buffer.concat([...head, ...entries, ...index])), ...weights]);
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Usage: node test/wire/write-tiny-gguf.ts FILE');
writeFileSync(path, render());
