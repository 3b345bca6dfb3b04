/** A place on the map. */
export interface MapPoint {
  lat: number;
  lon: number;
  label: string;
}

export interface WorldMapProps {
  /** Places of the shipment, oldest first, joined by a line. */
  points: readonly MapPoint[];
  /** The route as text, for screen readers. */
  description: string;
  /** URL of the operator's MapLibre style with streets, null for the bundled world map. */
  styleAddress: string | null;
}
