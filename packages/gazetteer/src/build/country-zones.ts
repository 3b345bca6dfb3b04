import { distanceKm, type GeoPoint } from '@milepost/domain';
import findZoneAt from '@photostructure/tz-lookup';

/**
 * Countries with one clock in practice although the zone database lists more. In Xinjiang, Beijing time is
 * the legal time and the carriers' time; the post of Ukraine does not serve Crimea.
 */
const practicalZones: Readonly<Record<string, string>> = { CN: 'Asia/Shanghai', UA: 'Europe/Kyiv' };
const alwaysPractical = new Set(['CN']);

/** The maximum distance of a town of the country from which a zone is taken. */
const anchorKmMax = 150;
/** A point with a larger difference in latitude is never within `anchorKmMax`. */
const anchorDegreesMax = 1.5;

/**
 * Two zones that agree at all of these times count as one clock. Half-months include every change of daylight
 * saving time.
 */
const sampleDays = Array.from({ length: 48 }, (_none, at) => Date.UTC(2025, 0, 1 + at * 15, 12));

/**
 * The zone of a country or of a point in it. It learns from towns, because the zone database does not map
 * points to countries.
 */
export class CountryZones {
  readonly #clocks = new Map<string, string>();
  readonly #canonical = new Map<string, string>();
  readonly #zonesOfCountry = new Map<string, ReadonlySet<string> | null>();
  readonly #anchors = new Map<string, { point: GeoPoint; zone: string }[]>();
  readonly #single = new Map<string, string | null>();

  /** Call this for every town before the first query, largest first. */
  addAnchor(country: string, point: GeoPoint): void {
    const zone = zoneOfPoint(point);
    if (zone === null || !this.#belongs(zone, country)) return;
    const anchors = this.#anchors.get(country) ?? [];
    anchors.push({ point, zone });
    this.#anchors.set(country, anchors);
  }

  /** The zone of a country with one clock, under the name that its largest town uses. */
  singleZone(country: string): string | null {
    const known = this.#single.get(country);
    if (known !== undefined) return known;
    const single = this.#findSingleZone(country);
    this.#single.set(country, single);
    return single;
  }

  /**
   * The zone of the point. Near a border, where the look-up may return the other country's zone, that of the
   * nearest town of the country.
   */
  zoneAt(country: string, point: GeoPoint): string | null {
    const practical = practicalZones[country];
    if (practical !== undefined && alwaysPractical.has(country)) return practical;
    const zone = zoneOfPoint(point);
    if (zone !== null && this.#belongs(zone, country)) return zone;
    const single = this.singleZone(country);
    return single ?? nearestAnchor(this.#anchors.get(country) ?? [], point);
  }

  /** Whether both zones show the same wall clock all year. */
  isSameClock(left: string, right: string): boolean {
    return left === right || this.#clockOf(left) === this.#clockOf(right);
  }

  #findSingleZone(country: string): string | null {
    const practical = practicalZones[country];
    if (practical !== undefined) return practical;
    const anchors = this.#anchors.get(country) ?? [];
    const listed = this.#listed(country) ?? new Set(anchors.map((anchor) => anchor.zone));
    const name = anchors[0]?.zone ?? [...listed][0];
    if (name === undefined) return null;
    return [...listed].every((zone) => this.isSameClock(zone, name)) ? name : null;
  }

  #belongs(zone: string, country: string): boolean {
    const listed = this.#listed(country);
    return listed === null || listed.has(this.#canonicalOf(zone));
  }

  /** Null when the zone database lists none for the country, as for Kosovo. */
  #listed(country: string): ReadonlySet<string> | null {
    const known = this.#zonesOfCountry.get(country);
    if (known !== undefined) return known;
    const zones = zonesListedFor(country).map((zone) => this.#canonicalOf(zone));
    const listed = zones.length === 0 ? null : new Set(zones);
    this.#zonesOfCountry.set(country, listed);
    return listed;
  }

  #canonicalOf(zone: string): string {
    const known = this.#canonical.get(zone);
    if (known !== undefined) return known;
    const canonical = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    this.#canonical.set(zone, canonical);
    return canonical;
  }

  #clockOf(zone: string): string {
    const known = this.#clocks.get(zone);
    if (known !== undefined) return known;
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const clock = sampleDays.map((day) => format.format(day)).join();
    this.#clocks.set(zone, clock);
    return clock;
  }
}

/** Null at sea, because carriers do not use nautical zones. */
function zoneOfPoint(point: GeoPoint): string | null {
  const zone = findZoneAt(point.lat, point.lon);
  return zone.startsWith('Etc/') ? null : zone;
}

/** TypeScript does not declare `Intl.Locale.prototype.getTimeZones` (ECMA-402 Locale Info) yet. */
function zonesListedFor(country: string): string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(
    `und-${country}`,
  );
  return locale.getTimeZones?.() ?? [];
}

/** Null without a near town: then the position or the country is wrong, and a zone would be a guess. */
function nearestAnchor(
  anchors: readonly { point: GeoPoint; zone: string }[],
  point: GeoPoint,
): string | null {
  let zone: string | null = null;
  let nearestKm = anchorKmMax;
  for (const anchor of anchors) {
    if (Math.abs(anchor.point.lat - point.lat) > anchorDegreesMax) continue;
    const km = distanceKm(anchor.point, point);
    if (km >= nearestKm) continue;
    zone = anchor.zone;
    nearestKm = km;
  }
  return zone;
}
