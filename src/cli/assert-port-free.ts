import { createServer } from 'node:http';

/**
 * Finds out before anything is written whether a port can be had.
 *
 * @param host every interface where absent
 * @throws the system's own error where it cannot
 */
export async function assertPortFree(port: number, host?: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}
