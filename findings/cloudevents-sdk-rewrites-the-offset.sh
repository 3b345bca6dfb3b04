#!/usr/bin/env bash
# The CloudEvents SDK sends another time than the event has.
# Version: cloudevents 10.0.0
# Date: 2026-11-28
# Expected: an event leaves as it was created: time 10:00+02:00 is a valid RFC 3339 time with a local hour
# Seen: the event keeps 10:00+02:00, its structured and binary messages contain 08:00Z
# Affects: scans and delivery times whose local hour matters, and signatures or hashes over the event
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error cloudevents@10.0.0 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import { CloudEvent, HTTP } from 'cloudevents';

const event = new CloudEvent({
  id: '1',
  type: 'parcel.delivered',
  source: '/parcels',
  time: '2026-07-01T10:00:00+02:00',
});
const seen = {
  event: event.time,
  structured: JSON.parse(HTTP.structured(event).body).time,
  binary: HTTP.binary(event).headers['ce-time'],
};

console.log(seen);
assert.deepEqual(seen, {
  event: '2026-07-01T10:00:00+02:00',
  structured: '2026-07-01T08:00:00.000Z',
  binary: '2026-07-01T08:00:00.000Z',
});
SCRIPT
node "$folder/show.mjs"
