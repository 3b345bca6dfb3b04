import type { ReactNode } from 'react';
import type { Progress } from '../progress.ts';
import type { Wording } from '../translator.ts';

/** How far it is, in five steps. Who cannot see the line hears "Step 3 of 5: On its way". */
export function Steps({ progress, wording }: { progress: Progress; wording: Wording }): ReactNode {
  return (
    <ol className="steps" aria-label={wording.say('progress')}>
      {progress.names.map((key, index) => {
        const step = index + 1;
        const name = wording.say(key);
        return (
          <li
            key={key}
            data-step={stateOf(step, progress.step)}
            aria-current={step === progress.step ? 'step' : undefined}
          >
            <span className="unseen">{wording.say('step', { step, name })}</span>
            <span aria-hidden="true">{name}</span>
          </li>
        );
      })}
    </ol>
  );
}

function stateOf(step: number, reached: number): 'past' | 'now' | 'ahead' {
  if (step === reached) return 'now';
  return step < reached ? 'past' : 'ahead';
}
