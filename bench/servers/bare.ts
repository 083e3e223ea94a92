/**
 * The baseline: a bare `ws` server with only the game's fan-out. It answers every plan, and sends a group's seats a
 * view once the group is complete. With a file name it is durable: SQLite, WAL, `synchronous=FULL`, one commit per turn
 * of the event loop, answers after the commit.
 */
import Database from 'better-sqlite3';
import { type WebSocket, WebSocketServer } from 'ws';
import { GROUP_SIZE, viewOf } from '../shape.ts';

const [, , viewBytes = '3000', file] = process.argv;
const view = viewOf(Number(viewBytes));

interface Group {
  readonly seats: Set<WebSocket>;
  plans: number;
}

const groups = new Map<string, Group>();
const commit = file === undefined ? undefined : committer(file);

function committer(path: string): (line: string, done: () => void) => void {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table records (seq integer primary key, line text not null)');
  const insert = database.prepare('insert into records (line) values (?)');
  let waiting: { readonly line: string; readonly done: () => void }[] = [];
  const flush = database.transaction((batch: typeof waiting) => {
    for (const { line } of batch) insert.run(line);
  });
  return (line, done) => {
    waiting.push({ line, done });
    if (waiting.length > 1) return;
    setImmediate(() => {
      const batch = waiting;
      waiting = [];
      flush(batch);
      for (const each of batch) each.done();
    });
  };
}

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket, request) => {
  const name = new URL(request.url ?? '/', 'http://localhost').searchParams.get('group') ?? '';
  const group = groups.get(name) ?? { seats: new Set(), plans: 0 };
  groups.set(name, group);
  group.seats.add(socket);
  socket.on('close', () => group.seats.delete(socket));
  socket.on('message', (data) => {
    const line = data.toString();
    const { id } = JSON.parse(line) as { id: string };
    const done = () => {
      socket.send(JSON.stringify({ ack: id }));
      group.plans += 1;
      if (group.plans < GROUP_SIZE) return;
      group.plans = 0;
      for (const seat of group.seats) seat.send(JSON.stringify({ view }));
    };
    if (commit === undefined) done();
    else commit(line, done);
  });
  socket.send(JSON.stringify({ view }));
});
server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.(address.port);
});
