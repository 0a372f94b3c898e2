import type { Statement } from '../records.ts';

/**
 * The rule of what the network attributes to somebody though the codebook counts it as no statement: supporting, opposing, deciding,
 * agreeing (PolNeAR counts it). It is kept as an attitude of its source, and nothing is told by it.
 */
export const STANCE_RULE = 'statements/head/stance';

/** Is the statement only a stance? */
export const isStance = ({ rule }: Pick<Statement, 'rule'>): boolean => rule === STANCE_RULE;
