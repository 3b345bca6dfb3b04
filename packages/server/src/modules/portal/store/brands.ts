import type { Queries } from '../../../platform/database/database.ts';
import { jsonText } from '../../../platform/database/json-text.ts';

/** The branding of a workspace's portal pages, without its logo. */
export interface BrandContent {
  name: string;
  /** `#rrggbb`. */
  colour: string | null;
  support: { email: string | null; phone: string | null; url: string | null };
  note: string | null;
  language: string | null;
}

export interface BrandRow {
  workspaceName: string;
  /** Null while nothing is set. */
  brand: BrandContent | null;
  hasLogo: boolean;
  updatedAt: number | null;
}

export interface Logo {
  type: string;
  bytes: Uint8Array;
}

/** Null when there is no such workspace. */
export async function readBrand(queries: Queries, workspaceId: string): Promise<BrandRow | null> {
  const [row] = await queries.query<BrandRow>(
    `select w.name as "workspaceName", nullif(b.brand, '{}'::jsonb) as brand, b.logo is not null as "hasLogo", b.updated_at as "updatedAt"
     from workspace w left join workspace_brand b on b.workspace_id = w.id where w.id = $1`,
    [workspaceId],
    'read_brand',
  );
  return row ?? null;
}

export async function writeBrand(queries: Queries, workspaceId: string, brand: BrandContent): Promise<void> {
  await queries.query(
    `insert into workspace_brand (workspace_id, brand) values ($1, $2::jsonb)
     on conflict (workspace_id) do update set brand = excluded.brand, updated_at = now()`,
    [workspaceId, jsonText(brand)],
  );
}

export async function readLogo(queries: Queries, workspaceId: string): Promise<Logo | null> {
  const [row] = await queries.query<Logo>(
    'select logo as bytes, logo_type as type from workspace_brand where workspace_id = $1 and logo is not null',
    [workspaceId],
    'read_logo',
  );
  return row ?? null;
}

/** Null removes the logo. */
export async function writeLogo(queries: Queries, workspaceId: string, logo: Logo | null): Promise<void> {
  await queries.query(
    `insert into workspace_brand (workspace_id, brand, logo, logo_type) values ($1, '{}', $2, $3)
     on conflict (workspace_id) do update set logo = excluded.logo, logo_type = excluded.logo_type, updated_at = now()`,
    [workspaceId, logo?.bytes ?? null, logo?.type ?? null],
  );
}
