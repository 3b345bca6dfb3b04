import { type Route, routes, tags } from '@milepost/contract';
import { z } from 'zod';
import { type Html, html } from '../../../platform/http/page/html.ts';

/** The API reference of the page, from the OpenAPI document and the routes it is generated from. */
export function reference(document: OpenApi, baseUrl: string): Html {
  return html`${Object.entries(tags).map(([tag, description]) => {
    const own = Object.values<Route>(routes).filter((route) => route.tag === tag);
    return html`<section aria-labelledby="tag-${tag}"><h3 id="tag-${tag}">${tag}</h3><p>${description}</p>${own.map(
      (route) => operation(route, document, baseUrl),
    )}</section>`;
  })}`;
}

/** The parts of the document that the page reads. */
const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean(),
  description: z.string().optional(),
  schema: z.looseObject({ enum: z.array(z.string()).optional(), type: z.string().optional() }).optional(),
});
export const openApiSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(parameterSchema).default([]),
        responses: z.record(z.string(), z.object({ description: z.string() })),
      }),
    ),
  ),
});
export type OpenApi = z.infer<typeof openApiSchema>;
type Parameter = z.infer<typeof parameterSchema>;

function operation(route: Route, { paths }: OpenApi, baseUrl: string): Html {
  const described = paths[route.path]?.[route.method.toLowerCase()];
  return html`<details id="${route.operationId}">
<summary><span class="method">${route.method}</span> <code>${route.path}</code> <span>${route.summary}</span></summary>
<p>${accessWords(route)}</p>${route.description ? html`<p>${route.description}</p>` : null}
${parameterTable(described?.parameters ?? [])}
<h4>Example</h4><pre tabindex="0"><code>${sample(route, baseUrl)}</code></pre>
<h4>Responses</h4><dl>${Object.entries(described?.responses ?? {}).map(
    ([status, response]) => html`<dt>${status}</dt><dd>${response.description}</dd>`,
  )}</dl></details>`;
}

function accessWords({ access }: Route): string {
  if (access === 'public') return 'Requires no key.';
  if (access === 'own') return 'No API key: the carrier authenticates in its own way.';
  return access === 'key' ? 'Requires an API key.' : `Requires an API key with the scope ${access}.`;
}

function parameterTable(parameters: readonly Parameter[]): Html | null {
  if (parameters.length === 0) return null;
  return html`<h4>Parameters</h4><div class="wide"><table><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Description</th></tr></thead><tbody>${parameters.map(
    ({ name, in: place, required, description, schema }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${place}${required ? ', required' : ''}</td><td>${description ?? ''}${valuesOf(schema?.enum)}</td></tr>`,
  )}</tbody></table></div>`;
}

function valuesOf(values: readonly string[] | undefined): Html | null {
  return values ? html` <span class="values">${values.join(' · ')}</span>` : null;
}

/** A command that can be pasted once the variable KEY contains the key. */
function sample(route: Route, baseUrl: string): string {
  const address =
    baseUrl + route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`);
  const parts = [route.method === 'GET' ? 'curl' : `curl -X ${route.method}`];
  if (route.access !== 'public' && route.access !== 'own') parts.push('-H "Authorization: Bearer $KEY"');
  if (route.example !== undefined) {
    parts.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(route.example)}'`);
  }
  return [...parts, `"${address}"`].join(' \\\n  ');
}
