import type { Fetcher, FetchOptions } from './fetcher.ts';

/** Opens a fetcher; the library of connections is only loaded here, because it takes longer than many a file to read. */
export const openFetcher = async (options: FetchOptions = {}): Promise<Fetcher> => {
  const { Fetcher: Opened } = await import('./fetcher.ts');
  return new Opened(options);
};
