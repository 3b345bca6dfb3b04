import type { FastifyInstance } from 'fastify';
import { type Html, html } from '../../platform/http/page/html.ts';
import { renderPlainPage } from '../../platform/http/page/render-page.ts';
import { iso } from '../../platform/http/present-times.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { apiHeaders } from '../../platform/http/security-headers.ts';
import type { CapturedMail, CapturedMails } from '../../platform/mail/captured-mails.ts';

export interface DevMailDependencies {
  capturedMails: CapturedMails;
  isCapturing(): Promise<boolean>;
}

/** The mails of a demo at `/dev/mail`, so that its links can be followed. Nowhere else: whoever reads them could become anybody. */
export function serveDevMail(
  app: FastifyInstance,
  { capturedMails, isCapturing }: DevMailDependencies,
): void {
  app.get('/dev/mail', async (_request, reply) => {
    if (!(await isCapturing())) throw new Refusal('route_not_found', 'Mails are shown in a demo only.');
    const { markup, contentSecurityPolicy } = renderPlainPage(
      'Mails of the demo',
      pageOf(capturedMails.list()),
    );
    return reply
      .headers({ ...apiHeaders, 'content-security-policy': contentSecurityPolicy })
      .type('text/html; charset=utf-8')
      .send(markup);
  });
}

function pageOf(mails: readonly CapturedMail[]): Html {
  const list = mails.map(
    ({ to, subject, text, sentAt }) => html`<article><h2>${subject}</h2>
<p>To ${to}, <time datetime="${iso(sentAt)}">${iso(sentAt).slice(0, 16).replace('T', ' ')} UTC</time></p>
${text
  .trim()
  .split('\n\n')
  .map((paragraph) => html`<p>${linked(paragraph)}</p>`)}</article>`,
  );
  const empty = html`<p>No mail so far. Ask for a new password, or invite somebody.</p>`;
  return html`<h1>Mails of the demo</h1>
<p>Nothing is sent from a demo. What would have been sent is listed here, newest first.</p>
${mails.length === 0 ? empty : list}`;
}

/** Addresses in a text become links, shown without their token, which would fill a phone. */
function linked(text: string): Html[] {
  return text.split(/(https?:\/\/\S+)/).map((part) => {
    if (!/^https?:/.test(part) || !URL.canParse(part)) return html`${part}`;
    const { origin, pathname } = new URL(part);
    return html`<a href="${part}">${origin}${pathname}</a>`;
  });
}
