import type { Column, PackedColumns } from './packed-columns.ts';

/** Word → country → zone, empty when the region has several or none that we know. */
export type RegionDirectory = Record<string, Record<string, string>>;

/** The small tables, kept as JSON: a few hundred kilobytes that are read whole. */
export interface PlaceDirectory {
  /** Folded name or code → alpha-2. */
  countries: Record<string, string>;
  /** Alpha-2 → its one zone, empty when it has several. */
  countryZones: Record<string, string>;
  /** Alpha-2 → every zone that a town of the country keeps. */
  zonesUsed: Record<string, string[]>;
  regions: RegionDirectory;
}

export function packDirectory(directory: PlaceDirectory): Record<string, Column> {
  return { directory: new TextEncoder().encode(JSON.stringify(directory)) };
}

export function readDirectory(columns: PackedColumns): PlaceDirectory {
  // Written by packDirectory in the same version of the format.
  return JSON.parse(new TextDecoder().decode(columns.bytes('directory'))) as PlaceDirectory;
}
