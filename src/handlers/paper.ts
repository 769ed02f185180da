import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { askForPaper } from '../app/papers/ask-for-paper.ts';
import type { PaperSend } from '../cards/actions.ts';
import { paperToast } from '../cards/paper-text.ts';
import type { CardAction, CardReply } from '../ports/inbound.ts';

/** 下载 of 通报, 台账 or 月度汇总, on whatever card: the file follows in the person's own chat, the card stays as it is. */
export async function handlePaper(
  deps: Deps,
  { action, press }: { readonly action: z.infer<typeof PaperSend>; readonly press: CardAction },
): Promise<CardReply> {
  const { actorOpenId, eventId } = press;
  const asked = await askForPaper(deps, {
    actorOpenId,
    eventId,
    kind: action.k,
    month: action.m,
    planId: action.plan ?? null,
  });
  return { toast: paperToast(asked.ok ? asked.value : asked.error.kind), card: null };
}
