import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { RenderedPortalPage } from '@milepost/contract';
import type { FastifyReply } from 'fastify';
import { acceptsGzip } from '../../../platform/http/gzip.ts';
import { apiHeaders } from '../../../platform/http/security-headers.ts';

/**
 * Sent with every answer to recipients: it must not be indexed, stored or framed, and no referrer is sent
 * from it.
 */
export const recipientPageHeaders = {
  ...apiHeaders,
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'x-robots-tag': 'noindex, nofollow, noarchive',
} as const;

/** Sends a page whose policy allows only its own script and style. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  page: RenderedPortalPage & { nonce: string },
): FastifyReply {
  reply.code(status).headers({ ...recipientPageHeaders, 'content-security-policy': policyOf(page) });
  return sendText(reply, 'text/html; charset=utf-8', page.html);
}

/**
 * Half the processor time of the default level, and still about a fifth of the plain size. Compression is
 * safe here: no text contains a secret beside input that an attacker controls (BREACH).
 */
const gzipLevel = 4;

export function sendText(reply: FastifyReply, type: string, text: string): FastifyReply {
  reply.type(type).header('vary', 'accept-encoding');
  if (!acceptsGzip(reply.request.headers)) return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(gzipSync(text, { level: gzipLevel }));
}

function policyOf({ inlineStyle, inlineData, nonce }: RenderedPortalPage & { nonce: string }): string {
  const data = inlineData === null ? '' : ` ${source(inlineData)}`;
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'${data}`,
    `style-src ${source(inlineStyle)}`,
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The hash of a text as a source of a content security policy; cached because the same texts are sent again.
 */
export function source(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  if (hashes.size >= hashesMax) hashes.clear();
  const made = `'sha256-${hash('sha256', text, 'base64')}'`;
  hashes.set(text, made);
  return made;
}

const hashes = new Map<string, string>();
const hashesMax = 500;
