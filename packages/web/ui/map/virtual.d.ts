declare module 'virtual:world-map-data' {
  /** Address of the base map as GeoJSON. */
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the module that a bundler makes exports so.
  export default address;
}
