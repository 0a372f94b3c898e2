import fc from 'fast-check';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, test } from 'vitest';

import { FEATURES } from '../../src/reading/attribution/window.ts';
import { fieldsIn, messageOf } from '../../src/reading/protobuf.ts';
import { signWeights, sumsSignedExactly } from '../../src/reading/weights.ts';
import { modelFiles } from '../support/model.ts';

const OPTIONS = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 } as const;
const open = (graph: Uint8Array): Promise<InferenceSession> => InferenceSession.create(graph, OPTIONS);

describe('messages in the wire format', () => {
  test('fields are found where they were written', () => {
    const field = fc.tuple(
      fc.integer({ min: 1, max: 100_000 }),
      fc.oneof(fc.nat(), fc.uint8Array({ minLength: 0, maxLength: 300 })),
    );
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const bytes = messageOf(...fields);
        const found = fieldsIn(bytes);
        expect(found.map(({ number }) => number)).toEqual(fields.map(([number]) => number));
        for (const [at, [, value]] of fields.entries())
          if (typeof value !== 'number') expect(bytes.slice(found[at]?.start, found[at]?.end)).toEqual(value);
      }),
    );
  });

  test('bytes that are no message have an end', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fieldsIn(bytes).length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

/** A table of a graph: its type as ONNX numbers it, and its bytes. */
const graphOf = (...tables: readonly (readonly [type: number, bytes: number[]])[]): Uint8Array =>
  messageOf([
    7,
    messageOf(...tables.map(([type, bytes]) => [5, messageOf([2, type], [9, Uint8Array.from(bytes)])] as const)),
  ]);

describe('signed weights', () => {
  test('unsigned bytes become signed ones, 128 lower; other tables stay', () => {
    const graph = graphOf([2, [0, 128, 255]], [1, [0, 0, 128, 63]]);
    expect(signWeights(graph)).toBe(1);
    expect(graph).toEqual(graphOf([3, [0x80, 0, 0x7f]], [1, [0, 0, 128, 63]]));
    expect(signWeights(graph)).toBe(0);
  });

  test('a file that is no graph is left alone', () => {
    const bytes = Uint8Array.from([1, 2, 3]);
    expect(signWeights(bytes)).toBe(0);
    expect(bytes).toEqual(Uint8Array.from([1, 2, 3]));
  });

  test('a processor that sums them exactly gives the same numbers by both, to the last bit', async () => {
    const { attributions } = modelFiles();
    const signed = Uint8Array.from(attributions);
    expect(signWeights(signed)).toBeGreaterThan(0);
    const [width, states] = [24, 192];
    const run = async (graph: Uint8Array): Promise<Float32Array> => {
      const session = await open(graph);
      const wave = Float32Array.from({ length: width * states }, (_, at) => 3 * Math.sin(at * 1.7));
      const output = await session.run({
        states: new Tensor('float32', wave, [1, width, states]),
        features: new Tensor('int32', new Int32Array(FEATURES * width), [1, FEATURES, width]),
        lengths: new Tensor('int32', Int32Array.of(width), [1]),
        anchors: new Tensor('int32', Int32Array.of(5), [1]),
      });
      return output.tags?.data as Float32Array;
    };
    const [before, after] = [await run(attributions), await run(signed)];
    if (await sumsSignedExactly(open)) expect(after).toEqual(before);
    else expect(after).toHaveLength(before.length);
  });
});
