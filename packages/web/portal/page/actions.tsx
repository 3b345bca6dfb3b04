import type { PortalAddresses, PortalBrand, PortalShipment } from '@milepost/contract';
import type { ReactNode } from 'react';
import { hasCalendarDay } from '../calendar.ts';
import type { Translator } from '../translator.ts';
import { formatPhone } from './place-format.ts';

interface ActionsProps {
  shipment: PortalShipment;
  translator: Translator;
  addresses: PortalAddresses;
}

/** The actions that are available now. Buttons that need a script are hidden until it is loaded. */
export function Actions({ shipment, translator, addresses }: ActionsProps): ReactNode {
  const { details } = shipment;
  // With several parcels, parcels.tsx links their numbers.
  const [only, ...others] = details?.parcels ?? [];
  const pages = only && others.length === 0 ? only.carriers : [];
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{translator.translate('doNow')}</h2>
      <ul className="actions">
        {hasCalendarDay(shipment) && (
          <li>
            <a
              className="button"
              href={`/t/${shipment.trackingId}/day.ics?lang=${translator.code}${addresses.linkSuffix}`}
            >
              {translator.translate('calendar')}
            </a>
          </li>
        )}
        {pages.map(({ title, trackingNumber, trackingPage }) =>
          trackingPage === null ? null : (
            <li key={trackingNumber}>
              <a className="button" href={trackingPage} rel="noreferrer noopener">
                {translator.translate('carrierPage', { carrier: title })}
              </a>
            </li>
          ),
        )}
        <li hidden data-needs="speech">
          <button type="button" className="button" data-read data-stop={translator.translate('stopReading')}>
            {translator.translate('readAloud')}
          </button>
        </li>
        <li hidden data-needs="script">
          <button type="button" className="button" data-print>
            {translator.translate('print')}
          </button>
        </li>
      </ul>
    </section>
  );
}

/** Support contact of the sender. */
export function Help({ brand, translator }: { brand: PortalBrand; translator: Translator }): ReactNode {
  const { name, support } = brand;
  const links = [
    support.email && {
      href: `mailto:${support.email}`,
      text: translator.translate('contactEmail', { name }),
    },
    support.phone && {
      href: `tel:${support.phone.replaceAll(/[^+\d]/g, '')}`,
      text: translator.translate('contactPhone', { phone: formatPhone(support.phone) }),
    },
    support.url && { href: support.url, text: translator.translate('contactUrl', { name }) },
  ].filter((link) => link !== '' && link !== null);
  return (
    <section aria-labelledby="help">
      <h2 id="help">{translator.translate('help')}</h2>
      {links.length === 0 && <p>{translator.translate('noContact')}</p>}
      <ul className="links">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href} rel="noreferrer noopener">
              {text}
            </a>
          </li>
        ))}
        <li>
          <a href={`/t?lang=${translator.code}`}>{translator.translate('lookUpOther')}</a>
        </li>
      </ul>
    </section>
  );
}
