import { useApi } from '../api/use-api.ts';
import { situationName } from '../ui/situation-name.ts';
import { Chip } from './chip.tsx';

/** That a page shows one situation only, by its name, and what takes that away. */
export const SituationChip = ({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) => {
  const { data } = useApi('/situations/{id}', {}, { id });
  return <Chip onRemove={onRemove}>in: {data === undefined ? 'one situation' : situationName(data.item)}</Chip>;
};
