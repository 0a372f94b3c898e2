export * from './arrival.ts';
export { joinNodes } from './join.ts';
export * from './node.ts';
export { placeReport } from './place-report.ts';
export { withdrawReport } from './withdraw.ts';
