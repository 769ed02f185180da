import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { AppRegistration } from '../options.ts';
import type { Platform } from '../platform.ts';

/** What an app may ask for with its secret alone: a tenant token, a long connection. Both answer in their own shapes. */
export interface SignIn {
  readonly path: string;
  answer(platform: Platform, body: unknown, host: string): object;
}

const tokenSchema = z.object({ app_id: z.string(), app_secret: z.string() });
const endpointSchema = z.object({ AppID: z.string(), AppSecret: z.string() });

export const signIns: readonly SignIn[] = [
  {
    path: '/open-apis/auth/v3/tenant_access_token/internal',
    answer: (platform, body) => {
      const asked = tokenSchema.safeParse(body);
      if (!asked.success) return { code: 10003, msg: 'invalid param' };
      const app = appWith(platform, asked.data.app_id, asked.data.app_secret);
      if (!app) return { code: 10014, msg: 'app secret invalid' };
      if (platform.faults.current.tokenDead) {
        platform.tokens.revokeAll();
        platform.faults.change({ tokenDead: null });
      }
      const { token, secondsLeft } = platform.tokens.issue(app.appId, platform.clock.now());
      return { code: 0, msg: 'ok', tenant_access_token: token, expire: secondsLeft };
    },
  },
  {
    path: '/callback/ws/endpoint',
    answer: (platform, body, host) => {
      const asked = endpointSchema.safeParse(body);
      const app = asked.success && appWith(platform, asked.data.AppID, asked.data.AppSecret);
      // Refusals carry an empty `data`: without it the official client would retry for ever.
      if (!app) return { code: 514, msg: 'auth failed', data: {} };
      if (platform.connections.isFull(app.appId)) return { code: 1000040350, msg: 'connection limit', data: {} };
      return { code: 0, msg: 'ok', data: platform.connections.endpoint(host, app.appId) };
    },
  },
];

function appWith(platform: Platform, appId: string, secret: string): AppRegistration | undefined {
  const app = platform.directory.app(appId);
  const given = Buffer.from(secret);
  const right = Buffer.from(app?.appSecret ?? '');
  return given.length === right.length && timingSafeEqual(given, right) ? app : undefined;
}
