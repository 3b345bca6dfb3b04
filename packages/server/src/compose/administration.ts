import { type Health, readHealth, startHousekeeping } from '../modules/administration/index.ts';
import type { Foundation } from './foundation.ts';
import type { StopList } from './stop-list.ts';

export function wireAdministration(
  foundation: Foundation,
  stops: StopList,
): { health: () => Promise<Health> } {
  const { config, database } = foundation;
  if (config.MILEPOST_ROLES.includes('worker')) {
    const housekeeping = startHousekeeping(database, {
      ...foundation,
      rawKeptDays: config.MILEPOST_RAW_KEPT_DAYS,
    });
    stops.add(() => housekeeping.stop());
  }
  return { health: () => readHealth(database) };
}
