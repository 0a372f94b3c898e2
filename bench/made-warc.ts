import { gzipSync } from 'node:zlib';

const sentences = [
  'The harbour master of Nordhavn said that the quay would stay open through the winter.',
  'Ada Berg, the foreign minister of Norland, told reporters that talks would begin on Monday.',
  'The two governments have not agreed on who is to pay for the new bridge.',
  'A spokesman denied that any shots had been fired at the border post.',
];

const pageNumber = (number: number): string => {
  const paragraphs = Array.from({ length: 12 }, (_, index) => {
    const words = sentences.map((_sentence, at) => sentences[(at + index + number) % sentences.length]).join(' ');
    return `<p>${words} This was paragraph ${index} of report ${number}.</p>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report ${number} from the harbour</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>Report ${number} from the harbour</h1>${paragraphs.join('\n')}</article></body></html>`;
};

/** One record of a WARC file with its headers, around a block. */
export const madeRecord = (fields: Readonly<Record<string, string>>, block: Uint8Array): Uint8Array => {
  const lines = Object.entries({ ...fields, 'Content-Length': String(block.length) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
};

/** A recorded response with a body of the given type. */
export const madeResponse = (url: string, type: string, body: Uint8Array, status = '200 OK'): Uint8Array =>
  madeRecord(
    { 'WARC-Type': 'response', 'WARC-Target-URI': url, 'Content-Type': 'application/http; msgtype=response' },
    Buffer.concat([
      Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`),
      body,
    ]),
  );

/** A web archive of about so many bytes, made as it is read: of every ten records one is a page, the others pictures. */
export async function* madeWarc(size: number, isPacked: boolean): AsyncGenerator<Uint8Array> {
  const picture = Buffer.alloc(100_000, 'not a picture, but as large as one; ');
  const close = (bytes: Uint8Array): Uint8Array => (isPacked ? gzipSync(bytes, { level: 1 }) : bytes);
  const pictureRecord = close(madeResponse('https://news.example/quay.jpg', 'image/jpeg', picture));
  for (let number = 1, made = 0; made < size; number += 1) {
    if (number % 10 !== 0) {
      made += picture.length;
      yield pictureRecord;
      continue;
    }
    const html = Buffer.from(pageNumber(number));
    made += html.length;
    yield close(madeResponse(`https://news.example/${number}`, 'text/html; charset=utf-8', html));
  }
}
