import { plural } from '../ui/plural.ts';

/** Fields that hold actors by their ids. */
const ofActors = new Set(['speakers', 'actors', 'recipients']);

/** A value of a field in words, where it needs no names: stretches by their words, nothing as "none". */
export const valueWords = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(' … ');
  if (typeof value !== 'object') return String(value);
  if ('text' in value) return `“${String(value.text)}”`;
  if ('name' in value) return String(value.name);
  if ('value' in value && value.value !== null) return String(value.value);
  return 'other words';
};

const isChange = (value: unknown): value is { readonly action: string; readonly change?: unknown } =>
  typeof value === 'object' && value !== null && 'action' in value;

const verbs: Readonly<Record<string, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  edit: 'edited',
  'accept-node': 'accepted',
  'reject-node': 'rejected',
  'edit-node': 'edited',
};

/** What was said of two things of the ledger, or of the parts of one; null for other decisions. */
const ruledWords = (change: object): string | null => {
  if (!('kind' in change)) return null;
  const kind = String(change.kind);
  if ('from' in change) return `merged: two ${kind}s are one`;
  if (!('members' in change) || !Array.isArray(change.members)) return null;
  return `split: ${plural(change.members.length, kind === 'situation' ? 'report' : 'telling')} of another ${kind}`;
};

const fieldWords = ([field, value]: [string, unknown]): string => {
  if (ofActors.has(field)) return `${field} set`;
  return `${field} → ${valueWords(value)}`;
};

/** A decision in words: `edited: realis → planned`. */
export const decisionWords = (change: unknown): string => {
  if (!isChange(change)) return 'decided';
  const ruled = ruledWords(change);
  if (ruled !== null) return ruled;
  const verb = verbs[change.action] ?? change.action;
  const fields = typeof change.change === 'object' && change.change !== null ? Object.entries(change.change) : [];
  return fields.length === 0 ? verb : `${verb}: ${fields.map(fieldWords).join(', ')}`;
};
