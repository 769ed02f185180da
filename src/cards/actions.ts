import { z } from 'zod';

// Short keys: a card carries dozens of payloads within its 30 KB.
const card = { v: z.literal(1), c: z.string().min(1).max(64) };
const part = { ...card, p: z.string().min(1).max(64), n: z.int().min(0), o: z.literal(1).optional() };
const answer = z.enum(['progress', 'trouble']);

/** 办结: answers at once. */
export const PartDone = z.object({ a: z.literal('part.done'), ...part });
/** 填进展 or 有困难: opens the form under the row. */
export const PartOpen = z.object({ a: z.literal('part.open'), ...part, k: answer });
/** 提交 of the open form. */
export const PartReport = z.object({ a: z.literal('part.report'), ...part, k: answer });
/** 取消 of the open form. */
export const PartCancel = z.object({ a: z.literal('part.cancel'), ...part });
/** 撤回 of the reply `r`. */
export const PartUndo = z.object({ a: z.literal('part.undo'), ...part, r: z.string().min(1).max(64) });
/** 我的全部任务, and the paging of that list: `g` is a page from 1. */
export const ListMine = z.object({ a: z.literal('list.mine'), ...card, g: z.int().min(1).optional() });

const AnyAction = z.discriminatedUnion('a', [PartDone, PartOpen, PartReport, PartCancel, PartUndo, ListMine]);

/**
 * What a button says when it is pressed: `a` the action, `v` the version of this format, `c` the card's id, `p` the part's id,
 * `n` the part's version when the button was drawn, `o` that the card said by then that a newer one has taken its place. Who
 * pressed it is never in here.
 */
export type Action = z.infer<typeof AnyAction>;

/** Reads a payload as it comes back from the platform; `undefined` for anything that no button of ours sends. */
export function parseAction(payload: unknown): Action | undefined {
  const read = AnyAction.safeParse(payload);
  return read.success ? read.data : undefined;
}

/** The card that a button stands on. */
export interface ButtonPlace {
  readonly cardId: string;
  /** The card says that a newer one has taken its place. */
  readonly replaced: boolean;
}

/** What every button of a row says, whatever its action. */
export function targetOf(row: { readonly partId: string; readonly version: number }, place: ButtonPlace) {
  return {
    v: 1,
    c: place.cardId,
    p: row.partId,
    n: row.version,
    ...(place.replaced ? { o: 1 as const } : {}),
  } as const;
}
