export { makePartitionsAhead, startHousekeeping } from './jobs/start-housekeeping.ts';
export { type Health, readHealth } from './read-health.ts';
