import type { SimulatedParcel } from '@milepost/simulator';

/** Announces the demo's parcels through the API, like any shop. */
export async function registerParcels(
  url: string,
  key: string,
  parcels: readonly SimulatedParcel[],
): Promise<void> {
  const answer = await fetch(`${url}/v1/shipments/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ shipments: parcels.map(asShipment) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`The demo's shipments were refused: ${await answer.text()}`);
}

function asShipment(parcel: SimulatedParcel): Record<string, unknown> {
  return {
    carrier: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    references: [parcel.reference],
    recipient: { name: parcel.recipientName },
    origin: placeOf(parcel.origin),
    destination: placeOf(parcel.destination),
    despatchDate: new Date(parcel.labelAt).toISOString().slice(0, 10),
  };
}

function placeOf({ name, postcode, region, country }: SimulatedParcel['origin']): Record<string, string> {
  return { name, postcode, country, ...(region ? { region } : {}) };
}
