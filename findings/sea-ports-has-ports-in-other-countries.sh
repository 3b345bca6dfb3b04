#!/usr/bin/env bash
# sea-ports places ports with exchanged coordinates or in other countries.
# Version: sea-ports 0.0.9
# Date: 2026-11-28
# Expected: the coordinates of a UN/LOCODE are in its country
# Seen: Matadi (CD) is in Mali, Annaba (DZ) in Ethiopia, Le Port (RE) in the Atlantic: latitude and longitude are exchanged; San Vicente (CL) is in Spain, Southampton (BM) in England
# Affects: maps, distances and time zones of containers, and every carrier look-up by UN/LOCODE
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error sea-ports@0.0.9 >/dev/null

cat >"$folder/show.mjs" <<'SCRIPT'
import assert from 'node:assert/strict';
import ports from 'sea-ports';

// South, north, west and east edge of each country, in whole degrees.
const countries = {
  CDMAT: [-14, 6, 12, 32],
  DZAAE: [18, 38, -9, 12],
  REPDG: [-22, -20, 55, 56],
  CLCAP: [-56, -17, -76, -66],
  BMSOU: [32, 33, -65, -64],
  NLRTM: [50, 54, 3, 8],
};
const isInside = ([south, north, west, east], [longitude, latitude]) =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;

const seen = Object.fromEntries(
  Object.entries(countries).map(([code, edges]) => {
    const [longitude, latitude] = ports.JSON[code].coordinates;
    if (isInside(edges, [longitude, latitude])) return [code, 'right'];
    return [code, isInside(edges, [latitude, longitude]) ? 'exchanged' : 'elsewhere'];
  }),
);

console.log(seen);
assert.deepEqual(seen, {
  CDMAT: 'exchanged',
  DZAAE: 'exchanged',
  REPDG: 'exchanged',
  CLCAP: 'elsewhere',
  BMSOU: 'elsewhere',
  NLRTM: 'right',
});
SCRIPT
node "$folder/show.mjs"
