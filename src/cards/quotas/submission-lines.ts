import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { type FontColour, font } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { linkTo } from '../link.ts';
import { clip, dayWords, dotted, momentWords } from '../words.ts';
import { duplicateWords, submissionStateWords } from './submission-text.ts';
import type { SubmissionView } from './submission-view.ts';

const COLOURS: Readonly<Record<SubmissionView['state'], FontColour>> = {
  submitted: 'blue',
  accepted: 'green',
  returned: 'orange',
  withdrawn: 'grey',
  none: 'grey',
};

/** `某局召开推进会`, `信息 零报告`: that has no title. */
export function submissionTitle({ matter, title }: SubmissionView, length: number): string {
  return title === '' ? `${plain(clip(matter, 12))} 零报告` : plain(clip(title, length));
}

/**
 * `法规科（联合信息中心）· 信息 · 11月3日 · 迟报`.
 *
 * @param under the office whose list it stands in, which is not named again
 */
export function aboutLine(submission: SubmissionView, today: CivilDate, under?: string): string {
  const { officeName, jointNames, matter, eventOn, late, fileName } = submission;
  const joint = jointNames.length === 0 ? '' : `联合${clip(jointNames.join('、'), 30)}`;
  const others = joint === '' ? '' : `（${joint}）`;
  const who = officeName === under ? joint : `${clip(officeName, 16)}${others}`;
  const grey = dotted([
    who === '' ? null : plain(who),
    plain(clip(matter, 12)),
    dayWords(eventOn, today),
    fileName === null ? null : plain(`附件：${clip(fileName, 30)}`),
  ]);
  return dotted([font('grey', grey), late ? font('orange', '迟报') : null]);
}

/** Its address, short enough for one line of a phone. */
export function linkLine({ link }: SubmissionView): string | null {
  return link === null ? null : linkTo(link);
}

/** `已退回：链接打不开 · 孙静 11月3日 09:12`; what was decided after the close says so. */
export function fateLine(submission: SubmissionView): string {
  const { state, decision, correction } = submission;
  const words = submissionStateWords(submission);
  const reason = state === 'returned' && decision ? `：${plain(clip(decision.reason, 80))}` : '';
  const by = state === 'accepted' || state === 'returned' ? decision : null;
  return dotted([
    font(COLOURS[state], `${words}${reason}`),
    by ? `${plain(clip(by.personName, 10))} ${momentWords(by.at)}` : null,
    correction ? '更正' : null,
  ]);
}

/** What it is likely to repeat; null where nothing. */
export function duplicateLine({ duplicates, matter }: SubmissionView): string | null {
  const [first] = duplicates;
  if (!first) return null;
  const more = duplicates.length > 1 ? `等 ${duplicates.length} 条` : '';
  return plain(`疑似重复：${duplicateWords(first, matter)}${more}`);
}
