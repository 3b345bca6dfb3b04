/**
 * The filters of a request → those of the store, and the sorts that fit them. Lists, counts, exports and
 * views all select by these.
 */
import type { ShipmentFilterQuery, ShipmentSort } from '@milepost/contract';
import { normaliseTrackingNumber } from '@milepost/domain';
import type { Queries } from '../../../platform/database/database.ts';
import type { Holder } from '../../../platform/http/holder.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import type { ShipmentFilter, ShipmentOrder } from '../store/shipment-listing.ts';
import { searchIds, searchShipments } from '../store/shipment-search.ts';
import { rankSearchHits } from './rank-search-hits.ts';

export const orders: Readonly<Record<ShipmentSort, { order: ShipmentOrder; newestFirst: boolean }>> = {
  '-updatedAt': { order: 'updated', newestFirst: true },
  updatedAt: { order: 'updated', newestFirst: false },
  '-createdAt': { order: 'created', newestFirst: true },
  createdAt: { order: 'created', newestFirst: false },
  '-despatchDate': { order: 'despatch', newestFirst: true },
  despatchDate: { order: 'despatch', newestFirst: false },
  '-dueAt': { order: 'due', newestFirst: true },
  dueAt: { order: 'due', newestFirst: false },
  '-deliveredAt': { order: 'delivered', newestFirst: true },
  deliveredAt: { order: 'delivered', newestFirst: false },
};

/** The most ids that a search contributes to a list. */
const searchedMax = 1_000;

/** All filters except the search. */
function filterOf(query: ShipmentFilterQuery): ShipmentFilter {
  const { trackingNumber } = query;
  return {
    carrier: query.carrier,
    milestones: query.milestone,
    reference: query.reference,
    trackingNumber: trackingNumber === undefined ? undefined : normaliseTrackingNumber(trackingNumber),
    destinationCountry: query.destinationCountry,
    destinationPostcode: query.destinationPostcode,
    despatchedFrom: query.despatchedFrom,
    despatchedTo: query.despatchedTo,
    exception: query.exception,
    rule: query.rule,
    notMovedSince: query.notMovedSince,
    dueFrom: query.dueFrom,
    dueBefore: query.dueBefore,
    deliveredFrom: query.deliveredFrom,
    deliveredBefore: query.deliveredBefore,
  };
}

/** Includes the ids found by a search for `q`. Throws a `Refusal` for ranges that cannot be combined. */
export async function searchedFilterOf(
  queries: Queries,
  holder: Holder,
  query: ShipmentFilterQuery,
): Promise<ShipmentFilter> {
  rangeOf(query);
  const filter = filterOf(query);
  if (query.q === undefined) return filter;
  const search = { workspaceId: holder.workspaceId, typed: query.q, limit: searchedMax };
  if (seesEmail(holder)) return { ...filter, ids: await searchIds(queries, search) };
  const hits = rankSearchHits(query.q, await searchShipments(queries, search), { seesEmail: false });
  return { ...filter, ids: hits.map(({ subject }) => subject.id) };
}

/** A reader who may not see recipients' addresses must not find them by searching either. */
export function seesEmail({ hiddenFields }: Holder): boolean {
  return !hiddenFields.includes('recipient.email');
}

type Range = 'despatch' | 'underWay' | 'delivered';

const usualSorts = ['-updatedAt', '-createdAt', 'createdAt', '-despatchDate', 'despatchDate'] as const;
/**
 * Each range is read by an index of its own, which also gives the order. The oldest change is offered among
 * exceptions only: over all shipments it would list what ended a year ago.
 */
const sortsOf: Readonly<Record<Range | 'trouble' | 'none', readonly [ShipmentSort, ...ShipmentSort[]]>> = {
  none: usualSorts,
  trouble: [...usualSorts, 'updatedAt'],
  despatch: ['-despatchDate', 'despatchDate'],
  underWay: ['dueAt', '-dueAt', '-createdAt', 'createdAt'],
  delivered: ['-deliveredAt', 'deliveredAt'],
};

/** The requested sort, or the default for these filters. Throws a `Refusal` when they do not fit. */
export function sortOf(query: ShipmentFilterQuery & { sort?: ShipmentSort | undefined }): ShipmentSort {
  const offered = sortsOf[rangeOf(query) ?? (query.exception === true ? 'trouble' : 'none')];
  const { sort = offered[0] } = query;
  if (offered.includes(sort)) return sort;
  throw new Refusal(
    'unsupported_combination',
    `With these filters a list is sorted by ${offered.join(', ')}. ${hintFor(sort)}`.trimEnd(),
    { errors: [{ pointer: '?sort', detail: `Must be one of ${offered.join(', ')} here.` }] },
  );
}

function hintFor(sort: ShipmentSort): string {
  if (orders[sort].order === 'due') return 'Give dueFrom, dueBefore or notMovedSince to sort by due date.';
  if (sort === 'updatedAt') return 'Give exception=true to begin with what has not changed for longest.';
  if (orders[sort].order === 'delivered') return 'Give deliveredFrom or deliveredBefore to sort by delivery.';
  return '';
}

function rangeOf(query: ShipmentFilterQuery): Range | null {
  const given: Readonly<Record<Range, readonly unknown[]>> = {
    despatch: [query.despatchedFrom, query.despatchedTo],
    underWay: [query.dueFrom, query.dueBefore, query.notMovedSince],
    delivered: [query.deliveredFrom, query.deliveredBefore],
  };
  const ranges = (['despatch', 'underWay', 'delivered'] as const).filter((range) =>
    given[range].some((bound) => bound !== undefined),
  );
  const [only = null, another] = ranges;
  if (another === undefined) return only;
  throw new Refusal(
    'unsupported_combination',
    'A list is chosen by one range: of despatch, of what is due or has not moved, or of delivery.',
  );
}
