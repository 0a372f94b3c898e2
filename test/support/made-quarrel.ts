import type { Readout } from '../../src/readout/index.ts';
import { madeReport } from './made-records.ts';

const NORLAND = { kind: 'country', code: 'NOR GOV' } as const;
const SUDMARK = { kind: 'country', code: 'SUD GOV' } as const;

/** What is put to Sudmark: three papers tell of it over six days, and each side changes its words. */
const reports = {
  /** Norland accuses, Sudmark denies; talks are set for the 10th. */
  opening: () =>
    madeReport({
      title: 'Norland and Sudmark quarrel over shelling of Elmar village',
      text: 'Norland accused Sudmark of shelling the border village of Elmar with mortars. Sudmark denied shelling the border village of Elmar with mortars, or any other place. The two will meet on Tuesday.',
      published: '2026-03-02',
      publisher: 'Courier',
      actors: { Norland: NORLAND, Sudmark: SUDMARK },
      times: { Tuesday: '2026-03-10' },
      statements: {
        accused: { by: ['Norland'], content: 'shelling the border village of Elmar with mortars', act: 'accuse' },
        denied: {
          by: ['Sudmark'],
          content: 'shelling the border village of Elmar with mortars, or any other place',
          act: 'deny',
        },
      },
      events: { meet: { by: ['Norland', 'Sudmark'], realis: 'planned', on: 'Tuesday' } },
      disputes: [['accused', 'denied']],
      agenda: { meet: { state: 'scheduled', on: 'Tuesday' } },
    }),
  /** The talks are put off. */
  later: () =>
    madeReport({
      title: 'Norland and Sudmark put off talks over shelling of Elmar village',
      text: 'The meeting of Norland with Sudmark, due on 2026-03-10, was put off until 2026-03-13, after the shelling of the border village of Elmar.',
      published: '2026-03-05',
      publisher: 'Gazette',
      actors: { Norland: NORLAND, Sudmark: SUDMARK },
      times: { '2026-03-10': '2026-03-10', '2026-03-13': '2026-03-13' },
      events: { meeting: { by: ['Norland', 'Sudmark'], realis: 'negated', on: '2026-03-13' } },
      agenda: { meeting: { state: 'rescheduled', on: '2026-03-13' } },
    }),
  /** Sudmark no longer denies. */
  admission: () =>
    madeReport({
      title: 'Sudmark on the shelling of Elmar village: mortars fired in error',
      text: 'Sudmark confirmed that mortars had hit the border village of Elmar, in error. Sudmark also praised its own harvest of barley.',
      published: '2026-03-06',
      publisher: 'Mirror',
      actors: { Sudmark: SUDMARK },
      statements: {
        confirmed: {
          by: ['Sudmark'],
          content: 'mortars had hit the border village of Elmar, in error',
          act: 'confirm',
        },
        praised: { by: ['Sudmark'], content: 'its own harvest of barley', act: 'praise' },
      },
    }),
} as const;

/** One report of the quarrel. */
export const quarrelReadout = (which: keyof typeof reports): Readout => {
  const { readout } = reports[which]();
  const parties = readout.actors.map(({ id }) => id);
  return { ...readout, disputes: readout.disputes.map((dispute) => ({ ...dispute, parties })) };
};
