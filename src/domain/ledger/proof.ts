import type { Part } from './part.ts';
import type { ReturnReason } from './part-act.ts';
import { unansweredActs } from './part-story.ts';

/** What an answer has to bring with it after 退文, by the reasons that the reviewer gave. */
export interface Proof {
  /** 公开属性, one of three; 不予公开 needs its grounds. */
  readonly attribute: boolean;
  /** The grounds for 不予公开. */
  readonly grounds: boolean;
  /** A web address that opens. */
  readonly link: boolean;
  /** What was made good: a sentence or an address. */
  readonly materials: boolean;
}

/**
 * What 办结 has to bring along: after 退文 exactly what the reviewer missed, of an hour clock the address of what was published,
 * otherwise nothing (null). The words of a row are no sign of it: most rows that speak of 公开属性 set up a procedure and publish no
 * document.
 */
export function proofOf(part: Pick<Part, 'acts' | 'replies' | 'pastAtBirth' | 'rule' | 'dueAt'>): Proof | null {
  const returned = unansweredActs(part).find(({ kind }) => kind === 'return');
  const byHour = part.dueAt !== null;
  if (!(returned || byHour) || part.pastAtBirth || part.rule.kind === 'standing') return null;
  const misses = (...reasons: readonly ReturnReason[]) => reasons.some((reason) => returned?.reasons.includes(reason));
  return {
    attribute: misses('no-attribute'),
    grounds: misses('no-grounds'),
    link: byHour || misses('link-broken'),
    materials: misses('materials-missing', 'other'),
  };
}
