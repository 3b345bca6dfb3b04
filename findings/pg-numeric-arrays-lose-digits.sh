#!/usr/bin/env bash
# pg returns numeric as exact text, but the elements of numeric[] as rounded numbers.
# Version: pg 8.23.1, @electric-sql/pglite 0.5.14, @electric-sql/pglite-socket 0.2.17
# Date: 2026-11-28
# Expected: array_agg of an exact column is as exact as the column
# Seen: 9007199254740993.25 alone is text with all digits, inside an array it is the number 9007199254740994
# Affects: reports and order totals that aggregate amounts with array_agg
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';

const database = await PGlite.create();
const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0 });
await server.start();
const [host, port] = server.getServerConn().split(':');
const client = new pg.Client({ host, port: Number(port), user: 'postgres', database: 'postgres' });
await client.connect();
const { rows } = await client.query(`
  select max(amount) as single, array_agg(amount) as listed, array_agg(id) as ids
  from (values (9007199254740993.25::numeric, 9007199254740993::int8)) as line (amount, id)`);
await client.end();
await server.stop();
await database.close();

console.log(rows[0]);
assert.deepEqual(rows[0], {
  single: '9007199254740993.25',
  listed: [9007199254740994],
  // Arrays of int8 keep their digits.
  ids: ['9007199254740993'],
});
SCRIPT
node "$folder/show.mjs"
