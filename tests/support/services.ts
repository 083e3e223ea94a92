/** Real Redis and nginx as child processes on free ports, for tests of several processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.ts';
import { PATIENCE_MS, pause } from './waiting.ts';

export interface Service {
  readonly port: number;
  /** Kills it like an outage; `start` brings it back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

function program(name: string, variable: string): string {
  const found = [process.env[variable], `/usr/bin/${name}`, `/usr/sbin/${name}`].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found === undefined) throw new Error(`${name} is not installed; npm test installs it, or set ${variable}`);
  return found;
}

async function answers(port: number): Promise<boolean> {
  return new Promise((told) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      told(true);
    });
    socket.once('error', () => told(false));
  });
}

async function service(port: number, command: string, args: readonly string[], folder: string): Promise<Service> {
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    child = spawn(command, args, { cwd: folder, stdio: 'ignore' });
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      if (await answers(port)) return;
      if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}`);
      await pause(20);
    }
    throw new Error(`${command} does not answer`);
  }

  async function kill(): Promise<void> {
    const running = child;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const exited = new Promise((exit) => running.once('exit', exit));
    running.kill('SIGTERM');
    await exited;
  }

  await start();
  return {
    port,
    start,
    kill,
    async dispose() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function startRedis(): Promise<Service> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'es-redis-'));
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  return service(port, program('redis-server', 'REDIS_SERVER_PATH'), args, folder);
}

export interface Nginx extends Service {
  /** Paths requested through `/`, with the port of the process that served them last, in order. */
  handed(): Promise<readonly { readonly path: string; readonly to: number }[]>;
}

/**
 * A proxy before the processes, each of which also has a path of its own, as in `deploy/nginx.conf.template`. Requests
 * are balanced at random, so that nothing relies on affinity.
 */
export async function startNginx(port: number, upstreams: readonly number[]): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'es-nginx-'));
  const paths = upstreams.map((to, index) => `location /p${index + 1}/ { proxy_pass http://127.0.0.1:${to}/; }`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const configuration = `
    daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events {}
    http {
      log_format handed '$request_uri $upstream_addr'; access_log off; ${temporary.join(' ')}
      map $http_upgrade $connection_upgrade { default upgrade; '' close; }
      upstream street { random; ${upstreams.map((to) => `server 127.0.0.1:${to} max_fails=1 fail_timeout=2s;`).join(' ')} }
      server {
        listen 127.0.0.1:${port};
        proxy_http_version 1.1; proxy_set_header Host $http_host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_upgrade;
        proxy_read_timeout 60s; proxy_connect_timeout 2s;
        ${paths.join('\n')}
        location / {
          access_log ${folder}/handed.log handed;
          proxy_pass http://street;
          proxy_next_upstream error timeout http_502 http_503 non_idempotent;
          proxy_next_upstream_tries 2;
        }
      }
    }`;
  await writeFile(join(folder, 'nginx.conf'), configuration);
  const args = ['-c', join(folder, 'nginx.conf'), '-p', folder];
  const nginx = await service(port, program('nginx', 'NGINX_PATH'), args, folder);
  return {
    ...nginx,
    async handed() {
      const lines = (await readFile(join(folder, 'handed.log'), 'utf8')).split('\n').slice(0, -1);
      return lines.map((line) => ({ path: line.split(' ')[0] ?? '', to: Number(line.split(':').at(-1)) }));
    },
  };
}
