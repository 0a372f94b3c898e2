import { Link } from '@tanstack/react-router';
import { useApi } from '../api/use-api.ts';
import { situationName } from './situation-name.ts';

/** The situation that something belongs to, by its name; nothing until that is known. */
export const SituationLink = ({ id }: { readonly id: string }) => {
  const { data } = useApi('/situations/{id}', {}, { id });
  if (data === undefined) return null;
  return (
    <Link to="/situations/$id" params={{ id: data.item.id }}>
      {situationName(data.item)}
    </Link>
  );
};
