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
import { type Translator, translatorFor } from './translator.ts';

/**
 * The entry point for the server: renders pages to strings. It is independent of HTTP requests. Pages are not
 * hydrated; the script works on the finished HTML.
 */
export const renderer: PortalRenderer = {
  chooseLanguage,
  renderPage,
  renderCalendar: (page, addresses, stampedAt) =>
    calendarOf(page, addresses, { translator: translatorOf(addresses), stampedAt }),
  // The map data is large and rarely needed, so it is loaded on demand.
  renderMap: async (stops) => (await import('./map/draw-map.ts')).drawMap(stops),
};

function renderPage(page: PortalPage, addresses: PortalAddresses): RenderedPortalPage {
  const translator = translatorOf(addresses);
  const { brand } = page;
  const inlineStyle = styleFor(brand?.colour ?? null);
  const inlineData = page.kind === 'shipment' ? structuredDataOf(page, addresses, translator) : null;
  const title =
    page.kind === 'shipment'
      ? headlineOf(page.shipment, translator).title
      : translator.translate('lookUpTitle');
  const logo = page.kind === 'shipment' && page.brand.hasLogo ? `/t/${page.shipment.trackingId}/logo` : null;
  const markup = renderToStaticMarkup(
    <Frame {...{ translator, addresses, brand, title, logo, inlineStyle, inlineData }}>
      {page.kind === 'shipment' ? (
        <ShipmentPage page={page} translator={translator} addresses={addresses} />
      ) : (
        <LookUpPage page={page} translator={translator} />
      )}
    </Frame>,
  );
  return { html: `<!doctype html>${markup}`, inlineStyle, inlineData };
}

function translatorOf({ language }: PortalAddresses): Translator {
  return translatorFor(isLanguageCode(language) ? language : 'en');
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
