/** Raw requests, which a client would normalise. */
import { connect } from 'node:net';
import { PATIENCE_MS } from './waiting.ts';

/** All that came back until the connection closed, or within the time; failed writes are ignored. */
export function rawRequest(url: string, parts: readonly string[], ms = PATIENCE_MS): Promise<string> {
  return new Promise((told) => {
    const { port, hostname } = new URL(url);
    const socket = connect(Number(port), hostname);
    let text = '';
    const done = () => {
      clearTimeout(patience);
      socket.destroy();
      told(text);
    };
    const patience = setTimeout(done, ms);
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', done);
    socket.on('error', () => undefined);
    const send = (left: readonly string[]): void => {
      const [first, ...rest] = left;
      if (first !== undefined && !socket.destroyed) socket.write(first, () => send(rest));
    };
    send(parts);
  });
}
