import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { asProblem } from '../api/problem-error.ts';
import styles from './toast.module.css';
import { uiWords } from './words.ts';

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

const shownMs = 6_000;
const Context = createContext<Toaster>({ say: () => undefined, complain: () => undefined });
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
  const stack = useRef<HTMLDivElement>(null);
  // A popover stands in front of whatever was opened before it, also of a dialogue, so it is opened anew for each message.
  const count = toasts.length;
  useEffect(() => {
    stack.current?.togglePopover(false);
    if (count > 0) stack.current?.togglePopover(true);
  }, [count]);
  return (
    <Context value={toaster}>
      {children}
      <section aria-live="polite" aria-label={uiWords.messages}>
        <div ref={stack} popover="manual" className={styles.stack}>
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onClose={() => remove(toast.id)} />
          ))}
        </div>
      </section>
    </Context>
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
          {uiWords.undo}
        </button>
      )}
      <button type="button" onClick={onClose}>
        {uiWords.close}
      </button>
    </div>
  );
}
