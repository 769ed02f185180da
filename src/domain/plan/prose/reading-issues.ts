import type { OpenIssue } from '../import-report.ts';
import { keyOf } from '../phrases/fold.ts';
import type { SourceDocument } from '../source-document.ts';
import type { Reading } from './choose-reading.ts';

/** Questions about what was not read as a task, so that no word of a document is lost in silence. */
export function readingIssues(
  reading: Reading,
  title: string | null,
  notes: SourceDocument['notes'],
): readonly OpenIssue[] {
  const issues: OpenIssue[] = [];
  for (const { text, paragraph, duty } of reading.notInTable) {
    const words = paragraph.text.includes(text) ? paragraph.text : `${text}（${duty.owners ?? ''}）`;
    issues.push(issue('not-in-table', [{ text: words, place: paragraph.place }], '正文有而表中无，请确定是否补入台账'));
  }
  if (reading.unowned.length > 0)
    issues.push(
      issue('clause-without-owner', placed(reading.unowned), '未写责任单位的条款，不列入台账；如需督办请指定单位'),
    );
  const outside = placed(reading.outside).filter(({ text }) => !isTitle(text, title));
  if (outside.length > 0) issues.push(issue('outside-rows', outside, '通知、说明、署名等文字，不列入台账'));
  for (const { kind, text } of notes ?? []) issues.push(issue(kind, [{ text, place: '' }], null));
  return issues;
}

function isTitle(text: string, title: string | null): boolean {
  return title !== null && text.length >= 4 && keyOf(title).includes(keyOf(text));
}

function placed(paragraphs: Reading['outside']): OpenIssue['phrases'] {
  return paragraphs.map(({ text, place }) => ({ text, place }));
}

function issue(kind: string, phrases: OpenIssue['phrases'], suggestion: string | null): OpenIssue {
  return { kind, task: null, phrases, suggestion, blocking: false, tasks: [] };
}
