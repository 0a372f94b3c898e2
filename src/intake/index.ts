/** The room of intake: a page, a wire message or a file becomes a Document, or a clear error that names it. */
export { ReadoutError } from './error.ts';
