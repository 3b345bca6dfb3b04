import type { PortalAddresses, PortalPage, PortalShipment } from '@milepost/contract';
import type { ReactNode } from 'react';
import { clockWords, dayWords } from '../date-format.ts';
import { headlineOf } from '../headline.ts';
import { progressOf } from '../progress.ts';
import type { Wording } from '../translator.ts';
import { Actions, Help } from './actions.tsx';
import { Facts } from './facts.tsx';
import { OpenDetails } from './open-details.tsx';
import { Parcels } from './parcels.tsx';
import { placeWords, wayWords } from './place-format.ts';
import { Sign } from './status-icon.tsx';
import { Steps } from './steps.tsx';
import { Timeline } from './timeline.tsx';

interface ShipmentPageProps {
  page: PortalPage & { kind: 'shipment' };
  wording: Wording;
  addresses: PortalAddresses;
}

/** The page of one shipment. `main` is what the live island swaps when something happens. */
export function ShipmentPage({ page, wording, addresses }: ShipmentPageProps): ReactNode {
  const { shipment, brand, version, linkExpired } = page;
  const { details } = shipment;
  const live = `/t/${shipment.trackingId}/live?lang=${wording.code}${addresses.linkSuffix}`;
  return (
    <main data-version={version} data-live={live}>
      <Greeting {...{ shipment, wording }} note={brand.note} />
      {details === null && <OpenDetails {...{ shipment, linkExpired, wording, addresses }} />}
      <Actions {...{ shipment, wording, addresses }} />
      {details?.hasMap && <Way {...{ shipment, wording, addresses }} />}
      {details && <Timeline happenings={details.timeline} today={shipment.today} wording={wording} />}
      {details && details.parcels.length > 1 && <Parcels parcels={details.parcels} wording={wording} />}
      <Facts shipment={shipment} wording={wording} />
      <Help brand={brand} wording={wording} />
    </main>
  );
}

interface GreetingProps {
  shipment: PortalShipment;
  wording: Wording;
  note: string | null;
}

function Greeting({ shipment, wording, note }: GreetingProps): ReactNode {
  const headline = headlineOf(shipment, wording);
  const progress = progressOf(shipment);
  const tone = headline.isLate ? 'trouble' : (progress?.tone ?? 'stopped');
  const collectBy = collectWords(shipment, wording);
  return (
    <section className="greeting" data-tone={tone}>
      <Sign tone={tone} />
      <div data-speech>
        <h1>{headline.title}</h1>
        <p className="lead">{headline.text}</p>
        {collectBy !== null && <p>{collectBy}</p>}
      </div>
      {note !== null && <p dir="auto">{note}</p>}
      {progress !== null && <Steps progress={progress} wording={wording} />}
    </section>
  );
}

function collectWords({ milestone, details, today }: PortalShipment, wording: Wording): string | null {
  if (milestone !== 'available_for_pickup' || details === null || details.pickupBy === null) return null;
  const { locale } = wording.language;
  const day = dayWords(locale, details.pickupBy.slice(0, 10), today);
  const time = details.pickupBy.slice(11, 16);
  const date = time === '' ? day : wording.say('withTime', { sentence: day, time: clockWords(locale, time) });
  return wording.say('collectUntil', { date });
}

/** The picture is asked for only when the fold is opened; no script is needed for it. */
function Way({
  shipment,
  wording,
  addresses,
}: Omit<ShipmentPageProps, 'page'> & { shipment: PortalShipment }): ReactNode {
  const { language } = wording;
  const places = (shipment.details?.timeline ?? []).map(({ place }) => placeWords(place, language));
  const passed = places.filter((place) => place !== null).toReversed();
  const stays = passed.filter((place, index) => place !== passed[index - 1]);
  const words = wording.say('mapAlt', { places: wayWords(stays, language) });
  return (
    <details className="way">
      <summary>{wording.say('mapShow')}</summary>
      <img
        src={`/t/${shipment.trackingId}/map.svg?lang=${wording.code}${addresses.linkSuffix}`}
        alt={words}
        width={640}
        height={400}
        loading="lazy"
      />
      <p className="quiet">{words}</p>
    </details>
  );
}
