import fastify from 'fastify';
import type { CarrierWorld, Dialect } from './dialect.ts';

export interface CarrierServerOptions {
  dialects: readonly Dialect[];
  worldOf(carrier: string): CarrierWorld;
  /** 0 chooses any free port. */
  port: number;
}

export interface CarrierServer {
  /** Carrier → address of its API, `http://127.0.0.1:4010/fedex`. */
  baseUrls: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Serves each carrier's API under its name, on the loopback interface only. */
export async function startCarrierServer(options: CarrierServerOptions): Promise<CarrierServer> {
  const app = fastify({ forceCloseConnections: true });
  for (const dialect of options.dialects) {
    const world = options.worldOf(dialect.carrier);
    // A separate scope keeps each carrier's body parsers and hooks apart.
    await app.register(async (scope) => dialect.serve(scope, world), { prefix: `/${dialect.carrier}` });
  }
  const address = await app.listen({ host: '127.0.0.1', port: options.port });
  const names = options.dialects.map(({ carrier }) => carrier);
  return {
    baseUrls: Object.fromEntries(names.map((name) => [name, `${address}/${name}`])),
    close: () => app.close(),
  };
}
