import { call } from '../../api/call.ts';
import { useToast } from '../../ui/feedback/toast.tsx';
import { forgetWorkspace } from '../app/workspace-choice.ts';
import { demoText } from '../strings/demo.ts';

/** How long the removal can be undone. */
const waitMs = 8_000;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Removes the demo after a delay in which the user can undo it. Nothing is sent before. */
export function useRemoveDemo(): () => void {
  const toast = useToast();
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
      }, toast.complain);
    }, waitMs);
    toast.say(demoText.goes, end, waitMs);
  };
}
