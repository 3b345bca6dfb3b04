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

/**
 * The captured mails of a demo at `/dev/mail`, so that their links can be opened. Only in a demo, because the
 * links give access to any account.
 */
export function serveDevMail(
  app: FastifyInstance,
  { capturedMails, isCapturing }: DevMailDependencies,
): void {
  app.get('/dev/mail', async (_request, reply) => {
    if (!(await isCapturing()))
      throw new Refusal('route_not_found', 'Captured mails are shown in a demo only.');
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
  const empty = html`<p>There are no mails yet. Request a new password or invite a person to see one.</p>`;
  return html`<h1>Mails of the demo</h1>
<p>A demo sends no mails. They are listed here instead, newest first.</p>
${mails.length === 0 ? empty : list}`;
}

/** Turns URLs in a text into links, shown without their long token. */
function linked(text: string): Html[] {
  return text.split(/(https?:\/\/\S+)/).map((part) => {
    if (!/^https?:/.test(part) || !URL.canParse(part)) return html`${part}`;
    const { origin, pathname } = new URL(part);
    return html`<a href="${part}">${origin}${pathname}</a>`;
  });
}
