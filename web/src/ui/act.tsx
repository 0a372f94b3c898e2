import { type Act, familyOf } from './acts.ts';

export { type Act, acts } from './acts.ts';

/** What is done by saying it. */
export const ActMark = ({ act }: { readonly act: Act }) => <span className={`mark act-${familyOf(act)}`}>{act}</span>;
