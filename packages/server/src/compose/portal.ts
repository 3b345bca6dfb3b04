import {
  createLinkSigner,
  createPortalBundleLoader,
  type LinkSigner,
  type PortalBundle,
} from '../modules/portal/index.ts';
import type { Foundation } from './foundation.ts';

export function wirePortal({ secretKey }: Foundation): {
  linkSigner: LinkSigner;
  loadPortalBundle(): Promise<PortalBundle | null>;
} {
  return { linkSigner: createLinkSigner(secretKey), loadPortalBundle: createPortalBundleLoader() };
}
