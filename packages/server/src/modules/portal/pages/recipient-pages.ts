import type { PortalAddresses, PortalPage } from '@milepost/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PortalBundle } from '../portal-bundle.ts';
import { type PortalRecord, portalShipment } from '../store/portal-shipment.ts';
import { portalShipmentOf } from '../view/portal-view.ts';
import { type Access, readAccess } from './access.ts';
import type { BrandCache } from './brand-cache.ts';
import type { RecipientPageDependencies } from './recipient-page-dependencies.ts';
import { sendPage } from './send-page.ts';
import type { TryLimits } from './try-limits.ts';

export type PageRequest = FastifyRequest<{ Querystring: PageQuery }>;

export interface PageQuery {
  lang?: unknown;
  k?: unknown;
}

/** A shipment with what one request may see of it. */
export interface OpenedShipment {
  page: PortalPage & { kind: 'shipment' };
  record: PortalRecord;
  access: Access;
  language: string | null;
}

/** Reads shipments for requests of recipients and sends the pages. */
export class RecipientPages {
  readonly deps: RecipientPageDependencies;
  readonly built: PortalBundle;
  readonly limits: TryLimits;
  readonly #brands: BrandCache;

  constructor(
    deps: RecipientPageDependencies,
    parts: { built: PortalBundle; limits: TryLimits; brands: BrandCache },
  ) {
    this.deps = deps;
    this.built = parts.built;
    this.limits = parts.limits;
    this.#brands = parts.brands;
  }

  /** Null when there is no such shipment. */
  async open(request: PageRequest, trackingId: string): Promise<OpenedShipment | null> {
    const { database, carriers, linkSigner, now } = this.deps;
    const access = readAccess(request, trackingId, { signer: linkSigner, now: now() });
    const withDetails = access.level === 'details';
    const record = await portalShipment(database, trackingId, { withDetails });
    const shown = record && (await this.#brands.brandOf(record.workspaceId));
    if (!record || !shown) return null;
    const shipment = portalShipmentOf(record, { level: access.level, now: now(), carriers });
    const version = this.version(trackingId, record.sequence);
    const { linkExpired } = access;
    const page = { kind: 'shipment', shipment, brand: shown.brand, version, linkExpired } as const;
    return { page, record, access, language: shown.language };
  }

  /** Changes whenever the shipment changes, and reveals nothing else about it. */
  version(trackingId: string, sequence: number): string {
    return this.deps.linkSigner.pseudonym(`${trackingId} ${sequence}`);
  }

  sendShipment(request: PageRequest, reply: FastifyReply, opened: OpenedShipment): FastifyReply {
    const addresses = this.addresses(request, opened);
    const rendered = this.built.renderer.renderPage(opened.page, addresses);
    return sendPage(reply, 200, { ...rendered, nonce: addresses.nonce });
  }

  /**
   * The look-up form with the typed values and the problem. The page is the same for every reason of a
   * failure.
   */
  async sendLookUp(
    request: PageRequest,
    reply: FastifyReply,
    { status, ...about }: { status: number } & Pick<PortalPage & { kind: 'look-up' }, 'problem' | 'given'>,
  ): Promise<FastifyReply> {
    // The database is not available, so the brand is not read.
    const shown = about.problem === 'unavailable' ? null : await this.#brands.defaultBrand();
    const addresses = this.addresses(request, { language: shown?.language ?? null, access: null });
    const page = { kind: 'look-up', ...about, brand: shown?.brand ?? null } as const;
    return sendPage(reply, status, {
      ...this.built.renderer.renderPage(page, addresses),
      nonce: addresses.nonce,
    });
  }

  addresses(
    request: PageRequest,
    { language, access }: { language: string | null; access: Access | null },
  ): PortalAddresses {
    const { lang } = request.query;
    const link = access?.link ?? null;
    const wanted = typeof lang === 'string' ? lang : undefined;
    return {
      language: this.built.renderer.chooseLanguage(wanted, request.headers['accept-language'], language),
      linkSuffix: link === null ? '' : `&k=${encodeURIComponent(link)}`,
      script: `/t/assets/${this.built.script.name}`,
      nonce: Buffer.from(this.deps.random(16)).toString('base64'),
      publicUrl: this.deps.publicUrl,
    };
  }
}

/** Wraps a handler: it receives the pages, or a notice is sent while they are not built. */
export type WithPages = <R>(
  handle: (pages: RecipientPages, request: PageRequest, reply: FastifyReply) => Promise<R>,
) => (request: PageRequest, reply: FastifyReply) => Promise<R | FastifyReply>;
