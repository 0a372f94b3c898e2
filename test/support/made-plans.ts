import type { Readout } from '../../src/readout/index.ts';
import { madeReport } from './made-records.ts';

const COUNTRIES = {
  Estmark: { kind: 'country', code: 'EST GOV' },
  Westmark: { kind: 'country', code: 'WES GOV' },
} as const;
const both = ['Estmark', 'Westmark'];

/** Plans of two countries: one on a day, one in a week, one some time in May, and one without a date. */
export const plansReadout = (): Readout => {
  const { readout } = madeReport({
    title: 'Estmark and Westmark set out their spring',
    text: 'Estmark and Westmark will sign on 2026-03-19. They will confer in the week of 2026-W12 and visit in 2026-05. Then they will trade.',
    published: '2026-03-12',
    publisher: 'Herald',
    actors: COUNTRIES,
    times: { '2026-03-19': '2026-03-19', '2026-W12': '2026-W12', '2026-05': '2026-05' },
    events: {
      sign: { type: 'AGREE', by: both, realis: 'planned', on: '2026-03-19' },
      confer: { by: both, realis: 'planned', on: '2026-W12' },
      visit: { type: 'COOPERATE', by: both, realis: 'planned', on: '2026-05' },
      trade: { type: 'AID', by: both, realis: 'planned' },
    },
    agenda: {
      sign: { state: 'scheduled', on: '2026-03-19' },
      confer: { state: 'scheduled', on: '2026-W12' },
      visit: { state: 'scheduled', on: '2026-05' },
      trade: { state: 'scheduled' },
    },
  });
  const grains: Readonly<Record<string, string>> = { '2026-W12': 'week', '2026-05': 'month' };
  const grainOf = (value: string | null): string => grains[value ?? ''] ?? 'day';
  return {
    ...readout,
    times: readout.times.map((time) => ({ ...time, grain: grainOf(time.value) })) as Readout['times'],
    agenda: readout.agenda.map((item) => ({
      ...item,
      when: { ...item.when, grain: grainOf(item.when.value) },
    })) as Readout['agenda'],
  };
};
