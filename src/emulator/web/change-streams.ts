import type { ServerResponse } from 'node:http';
import type { Changes } from '../changes.ts';

const HEARTBEAT_MS = 20_000;

/** Server-sent `change` events for open pages; many changes at once are told once. */
export class ChangeStreams {
  readonly #open = new Set<ServerResponse>();
  readonly #stopWatching: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #announced = false;

  constructor(changes: Changes) {
    this.#stopWatching = changes.watch(() => this.#announceSoon());
    this.#heartbeat = setInterval(() => this.#write(': here\n\n'), HEARTBEAT_MS).unref();
  }

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': here\n\n');
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    this.#stopWatching();
    for (const response of this.#open) response.end();
  }

  #announceSoon(): void {
    if (this.#announced) return;
    this.#announced = true;
    setImmediate(() => {
      this.#announced = false;
      this.#write('event: change\ndata: {}\n\n');
    });
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}
