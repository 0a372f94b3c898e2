import { actorFold } from './actors/fold-actor.ts';
import { agendaFold } from './agenda/fold-agenda.ts';
import { disputeFold } from './disputes/fold-dispute.ts';
import { eventFold } from './events/fold-event.ts';
import type { NodeKind } from './node.ts';
import type { Fold } from './shelf.ts';
import { situationFold } from './situations/fold-situation.ts';
import { statementFold } from './statements/fold-statement.ts';

const folds: { readonly [K in NodeKind]: Fold<K> } = {
  actor: actorFold,
  agenda: agendaFold,
  dispute: disputeFold,
  event: eventFold,
  situation: situationFold,
  statement: statementFold,
};

/** How nodes of a kind are put together. */
export const foldOf = <K extends NodeKind>(kind: K): Fold<K> => folds[kind];
