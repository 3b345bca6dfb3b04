import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { feature, mesh } from 'topojson-client';
import type { Plugin } from 'vite';

const name = 'virtual:world-map-data';
const resolved = `\0${name}`;

/**
 * Generates the base map at build time: land and borders from Natural Earth (world-atlas, public domain) as
 * one GeoJSON file, so that the map needs no tile server. `import address from 'virtual:world-map-data'`
 * gives its URL.
 */
export function worldMapData(): Plugin {
  return {
    name: 'milepost-world-map-data',
    resolveId: (id) => (id === name ? resolved : null),
    load(id) {
      if (id !== resolved) return null;
      const reference = this.emitFile({ type: 'asset', name: 'world.json', source: worldAsGeoJson() });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}

type Atlas = Parameters<typeof mesh>[0];

function worldAsGeoJson(): string {
  const file = fileURLToPath(import.meta.resolve('world-atlas/countries-50m.json'));
  // The package has no types. If its format changes, the checks below fail the build.
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const { countries, land } = atlas.objects;
  if (countries?.type !== 'GeometryCollection' || land === undefined) {
    throw new Error('world-atlas has no countries or no land.');
  }
  // Countries have names, which the types of mesh do not allow. Only their lines are used.
  const lines = countries as Parameters<typeof mesh>[1];
  const borders = mesh(atlas, lines, (left, right) => left !== right);
  const shapes = feature(atlas, land);
  const features = [
    ...('features' in shapes ? shapes.features : [shapes]).map(({ geometry }) => part('land', geometry)),
    part('border', borders),
  ];
  // Two decimals are about a kilometre, finer than this atlas.
  return JSON.stringify({ type: 'FeatureCollection', features }, (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 100) / 100 : value,
  );
}

function part(kind: 'land' | 'border', geometry: object): object {
  return { type: 'Feature', properties: { kind }, geometry };
}
