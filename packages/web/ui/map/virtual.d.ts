declare module 'virtual:world-map-data' {
  /** URL of the base map as GeoJSON. */
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the virtual module has a default export.
  export default address;
}
