import { describe, expect, it } from 'vitest';
import { errors } from './errors.ts';
import { openApiDocument } from './openapi.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { scopeNames } from './scopes.ts';

const document = JSON.parse(JSON.stringify(openApiDocument('1.2.3')));
const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const table = Object.entries<Route>(routes);

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; description?: string; schema: unknown }[];
  responses: Record<string, { description: string }>;
  security: Record<string, string[]>[];
}

/** Calls `visit` for every object in the document, with its path. */
function walk(value: unknown, visit: (node: Record<string, unknown>, path: string) => void, path = ''): void {
  if (typeof value !== 'object' || value === null) return;
  // Any object of a JSON document is a record of unknown values.
  if (!Array.isArray(value)) visit(value as Record<string, unknown>, path);
  for (const [key, part] of Object.entries(value)) walk(part, visit, `${path}/${key}`);
}

describe('the OpenAPI document', () => {
  it('contains every route once, under its name', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
    const listed = operations.map(({ path, method, operation }) => [operation.operationId, method, path]);
    expect(listed.toSorted()).toEqual(
      table.map(([name, route]) => [name, route.method.toLowerCase(), route.path]).toSorted(),
    );
    expect(table.filter(([name, route]) => name !== route.operationId)).toEqual([]);
  });

  it('contains the target of every reference', () => {
    const missing: string[] = [];
    walk(document, ({ $ref }, path) => {
      if (typeof $ref !== 'string') return;
      const steps = $ref.replace('#/', '').split('/');
      const target = steps.reduce<unknown>((node, step) => Reflect.get(Object(node), step), document);
      if (target === undefined) missing.push(`${path}: ${$ref}`);
    });
    expect(missing).toEqual([]);
  });

  it('describes every field and parameter', () => {
    const silent: string[] = [];
    walk(document.components.schemas, ({ properties }, path) => {
      for (const [name, property] of Object.entries(Object(properties))) {
        const description: unknown = Reflect.get(Object(property), 'description');
        if (typeof description !== 'string' || description.length < 4) silent.push(`${path}/${name}`);
      }
    });
    for (const { operation } of operations) {
      for (const { name, description } of operation.parameters) {
        if (!description) silent.push(`${operation.operationId} ${name}`);
      }
    }
    expect(silent).toEqual([]);
  });

  it('has a type for every field', () => {
    const open: string[] = [];
    walk(document.components.schemas, ({ properties }, path) => {
      for (const [name, property] of Object.entries(Object(properties))) {
        const says = Object.keys(Object(property)).filter((key) => key !== 'description');
        if (says.length === 0) open.push(`${path}/${name}`);
      }
    });
    expect(open).toEqual([]);
  });

  it('lists exactly the path parameters of each path', () => {
    for (const { path, operation } of operations) {
      const inAddress = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(
        described.map((parameter) => parameter.name),
        path,
      ).toEqual(inAddress);
      expect(
        described.every((parameter) => parameter.required),
        path,
      ).toBe(true);
    }
  });

  it('lists the status of every problem of a route', () => {
    for (const [name, route] of table) {
      const statuses =
        operations.find(({ operation }) => operation.operationId === name)?.operation.responses ?? {};
      for (const code of route.problems ?? []) {
        expect(Object.keys(statuses), `${name} ${code}`).toContain(String(errors[code].status));
      }
    }
  });
});

describe('the route table', () => {
  it('uses every scope', () => {
    const used = new Set(table.map(([, route]) => route.access));
    expect(scopeNames.filter((scope) => !used.has(scope))).toEqual([]);
  });

  it('requires authentication below /v1 except for creating an account', () => {
    const open = table
      .filter(([, { access }]) => access === 'public' || access === 'own')
      .map(([, route]) => route.path);
    expect(open.filter((path) => path.startsWith('/v1')).toSorted()).toEqual([
      '/v1/first-run',
      '/v1/first-run',
      '/v1/invitations/accept',
      '/v1/invitations/show',
    ]);
  });

  it.each(table.flatMap(([name, route]) => (route.example === undefined ? [] : [[name, route] as const])))(
    'has a valid example for %s',
    (_name, route) => {
      expect(route.body?.safeParse(route.example)).toMatchObject({ success: true });
    },
  );

  it('has an example for every JSON body', () => {
    const without = table.filter(
      ([, { body, bodyType, example }]) => body && !bodyType && example === undefined,
    );
    expect(without.map(([name]) => name)).toEqual([]);
  });
});
