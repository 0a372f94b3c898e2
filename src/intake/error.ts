export { ReadoutError, reasonOf } from '../text/index.ts';
