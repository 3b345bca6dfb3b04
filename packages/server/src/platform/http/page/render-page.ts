import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Html, html } from './html.ts';

/** A page that the server renders itself, without the dashboard's bundle. */
export interface Page {
  markup: string;
  /** Allows the page its own style and script, and nothing else. */
  contentSecurityPolicy: string;
}

const style = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8');

/**
 * `script` is the text of a module, or empty. Style and script are written into the page unescaped;
 * everything else must come through `html`.
 */
export function renderPage(title: string, body: Html, script: string): Page {
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`;
  const end = script === '' ? '' : `<script type="module">${script}</script>`;
  return {
    markup: `<!doctype html><html lang="en"><head>${head.markup}<style>${style}</style></head><body>${body.markup}${end}</body></html>`,
    contentSecurityPolicy: policyFor(script),
  };
}

/** A page without script. */
export function renderPlainPage(title: string, body: Html): Page {
  return renderPage(title, html`<main>${body}</main>`, '');
}

function policyFor(script: string): string {
  return [
    "default-src 'none'",
    `style-src '${sourceHash(style)}'`,
    script === '' ? "script-src 'none'" : `script-src '${sourceHash(script)}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function sourceHash(source: string): string {
  return `sha256-${hash('sha256', source, 'base64')}`;
}
