import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from './testing/start-receiver.ts';

type Message = { type: string } & Record<string, unknown>;

let folder: string;
let receiver: Receiver;
let child: ChildProcess | null = null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-run-'));
  receiver = await startReceiver();
});
afterEach(async () => {
  child?.kill();
  await receiver.close();
  rmSync(folder, { recursive: true });
});

/**
 * Runs the process until it ends. `react` may answer each message with a command, or with null to end the
 * input.
 */
async function run(config: object, react: (message: Message) => object | null | undefined) {
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify(config));
  const script = join(import.meta.dirname, 'run.ts');
  const started = spawn(process.execPath, [script, '--config', file], { stdio: ['pipe', 'pipe', 'pipe'] });
  child = started;
  const ended = new Promise<number | null>((resolve) => started.on('close', resolve));
  const errors: string[] = [];
  started.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const messages: Message[] = [];
  for await (const line of createInterface({ input: started.stdout })) {
    // Each line is a message of the protocol described in run.ts.
    const message = JSON.parse(line) as Message;
    messages.push(message);
    const command = react(message);
    if (command === null) started.stdin.end();
    else if (command !== undefined) started.stdin.write(`${JSON.stringify(command)}\n`);
  }
  return {
    code: await ended,
    messages,
    errors: errors.join(''),
    types: new Set(messages.map(({ type }) => type)),
  };
}

const account = { carrier: 'ups', credentials: { webhookSecret: 'a secret for pushes' } };

// A new process takes a while to start on a busy machine.
describe('the run process', { timeout: 30_000 }, () => {
  it('runs a simulation, accepts faults and ends with its input', async () => {
    const config = {
      mode: 'simulation',
      seed: 1,
      carriers: [{ ...account, parcels: 3 }],
      faultRates: 'none',
      labels: { from: '2026-02-02T00:00:00Z', to: '2026-02-03T00:00:00Z' },
      clock: { startAt: '2026-05-01T00:00:00Z', speed: 1 },
    };
    const { code, errors, messages, types } = await run(config, ({ type }) => {
      if (type === 'listening') return { command: 'faults', carrier: 'unknown', faults: { silent: true } };
      if (type === 'ready') return { command: 'start', hookUrls: { ups: `${receiver.url}/hooks/a` } };
      return type === 'finished' ? null : undefined;
    });
    expect([code, errors]).toEqual([0, '']);
    expect(types).toEqual(new Set(['listening', 'parcels', 'ready', 'invalid_command', 'finished']));
    const finished = messages.find(({ type }) => type === 'finished');
    expect(finished).toMatchObject({ unfinished: 0, pushes: { accepted: receiver.received.length } });
    expect(receiver.received.length).toBeGreaterThan(3);
  });

  it('runs a load and returns its records', async () => {
    const config = {
      mode: 'load',
      seed: 1,
      targets: [{ ...account, hookUrl: `${receiver.url}/hooks/a` }],
      parcels: 20,
      before: '2026-05-01T00:00:00Z',
      ratePerSecond: null,
      seconds: 20,
    };
    const { code, errors, messages, types } = await run(config, ({ type }) => {
      if (type === 'ready') return { command: 'start' };
      return type === 'finished' ? { command: 'stop' } : undefined;
    });
    expect([code, errors]).toEqual([0, '']);
    expect(types).toEqual(new Set(['parcels', 'ready', 'started', 'records', 'finished']));
    const records = messages.flatMap(({ records: some }) => (Array.isArray(some) ? some : []));
    expect(records).toHaveLength(receiver.received.length);
    expect(messages.find(({ type }) => type === 'finished')).toMatchObject({ accepted: records.length });
  });

  it('rejects a configuration without a mode', async () => {
    const { code, messages, errors } = await run({ seed: 1 }, () => undefined);
    expect([code, messages]).toEqual([1, []]);
    expect(errors).toContain('at mode');
  });
});
