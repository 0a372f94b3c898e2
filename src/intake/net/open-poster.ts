import type { Poster, PosterOptions } from './poster.ts';

/** Opens a poster; the library of connections is only loaded here. */
export const openPoster = async (options: PosterOptions = {}): Promise<Poster> => {
  const { Poster: Opened } = await import('./poster.ts');
  return new Opened(options);
};
