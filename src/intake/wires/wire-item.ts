import type { IntakeWarning } from '../decode.ts';
import type { WireFacts } from './wire-facts.ts';

/** One thing in a wire's file: a report, with what is odd about it, or something that is none and need not be one. */
export type WireItem =
  | {
      readonly kind: 'report';
      readonly facts: WireFacts;
      readonly warnings: readonly IntakeWarning[];
    }
  | { readonly kind: 'other'; readonly what: string };

/** What a wire says of the state of an item. */
export interface WireState {
  /** The kind of thing: text, picture, video … */
  readonly type: string;
  readonly status: string | null;
  readonly embargo: string | null;
}

const media = /^(?:picture|graphics?|video|audio|animation|photo)$/i;
const withdrawn = /^(?:cancell?ed|withheld|killed|embargoed)$/i;

const stateWarnings = (name: string, { status, embargo }: WireState): readonly IntakeWarning[] => [
  ...(status !== null && withdrawn.test(status)
    ? [{ code: 'withdrawn', message: `${name} was withdrawn by its sender (${status}); do not rely on it.` }]
    : []),
  ...(embargo === null ? [] : [{ code: 'embargoed', message: `${name} is embargoed until ${embargo}.` }]),
];

/** The item that facts make: without running text it is its captions or a summary, and says so; without any words it is no report. */
export const toWireItem = (name: string, facts: WireFacts, state: WireState): WireItem => {
  const warnings = stateWarnings(name, state);
  const isMedia = media.test(state.type);
  const hasText = facts.body.some(({ kind }) => kind === 'paragraph' || kind === 'list-item');
  if (hasText) return { kind: 'report', facts, warnings };
  if (isMedia && facts.pictures.some(({ caption }) => caption !== null)) {
    const message = `${name} is a ${state.type}; only what is said of it was read.`;
    return { kind: 'report', facts, warnings: [...warnings, { code: 'media-only', message }] };
  }
  if (facts.dek !== null && facts.dek !== facts.title) {
    const message = `${name} holds a summary only, not the whole report.`;
    const body = [...facts.body, { kind: 'paragraph', text: facts.dek } as const];
    return {
      kind: 'report',
      facts: { ...facts, dek: null, body },
      warnings: [...warnings, { code: 'summary-only', message }],
    };
  }
  const what = `${/^[aeiou]/.test(state.type) ? 'an' : 'a'} ${state.type}`;
  return { kind: 'other', what: facts.title === null ? `${what} without words` : `${what} with a headline only` };
};
