import {
  type BuiltPortal,
  createLinkSigner,
  type LinkSigner,
  portalLoader,
} from '../modules/portal/index.ts';
import type { Foundation } from './foundation.ts';

export function wirePortal({ secretKey }: Foundation): {
  portal: { signer: LinkSigner; load(): Promise<BuiltPortal | null> };
} {
  return { portal: { signer: createLinkSigner(secretKey), load: portalLoader() } };
}
