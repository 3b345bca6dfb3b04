import type { Column, PackedColumns } from './packed-columns.ts';

/** Region name → country → zone, empty when it is unknown or not unique. */
export type RegionDirectory = Record<string, Record<string, string>>;

/** The small tables, stored as JSON: a few hundred kilobytes that are read at once. */
export interface PlaceDirectory {
  /** Folded name or code → alpha-2. */
  countries: Record<string, string>;
  /** Alpha-2 → its only zone, empty when it has several. */
  countryZones: Record<string, string>;
  /** Alpha-2 → every zone of a town of the country. */
  zonesUsed: Record<string, string[]>;
  regions: RegionDirectory;
}

export function packDirectory(directory: PlaceDirectory): Record<string, Column> {
  return { directory: new TextEncoder().encode(JSON.stringify(directory)) };
}

export function readDirectory(columns: PackedColumns): PlaceDirectory {
  // packDirectory writes this shape in the same version of the format.
  return JSON.parse(new TextDecoder().decode(columns.bytes('directory'))) as PlaceDirectory;
}
