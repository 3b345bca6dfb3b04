import { startCountingFigures } from '../modules/insights/index.ts';
import type { Foundation } from './foundation.ts';
import type { StopList } from './stop-list.ts';

export function wireInsights(foundation: Foundation, stops: StopList): void {
  if (!foundation.config.MILEPOST_ROLES.includes('worker')) return;
  const counting = startCountingFigures(foundation.database, foundation);
  stops.add(() => counting.stop());
}
