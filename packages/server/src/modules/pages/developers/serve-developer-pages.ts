import { type ErrorCode, errors } from '@milepost/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html } from '../../../platform/http/page/html.ts';
import { type Page, renderPlainPage } from '../../../platform/http/page/render-page.ts';
import { productVersion } from '../../../platform/http/product-version.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import { apiHeaders } from '../../../platform/http/security-headers.ts';
import { renderDeveloperPage } from './developer-page.ts';

export interface DeveloperPageDependencies {
  publicUrl: string;
  /** An API key that the page shows to everyone, so that its examples run; null when there is none. */
  sampleKey(): string | null;
}

/**
 * The page at `/developers`, and a page for each error code, to which the `type` of a problem document
 * points.
 */
export function serveDeveloperPages(app: FastifyInstance, deps: DeveloperPageDependencies): void {
  const version = productVersion();
  let rendered: { sampleKey: string | null; page: Page } | null = null;

  app.get('/developers', async (_request, reply) => {
    const sampleKey = deps.sampleKey();
    // The key may be created after the server started to listen.
    if (rendered === null || rendered.sampleKey !== sampleKey) {
      const facts = { version, baseUrl: deps.publicUrl, sampleKey };
      rendered = { sampleKey, page: renderDeveloperPage(facts) };
    }
    return sendPage(reply, rendered.page);
  });

  app.get<{ Params: { code: string } }>('/problems/:code', async (request, reply) => {
    const { code } = request.params;
    if (!isErrorCode(code)) throw new Refusal('not_found', 'There is no error with this code.');
    const { status, title, remedy } = errors[code];
    const body = html`<h1>${title}</h1><p><code>${code}</code>, HTTP status ${status}</p><p>${remedy}</p><p><a href="/developers">API reference</a></p>`;
    return sendPage(reply, renderPlainPage(title, body));
  });
}

function sendPage(reply: FastifyReply, { markup, contentSecurityPolicy }: Page): FastifyReply {
  return reply
    .headers({ ...apiHeaders, 'content-security-policy': contentSecurityPolicy })
    .type('text/html; charset=utf-8')
    .send(markup);
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
