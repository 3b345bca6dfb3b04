export { type BuiltPortal, portalLoader } from './built-portal.ts';
export { createLinkSigner, type LinkSigner } from './link-signer.ts';
export { type BrandContent, readBrand, writeBrand, writeLogo } from './store/brands.ts';
