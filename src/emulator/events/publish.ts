import { newId } from '../ids.ts';
import { DEFAULT_EVENTS } from '../options.ts';
import type { Platform } from '../platform.ts';
import { envelope } from './event-bodies.ts';

/** Queues an event for an app that has subscribed to it. */
export function publish(platform: Platform, appId: string, type: string, event: object): void {
  const app = platform.directory.app(appId);
  if (!app || !(app.events ?? DEFAULT_EVENTS).includes(type)) return;
  const eventId = newId('');
  const createTime = String(platform.clock.now());
  const { tenantKey } = platform.directory;
  platform.events.add({ eventId, appId, type }, envelope(app, { eventId, type, createTime, tenantKey }, event));
}
