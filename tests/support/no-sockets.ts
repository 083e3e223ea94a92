/** A proxy that passes every request but no WebSocket, as some networks do. */
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Blocking {
  readonly url: string;
  dispose(): void;
}

/** `refuses`: answers an upgrade with an error; `swallows`: never answers it. */
export async function withoutSockets(target: string, how: 'refuses' | 'swallows'): Promise<Blocking> {
  const held = new Set<Socket>();
  const server = createServer((asked, answer) => {
    const passed = httpRequest(
      new URL(target),
      { path: asked.url, method: asked.method, headers: asked.headers },
      (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      },
    );
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  server.on('upgrade', (_request, socket: Socket) => {
    held.add(socket);
    socket.on('error', () => undefined);
    if (how === 'refuses') socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((told) => server.listen(0, '127.0.0.1', told));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dispose() {
      for (const socket of held) socket.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}
