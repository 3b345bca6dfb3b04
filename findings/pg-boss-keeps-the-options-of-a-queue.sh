#!/usr/bin/env bash
# Creating a pg-boss queue again with other options changes nothing.
# Version: pg-boss 12.38.0, @electric-sql/pglite 0.5.14
# Date: 2026-11-28
# Expected: createQueue with other options at the next start applies them, or fails
# Seen: it resolves, and the queue keeps its first options
# Affects: deployments that change a retry limit in code: the old limit stays until updateQueue is called
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error pg-boss@12.38.0 @electric-sql/pglite@0.5.14 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PgBoss, fromPglite } from 'pg-boss';

const database = await PGlite.create();
const boss = new PgBoss({ db: fromPglite(database), supervise: false, schedule: false });
boss.on('error', console.error);
await boss.start();
await boss.createQueue('mail', { retryLimit: 2 });
await boss.createQueue('mail', { retryLimit: 9 });
const created = (await boss.getQueue('mail')).retryLimit;
await boss.updateQueue('mail', { retryLimit: 9 });
const updated = (await boss.getQueue('mail')).retryLimit;
await boss.stop({ graceful: false });
await database.close();

console.log({ created, updated });
assert.deepEqual({ created, updated }, { created: 2, updated: 9 });
process.exit(0);
SCRIPT
node "$folder/show.mjs"
