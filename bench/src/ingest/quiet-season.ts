/**
 * The last 1 March or 1 September before `now`. The parcels of a load travel in the weeks before it, when no
 * clock of the northern hemisphere changes. Some carriers send wall clocks without offset, so events in a
 * repeated hour could not be matched between the load and the record.
 */
export function endOfQuietSeason(now: number): number {
  const year = new Date(now).getUTCFullYear();
  const ends = [Date.UTC(year, 8, 1), Date.UTC(year, 2, 1), Date.UTC(year - 1, 8, 1)];
  const [end] = ends.filter((moment) => moment <= now);
  if (end === undefined) throw new RangeError(`There is no season before ${now}.`);
  return end;
}
