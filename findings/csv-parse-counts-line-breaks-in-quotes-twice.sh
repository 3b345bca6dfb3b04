#!/usr/bin/env bash
# csv-parse counts a CRLF inside a quoted cell as two lines.
# Version: csv-parse 7.0.3
# Date: 2026-11-28
# Expected: info.lines is the line of the file, for every kind of line break
# Seen: after one quoted CRLF every later record reports a line that is one too large; with LF it is right
# Affects: everyone who imports files from Excel on Windows and is sent to the wrong line of an error
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error csv-parse@7.0.3 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';

const linesOf = (lineBreak) => {
  const file = ['number,note', '1,"ring', 'twice"', '2,none', ''].join(lineBreak);
  return parse(file, { columns: true, info: true }).map(({ info }) => info.lines);
};
const seen = { lf: linesOf('\n'), crlf: linesOf('\r\n') };

console.log(seen);
// The records end on the lines 3 and 4 of the file, whatever separates its lines.
assert.deepEqual(seen, { lf: [3, 4], crlf: [4, 5] });
SCRIPT
node "$folder/show.mjs"
