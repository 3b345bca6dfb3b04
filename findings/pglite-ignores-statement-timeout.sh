#!/usr/bin/env bash
# PGlite accepts statement_timeout and does not enforce it.
# Version: @electric-sql/pglite 0.5.14
# Date: 2026-11-28
# Expected: a statement that runs longer than statement_timeout is cancelled, as on every PostgreSQL server
# Seen: the setting is accepted and shown, and a statement of a second completes with a timeout of 100 ms
# Affects: embedded applications that rely on it to keep one slow report from blocking everything
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error @electric-sql/pglite@0.5.14 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';

const database = await PGlite.create();
await database.exec("set statement_timeout = '100ms'");
const { rows } = await database.query('show statement_timeout');
const startedAt = performance.now();
const outcome = await database.query('select pg_sleep(1)').then(
  () => 'completed',
  (error) => error.code,
);
const elapsedMs = performance.now() - startedAt;
await database.close();

console.log({ setting: rows[0].statement_timeout, outcome, elapsedMs: Math.round(elapsedMs) });
assert.equal(rows[0].statement_timeout, '100ms');
// A server answers 57014, query_canceled.
assert.equal(outcome, 'completed');
assert.ok(elapsedMs >= 1_000);
SCRIPT
node "$folder/show.mjs"
