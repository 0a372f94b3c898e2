import { useQuery } from '@tanstack/react-query';
import type { Topology } from 'topojson-specification';
import fine from 'world-atlas/countries-50m.json?url';
import coarse from 'world-atlas/countries-110m.json?url';
import { ApiError } from '../api/client.ts';
import { type Outline, outlinesIn } from './outlines.ts';

const load = async (address: string): Promise<readonly Outline[]> => {
  const response = await fetch(address).catch(() => null);
  if (response?.ok !== true)
    throw new ApiError('unreachable', 0, 'The outlines of the countries could not be loaded from the server.');
  return outlinesIn((await response.json()) as Topology);
};

const useFile = (address: string) =>
  useQuery({
    queryKey: [address],
    queryFn: () => load(address),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** The outlines of the countries, coarse ones until the fine ones are there. */
export const useOutlines = () => {
  const roughly = useFile(coarse);
  const finely = useFile(fine);
  return { error: roughly.error, coarse: roughly.data, fine: finely.data };
};
