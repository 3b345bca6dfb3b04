import type { PortalPage } from '@milepost/contract';
import type { ReactNode } from 'react';
import type { Translator } from '../translator.ts';
import { PostcodeField } from './open-details.tsx';

interface LookUpPageProps {
  page: PortalPage & { kind: 'look-up' };
  translator: Translator;
}

const problemMessages = { not_found: 'notFound', too_many: 'tooMany', unavailable: 'unavailable' } as const;

/** The form for looking up a shipment by number. Also shown with a message after a failed look-up. */
export function LookUpPage({ page, translator }: LookUpPageProps): ReactNode {
  const { problem, given } = page;
  return (
    <main>
      <section className="summary" data-tone="moving">
        <h1>{translator.translate('lookUpTitle')}</h1>
        {problem !== null && (
          <p className="notice" role="alert" id="problem">
            {translator.translate(problemMessages[problem])}
          </p>
        )}
        <form method="post" action={`/t?lang=${translator.code}`}>
          <label className="field">
            <span>{translator.translate('number')}</span>
            <input
              name="number"
              defaultValue={given.number}
              required
              maxLength={100}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              dir="ltr"
              aria-describedby={problem === null ? 'number-text' : 'problem number-text'}
            />
          </label>
          <p className="secondary" id="number-text">
            {translator.translate('lookUpText')}
          </p>
          <PostcodeField translator={translator} value={given.postcode} describedBy="postcode-text" />
          <p className="secondary" id="postcode-text">
            {translator.translate('postcodeHelp')}
          </p>
          <button type="submit" className="button main">
            {translator.translate('find')}
          </button>
        </form>
      </section>
    </main>
  );
}
