#!/usr/bin/env bash
# JSONata reads one local time in two zones, depending on whether a picture is given.
# Version: jsonata 2.2.2
# Date: 2026-11-28
# Expected: $toMillis of one text gives one instant, with or without the picture of that text
# Seen: without a picture the zone of the machine is used, with one UTC; 30 February becomes 2 March
# Affects: mappings of carrier messages without a zone: events move by the offset of the server
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error jsonata@2.2.2 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import jsonata from 'jsonata';

const picture = '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]';
const instantOf = (time, ...rest) => {
  const args = [time, ...rest].map((text) => JSON.stringify(text)).join(', ');
  return jsonata(`$fromMillis($toMillis(${args}))`).evaluate({});
};
const seen = {
  bare: await instantOf('2026-03-01T10:00:00'),
  pictured: await instantOf('2026-03-01T10:00:00', picture),
  noSuchDay: await instantOf('2026-02-30T10:00:00', picture),
};

console.log(seen);
assert.deepEqual(seen, {
  bare: '2026-03-01T15:00:00.000Z',
  pictured: '2026-03-01T10:00:00.000Z',
  noSuchDay: '2026-03-02T10:00:00.000Z',
});
SCRIPT
TZ=America/New_York node "$folder/show.mjs"
