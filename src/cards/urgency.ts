import { type CardElement, font, type HeaderColour, markdown, type TagColour } from './card.ts';
import type { SectionKind } from './morning-view.ts';

interface Counts {
  readonly overdue: number;
  readonly today: number;
  readonly soon: number;
}

/** Header colour by the most pressing thing on the card. */
export function urgencyColour(counts: Counts): HeaderColour {
  if (counts.overdue > 0) return 'red';
  if (counts.today > 0) return 'orange';
  return counts.soon > 0 ? 'yellow' : 'blue';
}

/** `逾期 1` `今天 1` `近三天 1`, only those that are not zero. */
export function urgencyTags(counts: Counts): readonly { readonly text: string; readonly colour: TagColour }[] {
  const tags = [
    { count: counts.overdue, text: '逾期', colour: 'red' },
    { count: counts.today, text: '今天', colour: 'orange' },
    { count: counts.soon, text: '近三天', colour: 'yellow' },
  ] as const;
  return tags.filter((tag) => tag.count > 0).map((tag) => ({ text: `${tag.text} ${tag.count}`, colour: tag.colour }));
}

/** Words for a group of rows: `逾期`, `今天`, … */
export const SECTION_WORDS = {
  overdue: '逾期',
  today: '今天',
  soon: '近三天',
  later: '之后',
  undated: '没有时限',
  past: '印发前已到期',
  closed: '已报办结',
} as const satisfies Record<SectionKind | 'undated', string>;

const SECTION_COLOURS = {
  overdue: 'red',
  today: 'orange',
  soon: 'orange',
  later: 'grey',
  undated: 'grey',
  past: 'grey',
  closed: 'green',
} as const;

/** @param words where the group's own are not enough */
export function sectionHeading(kind: SectionKind | 'undated', words: string = SECTION_WORDS[kind]): CardElement {
  return markdown(font(SECTION_COLOURS[kind], `**${words}**`), {
    size: 'notation',
    margin: '8px 0px -4px 0px',
  });
}
