/** Asks as `fetch` does, and tells how much of the body is sent, from 0 to 1: `fetch` itself does not tell. */
export const sendingWith =
  (onSent: (share: number) => void) =>
  (address: string, { method = 'POST', body, headers, signal }: RequestInit): Promise<Response> =>
    new Promise((done, refuse) => {
      const request = new XMLHttpRequest();
      request.open(method, address);
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
      request.onload = () => done(new Response(request.responseText || null, { status: request.status }));
      request.onerror = () => refuse(new TypeError('The server was not reached.'));
      request.onabort = () => refuse(signal?.reason);
      signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(body as XMLHttpRequestBodyInit);
    });
