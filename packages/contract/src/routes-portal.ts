import { z } from 'zod';
import { portalLink, portalLinkGiven } from './portal.ts';
import { route } from './route.ts';

export const portalRoutes = {
  makePortalLink: route({
    operationId: 'makePortalLink',
    method: 'POST',
    path: '/v1/shipments/{id}/link',
    tag: 'Shipments',
    summary: 'Create a signed link to the tracking page',
    description:
      'Until it expires, the link opens the page with all details without a postcode. Links are not stored, so a single link cannot be revoked; changing the secret key of the installation revokes all.',
    access: 'shipments:write',
    params: z.strictObject({ id: z.string().describe('Id or tracking id of the shipment.') }),
    body: portalLinkGiven,
    responses: { 201: { description: 'The link.', schema: portalLink } },
    problems: ['not_found'],
    example: { expiresInDays: 60 },
  }),
} as const;
