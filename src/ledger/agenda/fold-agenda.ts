import { earlier } from '../dated.ts';
import { dayOf } from '../days.ts';
import type { AgendaState, AgendaStep, AgendaSummary, When } from '../node.ts';
import type { Fold } from '../shelf.ts';
import { isBefore, joinTold } from '../tellings.ts';

const OVER: readonly AgendaState[] = ['cancelled', 'held', 'did not happen'];

/** Steps in the order in which they were published; those of one day as they came. */
export const inOrder = (steps: readonly AgendaStep[]): readonly AgendaStep[] =>
  steps.toSorted((a, b) => (isBefore(a.published, b.published) ? -1 : isBefore(b.published, a.published) ? 1 : 0));

/** "Next week" and "Wednesday" may be one day. */
const meet = (one: When, other: When): boolean =>
  one.start !== null && other.start !== null && one.start < (other.end ?? '') && other.start < (one.end ?? '');

const sameWhen = (one: AgendaStep, other: AgendaStep): boolean =>
  other.when === null || one.when === null || one.when.value === other.when.value || meet(one.when, other.when);

/** Whether a report says something new of an item as it stood before it. */
const isStep = (step: AgendaStep, before: AgendaStep | undefined): boolean => {
  if (before === undefined) return true;
  if (step.state === before.state) return !sameWhen(before, step);
  // "The talks that are planned for Friday", told once more after they were moved or called off, says nothing new.
  return step.state !== 'scheduled' || (!OVER.includes(before.state) && !sameWhen(before, step));
};

/** The steps that change something, in order. */
export const stepsOf = (steps: readonly AgendaStep[]): readonly AgendaStep[] => {
  const kept: AgendaStep[] = [];
  for (const step of inOrder(steps)) if (isStep(step, kept.at(-1))) kept.push(step);
  return kept;
};

const lengthOf = ({ start, end }: When): number =>
  start === null || end === null ? Number.POSITIVE_INFINITY : dayOf(end) - dayOf(start);

/** The day that the last step gives, as exactly as any report that means the same tells it. */
const lastWhen = (steps: readonly AgendaStep[], told: readonly AgendaStep[]): When | null => {
  const last = steps.findLast(({ when, state }) => when !== null && state !== 'postponed')?.when ?? null;
  const same = told.flatMap(({ when }) => (last !== null && when !== null && meet(last, when) ? [when] : []));
  return same.reduce((best, when) => (best === null || lengthOf(when) < lengthOf(best) ? when : best), last);
};

/** How items of the agenda are put together. An item's key is the event that is planned. */
export const agendaFold: Fold<'agenda'> = {
  kind: 'agenda',
  since: ({ steps }) => steps.reduce<string | null>((first, { published }) => earlier(first, published), null),
  keysOf: ({ event }) => [`of/${event}`],
  merge: (one, other): AgendaSummary => {
    const told = [...one.steps, ...other.steps];
    const steps = stepsOf(told);
    const when = lastWhen(steps, told);
    return {
      event: one.event,
      type: one.type,
      who: [...new Set([...one.who, ...other.who])],
      when:
        one.when !== null && when !== null && meet(one.when, when) && lengthOf(one.when) < lengthOf(when)
          ? one.when
          : (when ?? one.when),
      place: one.place ?? other.place,
      state: steps.at(-1)?.state ?? one.state,
      steps,
      ...joinTold(one, other),
    };
  },
};
