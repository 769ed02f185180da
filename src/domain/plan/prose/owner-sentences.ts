import { ownerLikeness } from '../phrases/read-owners.ts';
import { ABOUT_DUTY } from '../phrases/role-verbs.ts';
import type { OwnerBlock } from './owner-blocks.ts';
import { EDGES, isDeadline } from './owner-parts.ts';

const SENTENCE =
  /^(?:此项|该项|本项|这项|以上|上述|具体|各项|有关|相关|此|该)?(?:各项)?(?:工作|任务|事项|内容)?(?:具体)?由([^由]{2,100})$/;
/** Words of a sentence that says more than who does it. */
const PROSE = /要|应|须|专人|将|认真|切实|积极|全面|做好|明确|确保|加强/;
const VERB_END = /(?:牵头|负责|配合|落实|承办|协办|主办|实施|负责(?:落实|实施|组织实施))$/;
const VERB_TAIL = /负责|牵头|配合|落实|承办|协办|主办|实施|由/;
/** Behind 由 and names. */
const DOES = /(?:安排|组织|负责(?:办理|协调|组织协调|统筹|汇总))$/;
const MONEY = /经费|资金|费用|款项|损失|后果|由于/;
/** 理由, 自由 and the like are words. */
const BY_WORD = /[理自事缘经因任]$/;
/** Every bracket is closed, and none that was opened before. */
const CLOSED = /^[^()]*(?:\([^()]*\)[^()]*)*$/;
const LONGEST_SENTENCE = 120;

/**
 * 此项工作由甲科牵头，乙科配合。 · …，由甲科负责。 · behind another sentence, 甲科牵头，乙科配合，6月底前完成。
 */
export function ownerSentences(text: string, folded: string): readonly OwnerBlock[] {
  const blocks: OwnerBlock[] = [];
  const only = folded.indexOf('由') === folded.lastIndexOf('由');
  let start = 0;
  for (const sentence of folded.split(/[。;]/)) {
    const end = Math.min(folded.length, start + sentence.length + 1);
    const late = VERB_TAIL.test(sentence.slice(-LONGEST_SENTENCE)) ? deadlineFrom(sentence) : sentence.length;
    const found = VERB_TAIL.test(sentence.slice(Math.max(0, late - 40), late))
      ? ownersAtEnd(sentence.slice(0, late), { follows: start > 0, alone: sentence.length >= folded.length - 1, only })
      : null;
    if (found !== null) {
      const from = start + found;
      const owners = text.slice(from, start + late).replace(EDGES, '');
      const deadline = late < sentence.length ? text.slice(start + late, end).replace(EDGES, '') : null;
      blocks.push({ start: from, end, owners, deadline, form: 'sentence' });
    }
    start += sentence.length + 1;
  }
  return blocks;
}

/** Where the time begins that a sentence ends in behind a comma: …牵头,6月底前完成. */
function deadlineFrom(sentence: string): number {
  const comma = sentence.lastIndexOf(',');
  return comma > 0 && isDeadline(sentence.slice(comma + 1)) ? comma : sentence.length;
}

/** Where the owners begin that a sentence consists of or ends in. `only`: no other words of the item say 由. */
function ownersAtEnd(
  sentence: string,
  { follows, alone, only }: { readonly follows: boolean; readonly alone: boolean; readonly only: boolean },
): number | null {
  const tail = Math.max(0, sentence.length - LONGEST_SENTENCE);
  const words = sentence.slice(tail);
  if (tail === 0) {
    const by = SENTENCE.exec(words);
    const whole = by ? by[1] : (follows || alone) && VERB_END.test(words) ? words.replace(/^-+/, '') : undefined;
    if (
      whole &&
      (by || !whole.includes('由')) &&
      ABOUT_DUTY.test(whole) &&
      !PROSE.test(whole) &&
      !whole.includes('□') &&
      CLOSED.test(whole) &&
      ownerLikeness(whole) === 1
    )
      return 0;
  }
  const by = words.lastIndexOf('由');
  const late = words[by - 1] === ',';
  // 收集由甲科负责,审核由乙科负责 is more than one duty, 所需经费由财政局负责 none of the item's.
  if (by < 1 || BY_WORD.test(words.slice(0, by)) || (!late && (!only || MONEY.test(words.slice(0, by))))) return null;
  const clause = words.slice(by + 1);
  if (
    PROSE.test(clause) ||
    clause.includes('□') ||
    !CLOSED.test(clause) ||
    !(VERB_END.test(clause) || DOES.test(clause))
  )
    return null;
  if (ownerLikeness(clause) < 1) return null;
  return tail + by - (late ? 1 : 0);
}
