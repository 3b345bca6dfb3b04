import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react';
import { asProblem } from '../../api/problem-error.ts';
import { uiText } from '../text/ui-text.ts';
import styles from './toast.module.css';

interface Toast {
  id: number;
  text: string;
  undo?: (() => void) | undefined;
  broken: boolean;
}

interface Toaster {
  /** Says that something was done, with a way back where there is one. */
  say(text: string, undo?: () => void, lastsMs?: number): void;
  /** Says what could not be done, and what to do. */
  complain(error: unknown): void;
}

/** The messages that are shown, and the dialogues that are open, the last one in front. */
interface Shown {
  toasts: readonly Toast[];
  remove(id: number): void;
  places: readonly string[];
  changePlaces(change: (places: readonly string[]) => readonly string[]): void;
}

const shownMs = 6_000;
const Context = createContext<Toaster>({ say: () => undefined, complain: () => undefined });
const ShownContext = createContext<Shown>({
  toasts: [],
  remove: () => undefined,
  places: [],
  changePlaces: () => undefined,
});
let nextId = 0;

/** Holds the messages at the foot of the page; they are read aloud and go by themselves, those with a problem stay until closed. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const remove = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const toaster = useMemo<Toaster>(() => {
    const add = (toast: Omit<Toast, 'id'>, lastsMs = shownMs): void => {
      const id = nextId++;
      setToasts((all) => [...all.slice(-2), { id, ...toast }]);
      if (!toast.broken) setTimeout(() => remove(id), lastsMs);
    };
    return {
      say: (text, undo, lastsMs) => add({ text, undo, broken: false }, lastsMs),
      complain: (error) => {
        const { detail, remedy } = asProblem(error);
        add({ text: `${detail} ${remedy}`, broken: true });
      },
    };
  }, [remove]);
  const [places, changePlaces] = useState<readonly string[]>([]);
  const shown = useMemo(() => ({ toasts, remove, places, changePlaces }), [toasts, remove, places]);
  return (
    <Context value={toaster}>
      <ShownContext value={shown}>
        {children}
        <Stack isInFront={places.length === 0} />
      </ShownContext>
    </Context>
  );
}

/** Where messages stand while a dialogue is open: within it, because everything outside of it is out of reach then. */
export function ToastPlace() {
  const { places, changePlaces } = useContext(ShownContext);
  const id = useId();
  useEffect(() => {
    changePlaces((all) => [...all, id]);
    return () => changePlaces((all) => all.filter((one) => one !== id));
  }, [changePlaces, id]);
  return <Stack isInFront={places.at(-1) === id} />;
}

function Stack({ isInFront }: { isInFront: boolean }) {
  const { toasts, remove } = useContext(ShownContext);
  return (
    <section className={styles.stack} aria-live="polite" aria-label={uiText.messages}>
      {isInFront &&
        toasts.map((toast) => <ToastCard key={toast.id} toast={toast} onClose={() => remove(toast.id)} />)}
    </section>
  );
}

export function useToast(): Toaster {
  return useContext(Context);
}

export function ToastCard({ toast, onClose }: { toast: Omit<Toast, 'id'>; onClose: () => void }) {
  const { text, undo, broken } = toast;
  return (
    <div className={styles.toast} data-broken={broken}>
      <span>{text}</span>
      {undo && (
        <button
          type="button"
          onClick={() => {
            undo();
            onClose();
          }}
        >
          {uiText.undo}
        </button>
      )}
      <button type="button" onClick={onClose}>
        {uiText.close}
      </button>
    </div>
  );
}
