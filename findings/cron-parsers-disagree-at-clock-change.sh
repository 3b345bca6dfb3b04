#!/usr/bin/env bash
# Two cron parsers run 02:30 at different times on the day on which the clocks go forward.
# Version: cron-parser 5.10.6, croner 11.0.1
# Date: 2026-11-28
# Expected: 02:30 does not exist on 29 March 2026 in Amsterdam; both give the same replacement or skip the day
# Seen: cron-parser runs at 03:30 local time, croner at 03:00
# Affects: nightly jobs with a cut-off, when one library replaces the other
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error cron-parser@5.10.6 croner@11.0.1 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import { CronExpressionParser } from 'cron-parser';
import { Cron } from 'croner';

const expression = '30 2 * * *';
const zone = 'Europe/Amsterdam';
const before = new Date('2026-03-28T12:00:00Z');
const seen = {
  cronParser: CronExpressionParser.parse(expression, { tz: zone, currentDate: before }).next().toISOString(),
  croner: new Cron(expression, { timezone: zone, paused: true }).nextRun(before).toISOString(),
};

console.log(seen);
// The clocks go from 02:00 to 03:00 at 01:00 UTC.
assert.deepEqual(seen, { cronParser: '2026-03-29T01:30:00.000Z', croner: '2026-03-29T01:00:00.000Z' });
SCRIPT
node "$folder/show.mjs"
