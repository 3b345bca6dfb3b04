/**
 * The last 1 March or 1 September before `now`. The parcels of a load travel in the weeks before it, when no clock of the northern hemisphere is changed:
 * some carriers write wall clocks without offset, and an hour that comes twice could not be told apart when sent and recorded events are compared.
 */
export function endOfQuietSeason(now: number): number {
  const year = new Date(now).getUTCFullYear();
  const ends = [Date.UTC(year, 8, 1), Date.UTC(year, 2, 1), Date.UTC(year - 1, 8, 1)];
  const [end] = ends.filter((one) => one <= now);
  if (end === undefined) throw new RangeError(`There is no season before ${now}.`);
  return end;
}
