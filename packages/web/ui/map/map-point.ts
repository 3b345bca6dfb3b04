/** A place on the map. */
export interface MapPoint {
  lat: number;
  lon: number;
  label: string;
}

export interface WorldMapProps {
  /** Where the shipment was, oldest first; a line joins them. */
  points: readonly MapPoint[];
  /** Says the same in words, for who does not see the map. */
  words: string;
  /** Address of a MapLibre style of the operator, for streets; null for the bundled world. */
  styleAddress: string | null;
}
