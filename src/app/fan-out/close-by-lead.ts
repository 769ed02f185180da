import { closingNote } from '../../cards/fan-out/fan-out-text.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { isReadyToClose } from '../../domain/ledger/fan-out.ts';
import { type Outcome, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { type RecordRefusal, recordReply } from '../record-reply.ts';
import { findOverseen, type OverseeRefusal } from './open-fan-out.ts';

export type CloseRefusal =
  | OverseeRefusal
  | RecordRefusal
  | { readonly kind: 'others-missing'; readonly missing: number }
  /** The lead owes nothing of its own, or has reported already. */
  | { readonly kind: 'nothing-to-close' };

/** 汇总并报办结: reports the lead's own part of the row and period done, once all others are in or excused. */
export async function closeByLead(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'admins'>,
  request: { readonly actorOpenId: string; readonly eventId: string; readonly card: SentCard },
): Promise<Outcome<unknown, CloseRefusal>> {
  const { actorOpenId, eventId, card } = request;
  const access = await findOverseen(deps, { actorOpenId, taskId: card.subject ?? '', partIds: card.partIds });
  if (!access.ok) return access;
  const { fanOut } = access.value;
  const { own, missing } = fanOut;
  if (missing.length > 0) return refused({ kind: 'others-missing', missing: missing.length });
  if (!own || !isReadyToClose(fanOut)) return refused({ kind: 'nothing-to-close' });
  const note = closingNote({ done: fanOut.done.length, excused: fanOut.excused.length });
  return recordReply(deps, {
    partId: own.id,
    version: own.version,
    draft: { state: 'done', note, links: [], percent: null, helpFrom: null },
    actorOpenId,
    eventId,
    card,
  });
}
