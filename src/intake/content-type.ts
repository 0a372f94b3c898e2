import { MIMEType } from 'node:util';

/** What a `Content-Type` header says: the kind of content in small letters, and the encoding of its text. */
export interface ContentType {
  readonly type: string | null;
  readonly charset: string | null;
}

/** Reads a `Content-Type` header; an encoding that no decoder knows counts as none. */
export const contentTypeOf = (header: string | undefined): ContentType => {
  const type = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)/.exec(header ?? '')?.[1]?.toLowerCase() ?? null;
  let label: string | null = null;
  try {
    label = new MIMEType(header ?? '').params.get('charset');
  } catch {
    label = /charset\s*=\s*["']?([\w:.-]+)/i.exec(header ?? '')?.[1] ?? null;
  }
  try {
    return { type, charset: label === null ? null : new TextDecoder(label.replace(/^'|'$/g, '')).encoding };
  } catch {
    return { type, charset: null };
  }
};
