export * from './event-time.ts';
export * from './read-time.ts';
export { formatOffset, instantOf, isKnownZone, parseOffset, wallClockOf } from './zone-offset.ts';
