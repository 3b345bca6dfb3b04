import type { PortalAddresses, PortalBrand, PortalShipment } from '@milepost/contract';
import type { ReactNode } from 'react';
import { hasCalendarDay } from '../calendar.ts';
import type { Wording } from '../translator.ts';
import { phoneWords } from './place-format.ts';

interface ActionsProps {
  shipment: PortalShipment;
  wording: Wording;
  addresses: PortalAddresses;
}

/** What the recipient can do now, and nothing that is not possible. Buttons that need a script show when it has come. */
export function Actions({ shipment, wording, addresses }: ActionsProps): ReactNode {
  const { details } = shipment;
  // Several parcels link their numbers themselves (parcels.tsx).
  const [only, ...others] = details?.parcels ?? [];
  const pages = only && others.length === 0 ? only.carriers : [];
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{wording.say('doNow')}</h2>
      <ul className="actions">
        {hasCalendarDay(shipment) && (
          <li>
            <a
              className="button"
              href={`/t/${shipment.trackingId}/day.ics?lang=${wording.code}${addresses.linkSuffix}`}
            >
              {wording.say('calendar')}
            </a>
          </li>
        )}
        {pages.map(({ title, trackingNumber, trackingPage }) =>
          trackingPage === null ? null : (
            <li key={trackingNumber}>
              <a className="button" href={trackingPage} rel="noreferrer noopener">
                {wording.say('carrierPage', { carrier: title })}
              </a>
            </li>
          ),
        )}
        <li hidden data-needs="speech">
          <button type="button" className="button" data-read data-stop={wording.say('stopReading')}>
            {wording.say('readAloud')}
          </button>
        </li>
        <li hidden data-needs="script">
          <button type="button" className="button" data-print>
            {wording.say('print')}
          </button>
        </li>
      </ul>
    </section>
  );
}

/** Whom to ask. */
export function Help({ brand, wording }: { brand: PortalBrand; wording: Wording }): ReactNode {
  const { name, support } = brand;
  const links = [
    support.email && { href: `mailto:${support.email}`, text: wording.say('contactEmail', { name }) },
    support.phone && {
      href: `tel:${support.phone.replaceAll(/[^+\d]/g, '')}`,
      text: wording.say('contactPhone', { phone: phoneWords(support.phone) }),
    },
    support.url && { href: support.url, text: wording.say('contactUrl', { name }) },
  ].filter((link) => link !== '' && link !== null);
  return (
    <section aria-labelledby="help">
      <h2 id="help">{wording.say('help')}</h2>
      {links.length === 0 && <p>{wording.say('noContact')}</p>}
      <ul className="links">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href} rel="noreferrer noopener">
              {text}
            </a>
          </li>
        ))}
        <li>
          <a href={`/t?lang=${wording.code}`}>{wording.say('lookUpOther')}</a>
        </li>
      </ul>
    </section>
  );
}
