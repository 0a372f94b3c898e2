import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into a made ZIP archive; what is told here is written, whether it is true or not. */
export interface ZipFileToMake {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isStored?: boolean;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
}

const numbers = (...fields: readonly (readonly [number, 2 | 4])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, width]) => {
      const bytes = Buffer.alloc(width);
      if (width === 2) bytes.writeUInt16LE(value);
      else bytes.writeUInt32LE(value);
      return bytes;
    }),
  );

/** A ZIP archive (APPNOTE 6.3) with the given files in it. */
export const madeZip = (files: readonly ZipFileToMake[]): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes, isStored = false, flags = 0x800, crc = crc32(bytes), size = bytes.length } of files) {
    const name = Buffer.from(path);
    const packed = isStored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const shared = numbers(
      [20, 2],
      [flags, 2],
      [isStored ? 0 : 8, 2],
      [0, 2],
      [0x21, 2],
      [crc, 4],
      [packed.length, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
    );
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, name, packed]);
    locals.push(local);
    const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), numbers([20, 2]), shared, rest, name]));
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = numbers([0, 2], [0, 2], [files.length, 2], [files.length, 2], [central.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
};
