/**
 * Converts the routes to an OpenAPI 3.1 document. Named schemas (components.ts) become components, so that
 * generated clients get a type for each.
 */
import { z } from 'zod';
import { components, componentsGiven } from './components.ts';
import { type ErrorCode, errors } from './errors.ts';
import { problemContentType } from './problem.ts';
import { type Route, type RouteResponse, tags } from './route.ts';
import { routes } from './routes.ts';
import { scopes } from './scopes.ts';

type Json = Record<string, unknown>;

const componentPath = '#/components/schemas/';

/** The OpenAPI document of the API, with this product version. */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of Object.values<Route>(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Milepost API',
      version,
      description:
        'Visibility for everything ordered and on its way. Times are in ISO 8601. Errors are problem documents (RFC 9457).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: keyDescription() },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'milepost.session_token',
          description: sessionDescription,
        },
      },
      schemas: componentSchemas(),
    },
  };
}

const sessionDescription =
  'The session cookie set by /auth/sign-in/email (over https the name starts with `__Secure-`). The header x-milepost-workspace selects a workspace by id; the default is the user’s first workspace. Requests other than GET must come from a page of this installation. /v1/me lists the permissions of the role.';

function keyDescription(): string {
  const list = Object.entries(scopes).map(([name, meaning]) => `\`${name}\`: ${meaning}`);
  return `An API key (mp_…). Its scopes determine what it can do. ${list.join(' ')}`;
}

// ── schemas ────────────────────────────────────────────────────────────────────────────────────────────────

/** Component names by schema, so that every use becomes a reference. */
const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(components)) registry.add(schema, { id });

function componentSchemas(): Json {
  const asGiven = convertAll('input');
  const asShown = convertAll('output');
  return Object.fromEntries(
    Object.keys(components).map((name) => [name, (componentsGiven.has(name) ? asGiven : asShown)[name]]),
  );
}

function convertAll(io: 'input' | 'output'): Json {
  // Every schema is converted in both directions. Transformed values never occur in a document.
  const { schemas } = z.toJSONSchema(registry, {
    io,
    override,
    uri: (id) => componentPath + id,
    unrepresentable: 'any',
  });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutKeys(schema)]));
}

/** `$schema` and `$id` are redundant inside an OpenAPI document. */
function withoutKeys({ $schema, $id, ...schema }: Json): Json {
  return schema;
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const known = registry.get(schema);
  if (known) return { $ref: componentPath + known.id };
  return withoutKeys(z.toJSONSchema(schema, { io, override }));
}

/** Removes the pattern that zod adds to a format. */
function override({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}

// ── operations ─────────────────────────────────────────────────────────────────────────────────────────────

function operationOf(route: Route): Json {
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    ...securityOf(route),
    parameters: parametersOf(route),
    ...bodyOf(route),
    responses: { ...responsesOf(route), ...problemsOf(route) },
  };
}

function securityOf({ access }: Route): Json {
  if (access === 'public' || access === 'own') return { security: [] };
  if (access === 'person') return { security: [{ session: [] }] };
  return { security: [{ key: access === 'key' ? [] : [access] }, { session: [] }] };
}

function parametersOf(route: Route): Json[] {
  const headers = Object.entries(route.headers ?? {}).map(([name, description]) =>
    headerOf(name, description),
  );
  if (route.idempotent) {
    headers.push(
      headerOf(
        'Idempotency-Key',
        'Any text. The same key with the same body returns the same response for 24 hours.',
      ),
    );
  }
  return [...inPlace('path', route.params), ...inPlace('query', route.query), ...headers];
}

function headerOf(name: string, description: string): Json {
  return { name, in: 'header', required: false, description, schema: { type: 'string' } };
}

function inPlace(place: 'path' | 'query', object: z.ZodObject | undefined): Json[] {
  if (!object) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(object, { io: 'input', override });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = typeof property === 'object' ? property : {};
    return { name, in: place, required: required.includes(name), description, schema };
  });
}

function bodyOf(route: Route): Json {
  if (!route.body) return {};
  const content = {
    schema: schemaOf(route.body, 'input'),
    ...(route.example ? { example: route.example } : {}),
  };
  return { requestBody: { required: true, content: { [route.bodyType ?? 'application/json']: content } } };
}

function responsesOf(route: Route): Json {
  return Object.fromEntries(
    Object.entries<RouteResponse>(route.responses).map(([status, response]) => [
      status,
      responseOf(response),
    ]),
  );
}

function responseOf({ description, schema, type = 'application/json' }: RouteResponse): Json {
  if (!schema)
    return type === 'application/json' ? { description } : { description, content: { [type]: {} } };
  return { description, content: { [type]: { schema: schemaOf(schema, 'output') } } };
}

/** One response per status, with the error codes it can have. */
function problemsOf(route: Route): Json {
  const own = new Set(Object.keys(route.responses).map(Number));
  const byStatus = Map.groupBy(problemCodesOf(route), (code) => errors[code].status);
  const entries = [...byStatus]
    .filter(([status]) => !own.has(status))
    .sort(([left], [right]) => left - right);
  return Object.fromEntries(
    entries.map(([status, codes]) => [
      status,
      {
        description: [...new Set(codes)].map((code) => `\`${code}\`: ${errors[code].title}.`).join(' '),
        content: { [problemContentType]: { schema: { $ref: `${componentPath}Problem` } } },
      },
    ]),
  );
}

function isGuarded({ access }: Route): boolean {
  return access !== 'public' && access !== 'own';
}

/** The errors of a route: its own and those that follow from its properties. */
function problemCodesOf(route: Route): ErrorCode[] {
  const codes: ErrorCode[] = [...(route.problems ?? [])];
  if (route.query || route.body || route.params) codes.push('invalid_request');
  if (route.query) codes.push('unknown_parameter');
  if (route.body && !route.bodyType) codes.push('invalid_json', 'unsupported_media_type');
  if (route.body) codes.push('body_too_large');
  if (isGuarded(route)) codes.push('unauthenticated', 'too_many_failures');
  if (route.access.includes(':')) codes.push('scope_missing');
  if (route.access === 'person') codes.push('person_needed');
  if (route.access.includes(':') || route.access === 'key') codes.push('not_a_member');
  if (isGuarded(route) && route.method !== 'GET') codes.push('origin_refused');
  if (route.access !== 'public') codes.push('database_unavailable');
  return codes;
}
