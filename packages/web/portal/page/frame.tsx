import type { PortalAddresses, PortalBrand } from '@milepost/contract';
import type { ReactNode } from 'react';
import { languageCodes, languages } from '../languages.ts';
import type { Wording } from '../translator.ts';

interface FrameProps {
  wording: Wording;
  addresses: PortalAddresses;
  brand: PortalBrand | null;
  title: string;
  /** Address of the logo; null without one. */
  logo: string | null;
  inlineStyle: string;
  inlineData: string | null;
  children: ReactNode;
}

/** The document around every page: head, the sender's name, the choice of languages. */
export function Frame(props: FrameProps): ReactNode {
  const { wording, addresses, brand, logo, children } = props;
  const { direction } = wording.language;
  return (
    <html lang={wording.code} dir={direction}>
      <Head {...props} />
      <body>
        <header className="top">
          <Brand brand={brand} logo={logo} />
        </header>
        {children}
        <footer className="foot">
          <Languages wording={wording} linkSuffix={addresses.linkSuffix} />
          <p>{wording.say('privacy')}</p>
        </footer>
        <p className="unseen" role="status" data-said />
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
      {/* Both are allowed by their hashes: what stands here must be what was hashed, so nothing in them needs escaping. */}
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

/** A list of plain links: it works without a script, and each language is written in itself. */
function Languages({ wording, linkSuffix }: { wording: Wording; linkSuffix: string }): ReactNode {
  return (
    <nav aria-label={wording.say('language')}>
      <ul className="languages">
        {languageCodes.map((code) => (
          <li key={code}>
            {code === wording.code ? (
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
