import { connect, createServer, type Socket } from 'node:net';

/** A proxy to a server whose connections can be cut, with everything in flight, and restored. */
export interface BreakableConnection {
  /** The server's address through this proxy. */
  url: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openBreakableConnection(serverUrl: string): Promise<BreakableConnection> {
  const port = Number(new URL(serverUrl).port);
  const open = new Set<Socket>();
  let isCut = false;
  const connection = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, 'localhost');
    for (const socket of [near, far]) {
      open.add(socket);
      // Closing one end closes the other.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => connection.listen(0, 'localhost', resolve));
  const address = connection.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  const cutAll = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://localhost:${address.port}`,
    cut() {
      isCut = true;
      cutAll();
    },
    mend() {
      isCut = false;
    },
    close() {
      cutAll();
      return new Promise((resolve) => connection.close(() => resolve()));
    },
  };
}
