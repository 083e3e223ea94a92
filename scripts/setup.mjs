/**
 * Installs what `npm start` and `npm test` need: packages, a built client, a browser.
 *
 * Plain JavaScript without packages, because it installs them; runs on Node 20 and newer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');

/** The pinned runtime, independent of the system's Node. */
export const pinnedNode = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');

/** For child processes: puts the pinned runtime and the project's tools first on the path. */
export const environment = {
  ...process.env,
  PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
};

/**
 * Options of the server's Node, used wherever it is started. They limit young generation and malloc arenas, which would
 * otherwise stay as large as the busiest second made them (docs/PERFORMANCE.md, "Memory").
 */
export const runtime = JSON.parse(readFileSync(join(root, 'scripts', 'runtime.json'), 'utf8'));

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Prints to stderr, because stdout may be read by a program. */
function tell(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a command in the project's folder; returns whether it succeeded. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    // Its output goes to stderr too, for the same reason.
    stdio: ['inherit', process.stderr, 'inherit'],
    env: environment,
    shell: process.platform === 'win32',
    ...options,
  });
  return result.status === 0;
}

function modified(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), entry.mtimeMs);
}

export function ensurePackages() {
  const installed = modified(join(root, 'node_modules', '.package-lock.json'));
  if (installed >= modified(join(root, 'package-lock.json')) && existsSync(pinnedNode)) return;
  tell('Installing packages (about half a minute, once) …');
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=5'])) {
    tell('npm could not install the packages. See its message above; `npm ci` repeats it alone.');
    process.exit(1);
  }
  // `npm ci` keeps the lock file's time; touching it now prevents a reinstall at the next start.
  const stamp = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(stamp)) utimesSync(stamp, new Date(), new Date());
}

/** Sources of the pages. */
const PAGE_SOURCES = JSON.parse(readFileSync(join(root, 'scripts', 'page-sources.json'), 'utf8'));

export function ensureClient() {
  const stamp = join(root, 'dist', 'client', '.built');
  const changed = PAGE_SOURCES.map((name) => newest(join(root, name)));
  if (modified(stamp) >= Math.max(...changed)) return;
  tell('Building the pages (some seconds, only when they changed) …');
  if (!run(pinnedNode, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])) {
    tell('The pages could not be built. See the message above; `npm run build` repeats it alone.');
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${new Date().toISOString()}\n`);
}

/** Folders and packages of browsers and their drivers. */
const INSTALLED = JSON.parse(readFileSync(join(root, 'scripts', 'browsers.json'), 'utf8'));

function installedAt(name, named) {
  return [named, ...INSTALLED[name]].find((path) => path !== undefined && existsSync(path));
}

export function findBrowser() {
  return installedAt('chromium', process.env.CHROMIUM_PATH);
}

/** Waits for another installation, and retries a failing mirror. */
const PATIENT = ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];
let areListsFresh = false;

/** Installs Debian packages quietly, without starting their services. */
function aptInstall(...packages) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const quiet = {
    env: { ...environment, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...PATIENT, ...args];
    return run(command, rest, quiet);
  };
  if (!areListsFresh) areListsFresh = apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}

const hasApt = () => existsSync('/usr/bin/apt-get');

/** Finds or installs Chromium for the browser tests, and says which. Returns its path. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (hasApt()) {
    tell('No Chromium here: installing it with apt-get (packages chromium and fonts-noto-cjk) …');
    aptInstall('chromium', 'fonts-noto-cjk');
  }
  const installed = findBrowser();
  if (installed === undefined) {
    tell('The browser tests need Chromium. Install it, or name it: CHROMIUM_PATH=/path/to/chromium npm test');
    process.exit(1);
  }
  return installed;
}

/** Installs Chromium without windows for most browser tests, if possible; Chromium takes its place where it is missing. */
export function ensureShell() {
  if (installedAt('chromiumShell') !== undefined || !hasApt()) return;
  tell('Installing chromium-headless-shell with apt-get, in which the browser tests take less time …');
  aptInstall('chromium-headless-shell');
}

/**
 * Firefox and WebKitGTK, in which the same game is tested. Installs them with apt-get if possible. Returns a sentence
 * for each that is missing, whose tests are then skipped.
 */
export function ensureOtherBrowsers() {
  const lacking = () =>
    [
      { name: 'Firefox', packages: ['firefox-esr'], parts: [installedAt('firefox', process.env.FIREFOX_PATH)] },
      {
        name: 'WebKitGTK',
        packages: ['webkit2gtk-driver', 'xvfb'],
        parts: ['webKitDriver', 'webKit', 'display'].map((part) => installedAt(part)),
      },
    ].filter(({ parts }) => parts.includes(undefined));
  const wanted = lacking().flatMap(({ packages }) => packages);
  if (wanted.length > 0 && hasApt()) {
    tell(`Installing ${wanted.join(', ')} with apt-get, to play in Firefox and WebKitGTK too …`);
    // One at a time, since one may be available without the other.
    for (const { packages } of lacking()) aptInstall(...packages);
  }
  return lacking().map(
    ({ name, packages }) =>
      `Not played in ${name}: it needs Debian's ${packages.join(' and ')}, or what your system calls them.`,
  );
}

/** Folders of servers that are not on everybody's path. */
const SERVER_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

function findServer(name) {
  const folders = [...(process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':'), ...SERVER_FOLDERS];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Paths of Redis and nginx by name, for tests of several processes; PostgreSQL comes with the packages. Without
 * faketime or strace, the tests of a jumping clock or of hanging flushes are skipped.
 */
export function ensureServers() {
  const packages = { 'redis-server': 'redis-server', nginx: 'nginx-light', faketime: 'faketime', strace: 'strace' };
  const missing = Object.keys(packages).filter((name) => findServer(name) === undefined);
  if (missing.length > 0 && hasApt()) {
    const wanted = missing.map((name) => packages[name]);
    tell(`Installing ${wanted.join(', ')} with apt-get, for the tests of several processes and of faults …`);
    aptInstall(...wanted);
  }
  const [redis, nginx] = ['redis-server', 'nginx'].map(findServer);
  if (redis === undefined || nginx === undefined) {
    tell('The tests of several processes need redis-server and nginx. Install both, then run npm test again.');
    process.exit(1);
  }
  return { REDIS_SERVER_PATH: redis, NGINX_PATH: nginx };
}
