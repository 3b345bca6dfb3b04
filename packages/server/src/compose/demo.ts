import { type DemoService, isOnlyDemo, publishedSignIns } from '../modules/demo/index.ts';
import type { PublishedSignIn } from '../modules/people/routes/index.ts';
import { type Clock, systemClock } from '../platform/clock/clock.ts';
import { CapturedMails } from '../platform/mail/captured-mails.ts';
import type { Foundation } from './foundation.ts';

export interface DemoOptions {
  /** The clock and the receivers of workspaces whose data is simulated. */
  demo: DemoService;
  /**
   * Whether the server was started as a demo: then mails are captured and passwords shown, as long as every
   * workspace is a demo.
   */
  isDemo: boolean;
  /** An API key for the samples on the page at /developers. */
  sampleKey(): string | null;
}

/** What a demo replaces in the other modules. */
export interface Demo extends Pick<DemoOptions, 'demo' | 'sampleKey'> {
  clock: Clock;
  capturedMails: CapturedMails;
  isCapturing(): Promise<boolean>;
  publishedSignIns(): Promise<PublishedSignIn[] | null>;
  onWorkspaceRemoval(workspaceId: string): Promise<void>;
}

export function wireDemo({ database }: Foundation, { demo, isDemo, sampleKey }: DemoOptions): Demo {
  const isCapturing = async (): Promise<boolean> => isDemo && (await isOnlyDemo(database));
  return {
    demo,
    sampleKey,
    clock: isDemo ? demo : systemClock,
    capturedMails: new CapturedMails(),
    isCapturing,
    publishedSignIns: async () => ((await isCapturing()) ? publishedSignIns(database) : null),
    onWorkspaceRemoval: (workspaceId) => demo.remove(workspaceId),
  };
}
