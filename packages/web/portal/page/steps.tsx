import type { ReactNode } from 'react';
import type { Progress } from '../progress.ts';
import type { Translator } from '../translator.ts';

/** Progress in five steps. Screen readers read "Step 3 of 5: On its way". */
export function Steps({ progress, translator }: { progress: Progress; translator: Translator }): ReactNode {
  return (
    <ol className="steps" aria-label={translator.translate('progress')}>
      {progress.names.map((key, index) => {
        const step = index + 1;
        const name = translator.translate(key);
        return (
          <li
            key={key}
            data-step={stateOf(step, progress.step)}
            aria-current={step === progress.step ? 'step' : undefined}
          >
            <span className="visually-hidden">{translator.translate('step', { step, name })}</span>
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
