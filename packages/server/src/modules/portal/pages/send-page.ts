import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { RenderedPortalPage } from '@milepost/contract';
import type { FastifyReply } from 'fastify';
import { acceptsGzip } from '../../../platform/http/gzip.ts';
import { apiHeaders } from '../../../platform/http/security-headers.ts';

/** On every answer of the portal: nobody indexes it, keeps it, frames it, or hears where somebody came from. */
export const recipientPageHeaders = {
  ...apiHeaders,
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'x-robots-tag': 'noindex, nofollow, noarchive',
} as const;

/** Sends a page that may run and show only what it was made of. */
export function sendPage(
  reply: FastifyReply,
  status: number,
  page: RenderedPortalPage & { nonce: string },
): FastifyReply {
  reply.code(status).headers({ ...recipientPageHeaders, 'content-security-policy': policyOf(page) });
  return sendText(reply, 'text/html; charset=utf-8', page.html);
}

/** Half of the work for a fifth of the bytes. Nothing that is sent so holds a secret beside something that a stranger may choose. */
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

/** The text as a source of a content security policy: its hash, worked out once for texts that come again. */
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
