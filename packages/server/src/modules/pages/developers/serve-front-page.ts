import { type ErrorCode, errors } from '@milepost/contract';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { HttpDependencies } from '../../../compose/dependencies.ts';
import { productVersion } from '../../../platform/http/product-version.ts';
import { Refusal } from '../../../platform/http/refusal.ts';
import { apiHeaders } from '../../../platform/http/security-headers.ts';
import { html } from './html.ts';
import { type Page, renderPage, renderPlainPage } from './render-page.ts';

/** The page at `/developers`, and a page for each kind of problem, to which the `type` of a problem document leads. */
export function serveFrontPage(app: FastifyInstance, { frontPage, publicUrl }: HttpDependencies): void {
  const version = productVersion();
  let rendered: { demoKey: string | null; page: Page } | null = null;

  app.get('/developers', async (_request, reply) => {
    const { demoKey } = frontPage;
    // The key comes with the demo, which starts behind the open door.
    if (rendered === null || rendered.demoKey !== demoKey) {
      rendered = { demoKey, page: renderPage({ version, baseUrl: publicUrl, demoKey }) };
    }
    return sendPage(reply, rendered.page);
  });

  app.get<{ Params: { code: string } }>('/problems/:code', async (request, reply) => {
    const { code } = request.params;
    if (!isErrorCode(code)) throw new Refusal('not_found', 'There is no kind of problem with this code.');
    const { status, title, remedy } = errors[code];
    const body = html`<h1>${title}</h1><p><code>${code}</code>, HTTP status ${status}</p><p>${remedy}</p><p><a href="/developers">To the API reference</a></p>`;
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
