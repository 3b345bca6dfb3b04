import type { PortalAddresses, PortalBrand } from '@milepost/contract';
import type { ReactNode } from 'react';
import { languageCodes, languages } from '../languages.ts';
import type { Translator } from '../translator.ts';

interface FrameProps {
  translator: Translator;
  addresses: PortalAddresses;
  brand: PortalBrand | null;
  title: string;
  /** URL of the logo; null without one. */
  logo: string | null;
  inlineStyle: string;
  inlineData: string | null;
  children: ReactNode;
}

/** The HTML document of every page: head, brand, language links. */
export function Frame(props: FrameProps): ReactNode {
  const { translator, addresses, brand, logo, children } = props;
  const { direction } = translator.language;
  return (
    <html lang={translator.code} dir={direction}>
      <Head {...props} />
      <body>
        <header className="top">
          <Brand brand={brand} logo={logo} />
        </header>
        {children}
        <footer className="footer">
          <Languages translator={translator} linkSuffix={addresses.linkSuffix} />
          <p>{translator.translate('privacy')}</p>
        </footer>
        <p className="visually-hidden" role="status" data-announcement />
        {addresses.script !== null && <script type="module" src={addresses.script} nonce={addresses.nonce} />}
      </body>
    </html>
  );
}

function Head({ title, brand, inlineStyle, inlineData }: FrameProps): ReactNode {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" type="image/svg+xml" href="/t/assets/icon.svg" />
      <title>{brand === null ? title : `${title} · ${brand.name}`}</title>
      {/* The content security policy allows both by hash, so they must not need escaping. */}
      <style>{inlineStyle}</style>
      {inlineData !== null && <script type="application/ld+json">{inlineData}</script>}
    </head>
  );
}

function Brand({ brand, logo }: Pick<FrameProps, 'brand' | 'logo'>): ReactNode {
  if (brand === null) return <span className="brand">Milepost</span>;
  if (logo === null) return <span className="brand">{brand.name}</span>;
  return <img className="logo" src={logo} alt={brand.name} height={40} />;
}

/** Plain links, so that no script is needed. Each language is written in its own name. */
function Languages({ translator, linkSuffix }: { translator: Translator; linkSuffix: string }): ReactNode {
  return (
    <nav aria-label={translator.translate('language')}>
      <ul className="languages">
        {languageCodes.map((code) => (
          <li key={code}>
            {code === translator.code ? (
              <b aria-current="true">{languages[code].name}</b>
            ) : (
              <a
                href={`?lang=${code}${linkSuffix}`}
                hrefLang={code}
                lang={code}
                dir={languages[code].direction}
              >
                {languages[code].name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
