import type { Arrival, Placement, Rulings } from './arrival.ts';
import type { LedgerNode, Lookup, Telling } from './node.ts';

/** STUB */
export const placeReport = async (
  { readout, publisher, origin }: Arrival,
  lookup: Lookup,
  _rulings: Rulings,
): Promise<Placement> => {
  const document = readout.document.id;
  const members = [];
  const nodes: LedgerNode[] = [];
  const keys = readout.actors.map((a) => `name:${a.name.toLowerCase()}`);
  const known = await lookup('actor', keys);
  const of = new Map<string, string>();
  for (const actor of readout.actors) {
    const from = { document, record: actor.id };
    const key = `name:${actor.name.toLowerCase()}`;
    const old = known.find((node) => node.keys.includes(key)) ?? nodes.find((node) => node.keys.includes(key));
    const id = old?.id ?? `actor:${actor.id}`;
    of.set(actor.id, id);
    members.push({ kind: 'actor' as const, node: id, document, record: actor.id, reason: 'same name' });
    const dated = <T>(value: T) => ({ value, first: null, last: null, reports: 1, from });
    if (old === undefined)
      nodes.push({
        kind: 'actor',
        id,
        keys: [key],
        summary: {
          name: actor.name,
          kind: actor.kind,
          names: [dated(actor.name)],
          roles: actor.role ? [dated(actor.role)] : [],
          affiliations: [],
          codes: actor.code ? [dated(actor.code)] : [],
        },
      });
  }
  const telling = (record: string): Telling => ({
    document,
    record,
    published: readout.document.published,
    publisher,
    origin,
  });
  const counts = { reports: 1, publishers: 1, origins: 1 };
  for (const s of readout.statements) {
    const id = `statement:${s.id}${document.slice(0, 6)}`;
    members.push({ kind: 'statement' as const, node: id, document, record: s.id, reason: 'new' });
    nodes.push({
      kind: 'statement',
      id,
      keys: [],
      summary: {
        speakers: s.speakers.map((one) => of.get(one) ?? ''),
        act: s.act,
        shingles: [],
        first: telling(s.id),
        tellings: [telling(s.id)],
        counts,
      },
    });
  }
  for (const e of readout.events) {
    const id = `event:${e.id}${document.slice(0, 6)}`;
    members.push({ kind: 'event' as const, node: id, document, record: e.id, reason: 'new' });
    nodes.push({
      kind: 'event',
      id,
      keys: [],
      summary: {
        type: e.type,
        mode: e.mode,
        realis: e.realis,
        actors: e.actors.map((one) => of.get(one) ?? ''),
        recipients: [],
        when: null,
        place: null,
        words: [e.trigger.text],
        tellings: [telling(e.id)],
        counts,
      },
    });
  }
  return { nodes, members, redirects: [] };
};
