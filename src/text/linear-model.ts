/**
 * A logistic regression over hashed features: whether to cut at a place. Weights are bytes; `bias` and `scale` give
 * their meaning. Trained by `training/segmenter`.
 */
export interface LinearModel {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
}

/** As a model is written to JSON: weights in base64. */
export interface LinearModelJson {
  readonly weights: string;
  readonly scale: number;
  readonly bias: number;
}

/** Number of buckets that features are hashed into. */
export const BUCKETS = 1 << 16;

/** Reads a model from its JSON form. */
export const toLinearModel = (json: LinearModelJson): LinearModel => ({
  weights: Int8Array.from(atob(json.weights), (byte) => byte.charCodeAt(0)),
  scale: json.scale,
  bias: json.bias,
});

/** The bucket of a feature: FNV-1a over its kind and its text. */
export const bucketOf = (kind: number, text: string): number => {
  let hash = (0x811c9dc5 ^ kind) >>> 0;
  hash = Math.imul(hash, 0x01000193);
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (hash >>> 0) & (BUCKETS - 1);
};

/** The log odds for cutting, from the buckets of the features that hold. */
export const scoreOf = (model: LinearModel, buckets: readonly number[]): number => {
  let sum = 0;
  for (const bucket of buckets) sum += model.weights[bucket] ?? 0;
  return sum * model.scale + model.bias;
};
