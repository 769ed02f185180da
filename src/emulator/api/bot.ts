import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import { describeFault, findCardFault } from '../card-json/card-rules.ts';
import { isPersonOf } from '../content-rules.ts';
import { stableId } from '../ids.ts';
import { parseBody, type Route } from './route.ts';

/** FS bot-v3/info (no `data`) and the delayed card update by callback token (uMDO1YjLzgTN24yM4UjN). */
export const botRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/open-apis/bot/v3/info',
    handle: ({ app }) => ({
      topLevel: {
        bot: {
          activate_status: 2,
          app_name: app.botName,
          avatar_url: '',
          ip_white_list: [],
          open_id: botOpenId(app.appId),
        },
      },
    }),
  },
  {
    method: 'POST',
    path: '/open-apis/interactive/v1/card/update',
    handle: ({ platform, app, now, body }) => {
      const { token, card } = parseBody(z.object({ token: z.string(), card: z.looseObject({}) }), body);
      const messageId = platform.cardTokens.check(token, app.appId, now);
      if (platform.messages.find(messageId)?.recalled !== false) throw new ApiError(200000, 'the message was recalled');
      const found = findCardFault(card, isPersonOf(platform));
      if (found) throw new ApiError(found.code, describeFault(found));
      const content = JSON.stringify(card);
      if (Buffer.byteLength(content) > 30 * 1024) throw new ApiError(230025, 'card is too large');
      platform.cardTokens.use(token);
      platform.messages.change(messageId, { content, updatedAt: now });
      platform.changes.announce();
      return { data: {} };
    },
  },
];

export function botOpenId(appId: string): string {
  return stableId('ou_', 'bot', appId);
}
