export * from './arrival.ts';
export { joinNodes } from './join.ts';
export * from './node.ts';
export { withdrawReport } from './withdraw.ts';
export { placeReport } from './place-report.ts';
