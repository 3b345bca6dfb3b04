import type { PortalAddresses, PortalShipment } from '@milepost/contract';
import type { ReactNode } from 'react';
import type { Wording } from '../translator.ts';

interface OpenDetailsProps {
  shipment: PortalShipment;
  linkExpired: boolean;
  wording: Wording;
  addresses: PortalAddresses;
}

/** The door to the details: the postcode, where there is one to compare with. */
export function OpenDetails({ shipment, linkExpired, wording }: OpenDetailsProps): ReactNode {
  return (
    <section className="card" aria-labelledby="open">
      <h2 id="open">{wording.say('openTitle')}</h2>
      {linkExpired && <p className="notice">{wording.say('linkExpired')}</p>}
      {shipment.hasPostcode ? (
        <form method="post" action={`/t/${shipment.trackingId}?lang=${wording.code}`}>
          <p>{wording.say('openText')}</p>
          <PostcodeField wording={wording} value="" isRequired />
          <button type="submit" className="button main">
            {wording.say('openButton')}
          </button>
        </form>
      ) : (
        <p>{wording.say('openByLink')}</p>
      )}
    </section>
  );
}

interface PostcodeFieldProps {
  wording: Wording;
  value: string;
  isRequired?: boolean;
  describedBy?: string;
}

export function PostcodeField({ wording, value, isRequired, describedBy }: PostcodeFieldProps): ReactNode {
  return (
    <label className="field">
      <span>{wording.say('postcode')}</span>
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
