import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { fieldsIn, messageOf } from './protobuf.ts';

/*
 * Weights lie in the graphs as unsigned bytes with a zero point of 128, because every processor sums products of two unsigned bytes exactly.
 * One with dot products of unsigned and signed bytes sums those exactly too, and much faster: there the same weights are read as signed
 * bytes with a zero point of 0. The sums, and so the results, are the same (`docs/decisions/0015`).
 */

/** Numbers of fields and of types as in onnx.proto3. */
const MODEL = { version: 1, graph: 7, operators: 8 } as const;
const OPERATORS = { version: 2 } as const;
const GRAPH = { node: 1, name: 2, table: 5, input: 11, output: 12 } as const;
const NODE = { input: 1, output: 2, operator: 4 } as const;
const TABLE = { dims: 1, type: 2, name: 8, bytes: 9 } as const;
const UNSIGNED = 2;
const SIGNED = 3;
const INT32 = 6;
/** Without its top bit, an unsigned byte is 128 less, read as a signed one. */
const TOP_BIT = 0x80;

/** Reads the unsigned tables of an ONNX graph as signed ones, 128 lower. Changes the very bytes that it is given; returns how many tables. */
export const signWeights = (model: Uint8Array): number => {
  const graph = fieldsIn(model).find(({ number }) => number === MODEL.graph);
  const tables = graph === undefined ? [] : fieldsIn(model, graph).filter(({ number }) => number === GRAPH.table);
  let changed = 0;
  for (const table of tables) {
    const parts = fieldsIn(model, table);
    const type = parts.find(({ number }) => number === TABLE.type);
    const bytes = parts.find(({ number }) => number === TABLE.bytes);
    if (type === undefined || bytes === undefined || model[type.start] !== UNSIGNED) continue;
    model[type.start] = SIGNED;
    for (let at = bytes.start; at < bytes.end; at += 1) model[at] = (model[at] ?? 0) ^ TOP_BIT;
    changed += 1;
  }
  return changed;
};

/** Sums that are tried, and how many products each has: enough to fill the widest registers. */
const SUMS = 32;
const PRODUCTS = 64;
/** Two products of these do not fit into 16 bits, on either side. */
const UNSIGNED_MOST = 255;
const SIGNED_ENDS = [127, -128] as const;
const weightOf = (sum: number): number => SIGNED_ENDS[sum % 2] ?? 0;

const value = (name: string, type: number, dims: readonly number[]): Uint8Array => {
  const shape = messageOf(...dims.map((dim) => [1, messageOf([1, dim])] as const));
  return messageOf([1, name], [2, messageOf([1, messageOf([1, type], [2, shape])])]);
};

/** A graph that multiplies unsigned bytes by large signed ones. */
const trial = (): Uint8Array => {
  const weights = Int8Array.from({ length: PRODUCTS * SUMS }, (_, at) => weightOf(at % SUMS));
  const table = messageOf(
    [TABLE.dims, PRODUCTS],
    [TABLE.dims, SUMS],
    [TABLE.type, SIGNED],
    [TABLE.name, 'weights'],
    [TABLE.bytes, new Uint8Array(weights.buffer)],
  );
  const node = messageOf(
    [NODE.input, 'bytes'],
    [NODE.input, 'weights'],
    [NODE.output, 'sums'],
    [NODE.operator, 'MatMulInteger'],
  );
  const graph = messageOf(
    [GRAPH.node, node],
    [GRAPH.name, 'trial'],
    [GRAPH.table, table],
    [GRAPH.input, value('bytes', UNSIGNED, [1, PRODUCTS])],
    [GRAPH.output, value('sums', INT32, [1, SUMS])],
  );
  return messageOf([MODEL.version, 8], [MODEL.operators, messageOf([OPERATORS.version, 17])], [MODEL.graph, graph]);
};

/** Whether this processor sums products of unsigned and signed bytes exactly, as one with dot products of bytes does. */
export const sumsSignedExactly = async (open: (graph: Uint8Array) => Promise<InferenceSession>): Promise<boolean> => {
  const session = await open(trial());
  const bytes = new Uint8Array(PRODUCTS).fill(UNSIGNED_MOST);
  const { sums } = await session.run({ bytes: new Tensor('uint8', bytes, [1, PRODUCTS]) });
  await session.release();
  return Array.from(sums?.data as Int32Array).every((sum, at) => sum === PRODUCTS * UNSIGNED_MOST * weightOf(at));
};
