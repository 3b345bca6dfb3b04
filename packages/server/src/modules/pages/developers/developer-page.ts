import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '@milepost/contract';
import { type Html, html } from '../../../platform/http/page/html.ts';
import { type Page, renderPage } from '../../../platform/http/page/render-page.ts';
import { openApiSchema, reference } from './reference.ts';

export interface DeveloperPageFacts {
  version: string;
  baseUrl: string;
  /** A key that the page shows to everyone; null when there is none. */
  sampleKey: string | null;
}

const script = readFileSync(join(import.meta.dirname, 'live-list.js'), 'utf8');

/** The page at `/developers`: introduction, first request, live events and the API reference. */
export function renderDeveloperPage(facts: DeveloperPageFacts): Page {
  const document = openApiSchema.parse(openApiDocument(facts.version));
  const body = html`<a class="skip" href="#reference">To the API reference</a>
<header><h1>Milepost</h1><p>Self-hosted visibility for everything ordered and on its way: one timeline per shipment, from every carrier.</p>
<nav aria-label="On this page"><a href="/app/">Dashboard</a> · <a href="#begin">Get started</a> · <a href="#live">Live</a> · <a href="#reference">API reference</a> · <a href="/openapi.json">OpenAPI document</a></nav></header>
<main>${gettingStarted(facts)}${live(facts)}
<section id="reference" aria-labelledby="reference-title"><h2 id="reference-title">API reference</h2>
<p>Times are ISO 8601. Errors are problem documents (RFC 9457) that name the field and the remedy.</p>
${reference(document, facts.baseUrl)}</section></main>
<footer class="quiet">Milepost ${facts.version} · Apache-2.0</footer>`;
  return renderPage('Milepost', body, script);
}

function gettingStarted({ baseUrl, sampleKey }: DeveloperPageFacts): Html {
  const key = sampleKey ?? 'mp_…';
  const lead = sampleKey
    ? html`<p>This installation has simulated carriers, which push and answer like real ones, and a public API key:</p><pre tabindex="0"><code>${sampleKey}</code></pre>`
    : html`<p>Every request needs an API key. The command that started Milepost printed one.</p>`;
  const command = `KEY=${key}\ncurl -H "Authorization: Bearer $KEY" "${baseUrl}/v1/shipments?limit=5"`;
  return html`<section id="begin" aria-labelledby="begin-title"><h2 id="begin-title">Get started</h2>${lead}<pre tabindex="0"><code>${command}</code></pre></section>`;
}

function live({ sampleKey }: DeveloperPageFacts): Html {
  const list = html`<p><span id="state" role="status">Connecting</span> <button id="pause" type="button" aria-pressed="false">Pause</button></p>
<ol id="changes" tabindex="0" aria-label="Latest changes, newest first"></ol>`;
  const hint = html`<p>The live list needs a public API key, which this installation does not have. With your own key, follow <code>/v1/stream</code>.</p>`;
  return html`<section id="live" aria-labelledby="live-title" data-key="${sampleKey ?? ''}"><h2 id="live-title">Live</h2>
${sampleKey ? list : hint}</section>`;
}
