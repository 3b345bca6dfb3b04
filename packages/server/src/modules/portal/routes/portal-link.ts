import type { Queries } from '../../../platform/database/database.ts';
import { iso } from '../../../platform/http/present-times.ts';
import { type Api, answer, serve } from '../../../platform/http/serve.ts';
import { findShipment } from '../../tracking/index.ts';
import type { LinkSigner } from '../link-signer.ts';

const dayMs = 86_400_000;

export interface PortalLinkDependencies {
  database: Queries;
  linkSigner: LinkSigner;
  publicUrl: string;
  now(): number;
}

/** Signed links to the recipient's page. They are not stored: the signature is the permission. */
export function servePortalLink(api: Api, deps: PortalLinkDependencies): void {
  serve(api, 'makePortalLink', async ({ params, body, holder }) => {
    const { id, trackingId } = await findShipment(deps, holder.workspaceId, params.id);
    // The signature contains whole seconds.
    const expiresAt = Math.floor((deps.now() + body.expiresInDays * dayMs) / 1_000) * 1_000;
    const token = deps.linkSigner.sign('link', trackingId, expiresAt);
    const url = `${deps.publicUrl}/t/${trackingId}?k=${encodeURIComponent(token)}`;
    return answer(201, { shipmentId: id, url, expiresAt: iso(expiresAt) });
  });
}
