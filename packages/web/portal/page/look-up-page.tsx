import type { PortalPage } from '@milepost/contract';
import type { ReactNode } from 'react';
import type { Wording } from '../translator.ts';
import { PostcodeField } from './open-details.tsx';

interface LookUpPageProps {
  page: PortalPage & { kind: 'look-up' };
  wording: Wording;
}

const problemWords = { not_found: 'notFound', too_many: 'tooMany', unavailable: 'unavailable' } as const;

/** Where somebody begins who has only a number, and what is answered to whatever does not fit. */
export function LookUpPage({ page, wording }: LookUpPageProps): ReactNode {
  const { problem, given } = page;
  return (
    <main>
      <section className="greeting" data-tone="moving">
        <h1>{wording.say('lookUpTitle')}</h1>
        {problem !== null && (
          <p className="notice" role="alert" id="problem">
            {wording.say(problemWords[problem])}
          </p>
        )}
        <form method="post" action={`/t?lang=${wording.code}`}>
          <label className="field">
            <span>{wording.say('number')}</span>
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
          <p className="quiet" id="number-text">
            {wording.say('lookUpText')}
          </p>
          <PostcodeField wording={wording} value={given.postcode} describedBy="postcode-text" />
          <p className="quiet" id="postcode-text">
            {wording.say('postcodeHelp')}
          </p>
          <button type="submit" className="button main">
            {wording.say('find')}
          </button>
        </form>
      </section>
    </main>
  );
}
