#!/usr/bin/env bash
# One Date as parameter of a date column is stored as different days by pg and PGlite.
# Version: pg 8.23.1, @electric-sql/pglite 0.5.14, @electric-sql/pglite-socket 0.2.17
# Date: 2026-11-28
# Expected: the same database engine stores the same day for the same JavaScript Date
# Seen: west of Greenwich pg sends the local day (28 February), PGlite the UTC day (1 March)
# Affects: everyone who develops on PGlite and operates on a PostgreSQL server: deadlines and promised days move by one day
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';

const day = new Date('2026-03-01T00:00:00Z');
const insert = 'insert into promise values ($1) returning day::text';

// One engine, reached by both clients, so that only the clients differ.
const database = await PGlite.create();
await database.exec('create table promise (day date)');
const server = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0 });
await server.start();
const [host, port] = server.getServerConn().split(':');
const client = new pg.Client({ host, port: Number(port), user: 'postgres', database: 'postgres' });
await client.connect();
const byPg = (await client.query(insert, [day])).rows[0].day;
await client.end();
await server.stop();
const byPglite = (await database.query(insert, [day])).rows[0].day;
await database.close();

console.log({ byPg, byPglite });
assert.deepEqual({ byPg, byPglite }, { byPg: '2026-02-28', byPglite: '2026-03-01' });
SCRIPT
TZ=America/New_York node "$folder/show.mjs"
