import type { PortalAddresses, PortalShipment } from '@milepost/contract';
import type { ReactNode } from 'react';
import type { Translator } from '../translator.ts';

interface OpenDetailsProps {
  shipment: PortalShipment;
  linkExpired: boolean;
  translator: Translator;
  addresses: PortalAddresses;
}

/** The form that unlocks the details with the postcode, or a hint if the shipment has no postcode. */
export function OpenDetails({ shipment, linkExpired, translator }: OpenDetailsProps): ReactNode {
  return (
    <section className="card" aria-labelledby="open">
      <h2 id="open">{translator.translate('openTitle')}</h2>
      {linkExpired && <p className="notice">{translator.translate('linkExpired')}</p>}
      {shipment.hasPostcode ? (
        <form method="post" action={`/t/${shipment.trackingId}?lang=${translator.code}`}>
          <p>{translator.translate('openText')}</p>
          <PostcodeField translator={translator} value="" isRequired />
          <button type="submit" className="button main">
            {translator.translate('openButton')}
          </button>
        </form>
      ) : (
        <p>{translator.translate('openByLink')}</p>
      )}
    </section>
  );
}

interface PostcodeFieldProps {
  translator: Translator;
  value: string;
  isRequired?: boolean;
  describedBy?: string;
}

/** The input for the postcode of the delivery address. */
export function PostcodeField({ translator, value, isRequired, describedBy }: PostcodeFieldProps): ReactNode {
  return (
    <label className="field">
      <span>{translator.translate('postcode')}</span>
      <input
        name="postcode"
        defaultValue={value}
        required={isRequired}
        maxLength={20}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        aria-describedby={describedBy}
      />
    </label>
  );
}
