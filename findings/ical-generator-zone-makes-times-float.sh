#!/usr/bin/env bash
# A calendar zone without a VTIMEZONE generator makes the times of ical-generator float.
# Version: ical-generator 11.1.2
# Date: 2026-11-28
# Expected: an event from an instant stays at that instant when the calendar is given a zone
# Seen: DTSTART is the wall clock of the server without zone or TZID, so that every reader shows another time
# Affects: delivery windows in a calendar: 10:00 in Amsterdam, written in New York, is shown as 04:00 everywhere
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error ical-generator@11.1.2 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import ical from 'ical-generator';

const startOf = (settings) => {
  const calendar = ical(settings);
  calendar.createEvent({ start: new Date('2026-03-01T09:00:00Z'), summary: 'Delivery' });
  return calendar.toString().match(/^DTSTART.*$/m)[0].trim();
};
const seen = { bare: startOf({}), zoned: startOf({ timezone: 'Europe/Amsterdam' }) };

console.log(seen);
assert.deepEqual(seen, { bare: 'DTSTART:20260301T090000Z', zoned: 'DTSTART:20260301T040000' });
SCRIPT
TZ=America/New_York node "$folder/show.mjs"
