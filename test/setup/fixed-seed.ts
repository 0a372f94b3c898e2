/** Property tests draw the same inputs each time, so that a run says something of the change; `FC_SEED=7` draws others. */
import fc from 'fast-check';

const SEED = 20_261_130;

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? SEED) });
