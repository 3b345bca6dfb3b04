import { call } from '../../api/call.ts';
import { showProblem, showToast } from '../../ui/feedback/toast.ts';
import { forgetWorkspace } from '../app/workspace-choice.ts';
import { demoText } from '../strings/demo.ts';

/** How long the removal can be undone. */
const waitMs = 8_000;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Removes the demo after a delay in which the user can undo it. Nothing is sent before. */
export function useRemoveDemo(): () => void {
  return () => {
    if (waiting !== undefined) return;
    const end = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
    };
    waiting = setTimeout(() => {
      end();
      call('DELETE /v1/demo').then(({ next }) => {
        forgetWorkspace();
        window.location.assign(next === 'first_run' ? '/app/first-run' : '/app/login');
      }, showProblem);
    }, waitMs);
    showToast(demoText.goes, { undo: end, durationMs: waitMs });
  };
}
