import type { ServerProcess } from '../harness/server-process.ts';
import { textOf } from '../harness/text-of.ts';
import { shipmentsAt } from './demo.ts';

interface PortalPicture {
  name: string;
  path: string;
}

const milestones = ['in_transit', 'out_for_delivery', 'exception', 'delivered'];

/**
 * The look-up page, and one shipment of each kind: with its details, by number only, and from right to left.
 */
export async function portalPictures(server: ServerProcess): Promise<PortalPicture[]> {
  const pictures: PortalPicture[] = [
    { name: 'portal-look-up', path: '/t' },
    { name: 'portal-look-up-ar', path: '/t?lang=ar' },
  ];
  for (const milestone of milestones) {
    const [shipment] = await shipmentsAt(server, milestone, 1);
    if (shipment === undefined) continue;
    const trackingId = textOf(shipment, 'trackingId');
    const link = await linkTo(server, trackingId);
    pictures.push({ name: `portal-${milestone}`, path: link });
    pictures.push({ name: `portal-${milestone}-by-number`, path: `/t/${trackingId}?lang=en` });
    pictures.push({ name: `portal-${milestone}-ar`, path: `${link}&lang=ar` });
  }
  return pictures;
}

/** A signed address of a shipment's page. */
export async function linkTo(server: ServerProcess, trackingId: string): Promise<string> {
  const answer = await fetch(`${server.url}/v1/shipments/${trackingId}/link`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.key()}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return textOf(await answer.json(), 'url');
}
