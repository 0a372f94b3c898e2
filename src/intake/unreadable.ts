import { ReadoutError } from './error.ts';

const advice: Record<string, string> = {
  ENOENT: 'there is no such file; check the path',
  EACCES: 'this user may not read it; check its permissions',
  EPERM: 'this user may not read it; check its permissions',
  ELOOP: 'its symbolic links lead in a circle; name the file itself',
  ENAMETOOLONG: 'the path is too long; check it',
  ENOTDIR: 'part of the path is a file and no folder; check it',
  EMFILE: 'too many files are open; read fewer at once',
  EISDIR: 'it is a folder; name the files in it, or a glob',
  EIO: 'the disk failed to deliver it; check the drive',
};

/** Whether an error is one that the system gives when it opens or reads a file. */
export const isSystemError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code);

/** The `ReadoutError` for a path that the file system refused, with the reason as a sentence. */
export const unreadable = (path: string, error: unknown): ReadoutError => {
  const reason = isSystemError(error) ? error.code : 'unknown';
  const code = reason === 'ENOENT' ? 'missing-input' : 'unreadable-input';
  return new ReadoutError(
    code,
    `${path} cannot be read: ${advice[reason] ?? `the system says ${reason}`}.`,
    { name: path, reason },
    { cause: error },
  );
};
