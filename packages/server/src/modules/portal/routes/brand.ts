import { type Brand, logoBytesMax, logoTypes } from '@milepost/contract';
import type { Database } from '../../../platform/database/database.ts';
import { isoOrNull } from '../../../platform/http/present-times.ts';
import { notFound, Refusal } from '../../../platform/http/refusal.ts';
import { type Api, answer, serve, serveRaw } from '../../../platform/http/serve.ts';
import { pictureTypeOf } from '../picture-type.ts';
import { type BrandRow, readBrand, readLogo, writeBrand, writeLogo } from '../store/brands.ts';

export interface BrandRoutesDependencies {
  database: Database;
}

export function serveBrand(api: Api, deps: BrandRoutesDependencies): void {
  const { database } = deps;
  const shown = async (workspaceId: string): Promise<Brand> => {
    const row = await readBrand(database, workspaceId);
    if (!row) throw notFound('workspace');
    return presentBrand(row);
  };

  serve(api, 'readBrand', async ({ holder }) => answer(200, await shown(holder.workspaceId)));

  serve(api, 'replaceBrand', async ({ body, holder }) => {
    const { name, colour = null, note = null, language = null, support } = body;
    const { email = null, phone = null, url = null } = support;
    const brand = { name, colour, note, language, support: { email, phone, url } };
    await writeBrand(database, holder.workspaceId, brand);
    return answer(200, await shown(holder.workspaceId));
  });

  serveRaw(api, 'readLogo', async ({ holder, reply }) => {
    const logo = await readLogo(database, holder.workspaceId);
    if (!logo) throw notFound('logo');
    return reply.type(logo.type).send(Buffer.from(logo.bytes));
  });

  serve(api, 'replaceLogo', async ({ body, holder }) => {
    await writeLogo(database, holder.workspaceId, pictureOf(body.data));
    return answer(200, await shown(holder.workspaceId));
  });

  serve(api, 'deleteLogo', async ({ holder }) => {
    await writeLogo(database, holder.workspaceId, null);
    return answer(204);
  });
}

function pictureOf(base64: string): { type: string; bytes: Buffer } {
  const bytes = Buffer.from(base64, 'base64');
  const type = pictureTypeOf(bytes);
  if (type !== null && bytes.length <= logoBytesMax) return { type, bytes };
  const detail =
    type === null
      ? `The file is not a picture of a supported type: ${logoTypes.join(', ')}.`
      : `The picture has ${bytes.length} bytes; at most ${logoBytesMax} are allowed.`;
  throw new Refusal(type === null ? 'unsupported_media_type' : 'body_too_large', detail, {
    errors: [{ pointer: '/data', detail }],
  });
}

function presentBrand({ workspaceName, brand, hasLogo, updatedAt }: BrandRow): Brand {
  const nothing = { email: null, phone: null, url: null };
  return {
    name: brand?.name ?? workspaceName,
    colour: brand?.colour ?? null,
    support: brand?.support ?? nothing,
    note: brand?.note ?? null,
    language: brand?.language ?? null,
    hasLogo,
    updatedAt: isoOrNull(updatedAt),
  };
}
