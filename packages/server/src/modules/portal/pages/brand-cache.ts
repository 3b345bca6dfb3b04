import type { PortalBrand } from '@milepost/contract';
import { TtlCache } from '../../../platform/cache/ttl-cache.ts';
import type { Database } from '../../../platform/database/database.ts';
import { readBrand } from '../store/brands.ts';
import { onlyWorkspaceId } from '../store/portal-workspace.ts';

/** What the pages show of a sender, and its default language. */
export interface ShownBrand {
  brand: PortalBrand;
  language: string | null;
}

/** A changed brand is visible after this time at the latest. */
const ageMsMax = 10_000;
const brandsMax = 1_000;
const onlyOne = 'the only workspace';

/** Caches the brands of workspaces for a short time, so that a page takes one query. */
export class BrandCache {
  readonly #database: Database;
  readonly #brands: TtlCache<ShownBrand | null>;
  readonly #only: TtlCache<string | null>;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#brands = new TtlCache({ ageMsMax, sizeMax: brandsMax, now });
    this.#only = new TtlCache({ ageMsMax, sizeMax: 1, now });
  }

  /** Null when there is no such workspace. */
  async brandOf(workspaceId: string): Promise<ShownBrand | null> {
    const known = this.#brands.get(workspaceId);
    if (known !== undefined) return known;
    const row = await readBrand(this.#database, workspaceId);
    return this.#brands.keep(workspaceId, row && shownBrandOf(row));
  }

  /** The brand of pages without a shipment: that of the workspace, if there is only one. */
  async defaultBrand(): Promise<ShownBrand | null> {
    const known = this.#only.get(onlyOne);
    const id = known === undefined ? this.#only.keep(onlyOne, await onlyWorkspaceId(this.#database)) : known;
    return id === null ? null : this.brandOf(id);
  }
}

type BrandRow = NonNullable<Awaited<ReturnType<typeof readBrand>>>;

const noSupport = { email: null, phone: null, url: null };

function shownBrandOf({ workspaceName, brand, hasLogo }: BrandRow): ShownBrand {
  const { name = workspaceName, colour = null, support = noSupport, note = null } = brand ?? {};
  return { brand: { name, colour, hasLogo, support, note }, language: brand?.language ?? null };
}
