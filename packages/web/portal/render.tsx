import type { PortalAddresses, PortalPage, PortalRenderer, RenderedPortalPage } from '@milepost/contract';
import { renderToStaticMarkup } from 'react-dom/server';
import { accentsOf } from './brand-colours.ts';
import { calendarOf } from './calendar.ts';
import { chooseLanguage } from './choose-language.ts';
import { headlineOf } from './headline.ts';
import { isLanguageCode } from './languages.ts';
import { Frame } from './page/frame.tsx';
import { LookUpPage } from './page/look-up-page.tsx';
import { ShipmentPage } from './page/shipment-page.tsx';
import css from './portal.css?inline';
import { structuredDataOf } from './structured-data.ts';
import { type Wording, wordingOf } from './translator.ts';

/** The door of the portal for the server: pages as text. Nothing here knows of a request, and nothing is hydrated: islands find what they need by itself. */
export const renderer: PortalRenderer = {
  chooseLanguage,
  renderPage,
  renderCalendar: (page, addresses, stampedAt) =>
    calendarOf(page, addresses, { wording: wordingFor(addresses), stampedAt }),
  // The borders of the world are large, and few look at the map.
  renderMap: async (stops) => (await import('./map/draw-map.ts')).drawMap(stops),
};

function renderPage(page: PortalPage, addresses: PortalAddresses): RenderedPortalPage {
  const wording = wordingFor(addresses);
  const { brand } = page;
  const inlineStyle = styleFor(brand?.colour ?? null);
  const inlineData = page.kind === 'shipment' ? structuredDataOf(page, addresses, wording) : null;
  const title =
    page.kind === 'shipment' ? headlineOf(page.shipment, wording).title : wording.say('lookUpTitle');
  const logo = page.kind === 'shipment' && page.brand.hasLogo ? `/t/${page.shipment.trackingId}/logo` : null;
  const markup = renderToStaticMarkup(
    <Frame {...{ wording, addresses, brand, title, logo, inlineStyle, inlineData }}>
      {page.kind === 'shipment' ? (
        <ShipmentPage page={page} wording={wording} addresses={addresses} />
      ) : (
        <LookUpPage page={page} wording={wording} />
      )}
    </Frame>,
  );
  return { html: `<!doctype html>${markup}`, inlineStyle, inlineData };
}

function wordingFor({ language }: PortalAddresses): Wording {
  return wordingOf(isLanguageCode(language) ? language : 'en');
}

const styles = new Map<string, string>();
const stylesMax = 200;

function styleFor(colour: string | null): string {
  const key = colour ?? '';
  const known = styles.get(key);
  if (known !== undefined) return known;
  if (styles.size >= stylesMax) styles.clear();
  const { light, dark } = accentsOf(colour);
  const variables = ({ ink, fill, onFill }: typeof light): string =>
    `:root{--accent:${ink};--fill:${fill};--on-fill:${onFill}}`;
  const style = `${css}${variables(light)}@media(prefers-color-scheme:dark){${variables(dark)}}`;
  styles.set(key, style);
  return style;
}
