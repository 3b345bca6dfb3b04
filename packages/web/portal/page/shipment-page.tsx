import type { PortalAddresses, PortalPage, PortalShipment } from '@milepost/contract';
import type { ReactNode } from 'react';
import { formatDay, formatTime } from '../date-format.ts';
import { headlineOf } from '../headline.ts';
import { progressOf } from '../progress.ts';
import type { Translator } from '../translator.ts';
import { Actions, Help } from './actions.tsx';
import { Facts } from './facts.tsx';
import { OpenDetails } from './open-details.tsx';
import { Parcels } from './parcels.tsx';
import { formatPlace, formatRoute } from './place-format.ts';
import { StatusIcon } from './status-icon.tsx';
import { Steps } from './steps.tsx';
import { Timeline } from './timeline.tsx';

interface ShipmentPageProps {
  page: PortalPage & { kind: 'shipment' };
  translator: Translator;
  addresses: PortalAddresses;
}

/** The page of one shipment. The script replaces `main` when the shipment changes. */
export function ShipmentPage({ page, translator, addresses }: ShipmentPageProps): ReactNode {
  const { shipment, brand, version, linkExpired } = page;
  const { details } = shipment;
  const live = `/t/${shipment.trackingId}/live?lang=${translator.code}${addresses.linkSuffix}`;
  return (
    <main data-version={version} data-live={live}>
      <Summary {...{ shipment, translator }} note={brand.note} />
      {details === null && <OpenDetails {...{ shipment, linkExpired, translator, addresses }} />}
      <Actions {...{ shipment, translator, addresses }} />
      {details?.hasMap && <Route {...{ shipment, translator, addresses }} />}
      {details && <Timeline events={details.timeline} today={shipment.today} translator={translator} />}
      {details && details.parcels.length > 1 && <Parcels parcels={details.parcels} translator={translator} />}
      <Facts shipment={shipment} translator={translator} />
      <Help brand={brand} translator={translator} />
    </main>
  );
}

interface SummaryProps {
  shipment: PortalShipment;
  translator: Translator;
  note: string | null;
}

function Summary({ shipment, translator, note }: SummaryProps): ReactNode {
  const headline = headlineOf(shipment, translator);
  const progress = progressOf(shipment);
  const tone = headline.isLate ? 'trouble' : (progress?.tone ?? 'stopped');
  const collectBy = pickupDeadline(shipment, translator);
  return (
    <section className="summary" data-tone={tone}>
      <StatusIcon tone={tone} />
      <div data-speech>
        <h1>{headline.title}</h1>
        <p className="lead">{headline.text}</p>
        {collectBy !== null && <p>{collectBy}</p>}
      </div>
      {note !== null && <p dir="auto">{note}</p>}
      {progress !== null && <Steps progress={progress} translator={translator} />}
    </section>
  );
}

function pickupDeadline(
  { milestone, details, today }: PortalShipment,
  translator: Translator,
): string | null {
  if (milestone !== 'available_for_pickup' || details === null || details.pickupBy === null) return null;
  const { locale } = translator.language;
  const day = formatDay(locale, details.pickupBy.slice(0, 10), today);
  const time = details.pickupBy.slice(11, 16);
  const date =
    time === '' ? day : translator.translate('withTime', { sentence: day, time: formatTime(locale, time) });
  return translator.translate('collectUntil', { date });
}

/** The map. The image is loaded only when the section is opened, without a script. */
function Route({
  shipment,
  translator,
  addresses,
}: Omit<ShipmentPageProps, 'page'> & { shipment: PortalShipment }): ReactNode {
  const { language } = translator;
  const places = (shipment.details?.timeline ?? []).map(({ place }) => formatPlace(place, language));
  const passed = places.filter((place) => place !== null).toReversed();
  const stays = passed.filter((place, index) => place !== passed[index - 1]);
  const description = translator.translate('mapAlt', { places: formatRoute(stays, language) });
  return (
    <details className="route">
      <summary>{translator.translate('mapShow')}</summary>
      <img
        src={`/t/${shipment.trackingId}/map.svg?lang=${translator.code}${addresses.linkSuffix}`}
        alt={description}
        width={640}
        height={400}
        loading="lazy"
      />
      <p className="secondary">{description}</p>
    </details>
  );
}
