import { type RequestHandler, startHttpServer } from '../adapters/system/http-server.ts';
import { resolvePeople } from '../app/resolve-people.ts';
import type { App } from '../compose.ts';

export interface RunningApp {
  readonly port: number;
  stop(): Promise<void>;
}

/** A beat that is older than this is an alarm. */
const SILENT_MS = 60_000;

/** Connects, starts the heartbeat and the probes. */
export async function runApp(app: App, port: number): Promise<RunningApp> {
  const probes = probesOf(app);
  const webhook: RequestHandler = (request, response) => app.webhook?.handle(request, response) ?? false;
  const server = await startHttpServer(port, [webhook, probes]);
  try {
    await app.events?.start(app.handlers);
    await resolvePeople(app.deps);
  } catch (error) {
    await server.close();
    throw error;
  }
  app.scheduler.start();
  return {
    port: server.port,
    stop: async () => {
      await server.close();
      await app.close();
    },
  };
}

function probesOf(app: App): RequestHandler {
  const isAlive = () => {
    const last = app.scheduler.lastBeatAt();
    return last === null || Date.now() - last < SILENT_MS;
  };
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (request.method !== 'GET' || !['/healthz', '/readyz', '/metrics'].includes(path ?? '')) return false;
    if (path === '/metrics') {
      void metricsOf(app).then(
        (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
        () => response.writeHead(503).end(),
      );
      return true;
    }
    const events = app.events?.status() ?? { connected: true, detail: 'no chat platform configured' };
    const ok = path === '/healthz' ? isAlive() : isAlive() && events.connected;
    response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok, connected: events.connected, detail: events.detail }));
    return true;
  };
}

async function metricsOf(app: App): Promise<string> {
  const { queued, sent, withheld, failed } = await app.deps.outbox.summary();
  const lines = { queued, sent, withheld, failed: failed.length, connected: app.events?.status().connected ? 1 : 0 };
  return Object.entries(lines)
    .map(([name, value]) => `# TYPE duban_${name} gauge\nduban_${name} ${value}\n`)
    .join('');
}
