import { z } from 'zod';
import { portalLink, portalLinkGiven } from './portal.ts';
import { route } from './route.ts';

export const portalRoutes = {
  makePortalLink: route({
    operationId: 'makePortalLink',
    method: 'POST',
    path: '/v1/shipments/{id}/link',
    tag: 'Shipments',
    summary: "Make a signed link to the recipient's page",
    description:
      'The link opens the page with all details, without a postcode, until it expires. It is not kept: a link cannot be taken back, except by changing the key of the installation.',
    access: 'shipments:write',
    params: z.strictObject({ id: z.string().describe('Our id of the shipment, or its tracking id.') }),
    body: portalLinkGiven,
    answers: { 201: { description: 'The link.', schema: portalLink } },
    problems: ['not_found'],
    example: { expiresInDays: 60 },
  }),
} as const;
