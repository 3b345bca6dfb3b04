export { createLinkSigner, type LinkSigner } from './link-signer.ts';
export { createPortalBundleLoader, type PortalBundle } from './portal-bundle.ts';
export { type BrandContent, readBrand, writeBrand, writeLogo } from './store/brands.ts';
