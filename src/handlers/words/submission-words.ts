import { openMyQuotas } from '../../app/quotas/open-my-quotas.ts';
import { submitWords } from '../../app/quotas/open-submission.ts';
import { openSubmissions } from '../../app/quotas/open-submissions.ts';
import { reportNothing } from '../../app/quotas/report-nothing.ts';
import { briefToPrivateText } from '../../cards/answer-text.ts';
import { nilDoneText, nilRefusalText, submitRefusalText } from '../../cards/quotas/submission-text.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { matterOf } from '../../domain/quotas/matter.ts';
import { type Answer, actorOf, type Said } from './answer.ts';

/** 报送 标题 链接, 发布会 日期 主题, 解读 标题 链接; alone it brings the form. */
export async function answerSubmit(from: Said, lead: string | null, words: string): Promise<Answer> {
  const submitted = await submitWords(from.deps, { ...actorOf(from), lead, words });
  return submitted.ok ? null : { text: submitRefusalText(submitted.error) };
}

/** 本月报送: the person's own counters and submissions. */
export async function answerMyQuotas(from: Said): Promise<Answer> {
  const opened = await openMyQuotas(from.deps, actorOf(from));
  return opened.ok ? null : { text: submitRefusalText(opened.error) };
}

/** 审核报送: the queue of whoever reviews. */
export async function answerSubmissions(from: Said): Promise<Answer> {
  const opened = await openSubmissions(from.deps, actorOf(from));
  return opened.ok ? null : { text: submitRefusalText(opened.error) };
}

/** 零报告 信息. */
export async function answerNilReport(from: Said, words: string): Promise<Answer> {
  const matter = words.trim() === '' ? '' : matterOf(words);
  const reported = await reportNothing(from.deps, { ...actorOf(from, 'nil'), matter, officeId: null, card: null });
  if (reported.ok) {
    const text = nilDoneText(reported.value, matter, civilDateOf(from.deps.clock.now()));
    return { text, brief: briefToPrivateText() };
  }
  const { error } = reported;
  if (error.kind === 'unknown-person' || error.kind === 'no-office') return { text: submitRefusalText(error) };
  return { text: nilRefusalText(error, matter), brief: briefToPrivateText() };
}
