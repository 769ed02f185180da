import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { DocumentError } from '../document-error.ts';

/** Found from the package, because sources and `dist` lie at different depths. */
const PARSER = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs');
/** Plain JavaScript in a string, so that it runs the same from the sources, from `dist` and under the tests. */
const PROGRAM = `
  const { workerData } = require('node:worker_threads');
  import(workerData.parser).then(({ WorkerMessageHandler }) => WorkerMessageHandler.initializeFromPort(workerData.port));
`;
const MOST_HEAP_MEGABYTES = 512;

/**
 * The library's parser in a thread of its own: the bot answers while a long plan is read, and a file that keeps the parser
 * busy or fills its memory ends only the thread.
 */
export class ParserThread {
  /** What the library talks to. */
  readonly port: MessagePort;
  /** Never kept, refused when the thread fails. */
  readonly failed: Promise<never>;
  readonly #worker: Worker;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.#worker = new Worker(PROGRAM, {
      eval: true,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
      workerData: { parser: pathToFileURL(PARSER).href, port: port2 },
      transferList: [port2],
    });
    this.failed = new Promise<never>((_, reject) => {
      this.#worker.on('error', (error) => {
        reject(new DocumentError(isOutOfMemory(error) ? 'too-large' : 'damaged', error));
      });
    });
    this.failed.catch(() => undefined);
  }

  async end(): Promise<void> {
    this.port.close();
    await this.#worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
