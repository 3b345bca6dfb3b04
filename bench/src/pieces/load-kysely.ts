/*
 * Runs as a process of its own (auth-adapter.ts): what better-auth's own adapter costs a process that has
 * better-auth.
 */
import { importFullBetterAuth } from '@milepost/server/pieces';

globalThis.gc?.();
const before = { memory: process.memoryUsage().rss, time: process.cpuUsage() };
await importFullBetterAuth();
const { user, system } = process.cpuUsage(before.time);
globalThis.gc?.();
const figures = {
  milliseconds: (user + system) / 1_000,
  mebibytes: (process.memoryUsage().rss - before.memory) / 2 ** 20,
};
process.stdout.write(JSON.stringify(figures));
