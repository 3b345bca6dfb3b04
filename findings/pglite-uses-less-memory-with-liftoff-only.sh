#!/usr/bin/env bash
# V8's optimising WebAssembly compiler costs PGlite tens of megabytes.
# Version: @electric-sql/pglite 0.5.14, Node 24
# Date: 2026-11-28
# Expected: the same database with the same statements needs about the same memory, however its code is compiled
# Seen: with --liftoff-only the process is at least 30 MiB smaller after a few hundred statements
# Affects: applications with an embedded database on machines with 1 GB
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error @electric-sql/pglite@0.5.14 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import { PGlite } from '@electric-sql/pglite';

const database = await PGlite.create();
await database.exec(`
  create table message (id int primary key, body jsonb);
  insert into message select i, jsonb_build_object('code', i) from generate_series(1, 20000) as i`);
const count = "select count(*) from message where (body->>$1)::int % 7 = $2";
for (let round = 0; round < 300; round += 1) await database.query(count, ['code', round % 7]);
// The optimising compiler works in the background.
await new Promise((resolve) => setTimeout(resolve, 2_000));
globalThis.gc();
console.log(Math.round(process.memoryUsage.rss() / 2 ** 20));
process.exit(0);
SCRIPT
optimised=$(node --expose-gc "$folder/show.mjs")
baseline=$(node --expose-gc --liftoff-only "$folder/show.mjs")
echo "optimised: $optimised MiB, --liftoff-only: $baseline MiB"
[[ $((optimised - baseline)) -ge 30 ]]
