/**
 * What a quota counts, as one word for the many ways in which plans say it: a submission counts for every quota of its matter,
 * whatever plan it stands in. Words that are none of the known ones stand for themselves.
 */
export function matterOf(of: string): string {
  const words = of.normalize('NFKC').replaceAll(/\s/g, '');
  return KNOWN.find(({ test }) => test.test(words))?.matter ?? words;
}

export const NEWS = '信息';
export const PRESS = '发布会';
export const EXPLAINER = '图文解读';
export const HEARING = '听取汇报';
export const MEETING = '会议';

/** What is held on a day and not published: it has no address, and can be registered ahead of its day. */
export const HELD_ON_A_DAY: readonly string[] = [PRESS, MEETING, HEARING];

// The first that fits: 解读新闻发布会 is a press conference, 政务新闻类信息 an item of news, 政府信息公开工作会议 a meeting.
const KNOWN: readonly { readonly matter: string; readonly test: RegExp }[] = [
  { matter: PRESS, test: /发布会|吹风会/ },
  { matter: EXPLAINER, test: /解读|图解/ },
  { matter: HEARING, test: /听取.*汇报|汇报/ },
  { matter: MEETING, test: /(?:会议|(?:专题|推进|工作|调度|协调|联席|部署|例)会)$/ },
  { matter: NEWS, test: /信息|新闻|稿件|简报/ },
  { matter: MEETING, test: /会议|专题会|例会/ },
];
