import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { sendMyTasks, turnPage } from '../app/my-tasks.ts';
import type { ListMine } from '../cards/actions.ts';
import { doneToast, refusalToast } from '../cards/text.ts';
import type { CardReply } from '../ports/inbound.ts';
import { type Press, withCard } from './pressed-card.ts';

/** 我的全部任务 sends the whole list as a new card; 上一页 and 下一页 turn that card's page, for others they send their own list. */
export async function turnToList(
  deps: Deps,
  { action, press, card }: Press<z.infer<typeof ListMine>>,
): Promise<CardReply> {
  if (card?.kind === 'mine' && action.g !== undefined) {
    const turned = await turnPage(deps, { ...press, card, page: action.g });
    if (turned.ok) return withCard(deps, null, card);
  }
  const sent = await sendMyTasks(deps, press);
  return { toast: sent.ok ? doneToast({ kind: 'list-sent' }) : refusalToast(sent.error), card: null };
}
