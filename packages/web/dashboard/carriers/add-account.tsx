import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { carriersQuery } from '../../api/queries.ts';
import type { AccountView, CarrierView } from '../../api/views.ts';
import { ErrorState, Skeleton } from '../../ui/feedback/states.tsx';
import { Modal } from '../../ui/overlay/modal.tsx';
import { CarrierMark } from '../../ui/status/carrier-mark.tsx';
import styles from '../page/card.module.css';
import { carriersText } from '../strings/carriers.ts';
import { AccountForm } from './account-form.tsx';
import { FirstMessage } from './first-message.tsx';

type Step =
  | { name: 'choose' }
  | { name: 'fillIn'; carrier: CarrierView }
  | { name: 'check'; carrier: CarrierView; account: AccountView };

const steps = ['choose', 'fillIn', 'check'] as const;

/**
 * Adds a carrier account in three steps. The last step waits for the first message; the user can close it
 * earlier.
 */
export function AddAccount({ onClose }: { onClose: () => void }) {
  const [step, setStep] = useState<Step>({ name: 'choose' });
  return (
    <Modal title={carriersText.add} onClose={onClose}>
      <ol className={styles.steps} aria-label={carriersText.stepsLabel}>
        {steps.map((name) => (
          <li key={name} aria-current={name === step.name ? 'step' : undefined}>
            {carriersText.steps[name]}
          </li>
        ))}
      </ol>
      {step.name === 'choose' && (
        <ChooseCarrier onChoose={(carrier) => setStep({ name: 'fillIn', carrier })} />
      )}
      {step.name === 'fillIn' && (
        <AccountForm
          carrier={step.carrier}
          onBack={() => setStep({ name: 'choose' })}
          onAdded={(account) => setStep({ name: 'check', carrier: step.carrier, account })}
        />
      )}
      {step.name === 'check' && (
        <FirstMessage carrier={step.carrier} account={step.account} onClose={onClose} />
      )}
    </Modal>
  );
}

function ChooseCarrier({ onChoose }: { onChoose: (carrier: CarrierView) => void }) {
  const { data, error } = useQuery(carriersQuery);
  if (error) return <ErrorState error={error} />;
  if (data === undefined) return <Skeleton rows={5} />;
  return (
    <ul className={styles.choices}>
      {data.carriers.map((carrier) => (
        <li key={carrier.name}>
          <button type="button" onClick={() => onChoose(carrier)}>
            <CarrierMark title={carrier.title} />
            <span className={styles.quiet}>{describeMethod(carrier)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function describeMethod({ pushes, kinds }: CarrierView): string {
  const isPolled = kinds.includes('poll');
  if (pushes) return isPolled ? carriersText.methods.both : carriersText.methods.pushes;
  return isPolled ? carriersText.methods.polled : carriersText.methods.files;
}
