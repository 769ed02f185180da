import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../src/domain/plan/import-report.ts';
import { fold, squeeze, stripArtefacts } from '../src/domain/plan/phrases/fold.ts';
import { readPlan } from '../src/domain/plan/read-plan.ts';
import type { SourceDocument } from '../src/domain/plan/source-document.ts';
import { documentOf, PLANS } from './support/read-plan-file.ts';

/** The words of labels and column headers head what stands behind them; that is in the row. */
const LABEL =
  /^(?:(?:完成|办结|时限|时间|工作)?(?:时限|期限|时间|节点)(?:要求|安排)?|.{0,4}(?:牵头|责任|负责|配合|协办).{0,8})$/;
const PAGE_NUMBER = /^[-—\s]*(?:第?\s*\d{1,4}\s*页?)[-—\s]*(?:[,，/]?\s*共\s*\d{1,4}\s*页)?$/;

/** Every piece of the document between two marks that stands nowhere in the report. */
function lostIn(document: SourceDocument, report: ImportReport): readonly string[] {
  const found = wordsIn(JSON.stringify(textsOf(report)));
  return document.blocks
    .flatMap((block) => (block.type === 'table' ? block.cells.map(({ text }) => text) : block.text.split('\n')))
    .filter((line) => !PAGE_NUMBER.test(line))
    .flatMap((line) =>
      stripArtefacts(line)
        .replace(/^\s*(?:\d+(?:\.\d+)*|[①-⑳])/, '$& ')
        .split(/[^\p{L}\p{N}\s]+/u),
    )
    .filter(
      (piece) =>
        ![[squeeze(piece)], piece.trim().split(/\s+/)].some((words) => words.every((word) => isIn(found, word))),
    );
}

const isIn = (found: string, word: string): boolean => LABEL.test(fold(word)) || found.includes(wordsIn(word));

function textsOf(report: ImportReport): readonly string[] {
  const strings: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') strings.push(value);
    else if (Array.isArray(value)) for (const each of value) visit(each);
    else if (value !== null && typeof value === 'object') for (const each of Object.values(value)) visit(each);
  };
  visit(report);
  return strings;
}

const wordsIn = (text: string): string => fold(text).replace(/[^\p{L}\p{N}\n]/gu, '');

async function lostInText(name: string, text: string | Uint8Array): Promise<readonly string[]> {
  const document = await documentOf(name, text);
  const read = readPlan({ document, year: 2026, issuedOn: null });
  return read.ok ? lostIn(document, read.value) : [];
}

describe('every word of a document is in a task, a heading, the title or a question', () => {
  it.each(readdirSync(PLANS).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
    expect(await lostInText(name, readFileSync(`${PLANS}${name}`))).toEqual([]);
  });

  const words = fc.constantFrom('公布供水价格', '征求群众意见', '更新办事指南', '通报检查结果', '组织业务培训');
  const sentence = fc.tuple(words, words).map(([a, b]) => `${a}，${b}。`);
  const office = fc.constantFrom('办公室', '法规科', '供水科', '各科室');
  const block = fc
    .tuple(office, office)
    .chain(([a, b]) =>
      fc.constantFrom(
        `（责任单位：${a}；完成时限：6月底前）`,
        `（牵头领导：周远；责任科室：${a}、${b}）`,
        `（${a}牵头，${b}配合）`,
        `（${a}，持续推进）`,
        `\n责任单位：${a}\n完成时限：9月底前`,
        `\n——责任单位：${b}`,
        `此项工作由${a}负责。`,
        '',
      ),
    );
  const number = fc.constantFrom('一、', '（二）', '3.', '4、', '（5）', '⑥', '第七条 ', '1.1', '');
  const clause = fc
    .tuple(number, words, fc.array(sentence, { maxLength: 2 }), block, fc.boolean(), block)
    .map(
      ([no, head, texts, own, more, second]) =>
        `${no}${head}${texts.length > 0 ? '。' : ''}${texts.join('')}${own}${more && texts[0] ? `${texts[0]}${second}` : ''}`,
    );
  const other = fc.constantFrom(
    '各科室、各单位：',
    '附件：1.任务分解表',
    '附件1',
    '云州市水务局',
    '2026年3月1日',
    '抄送：市政府办公室。',
    '办公室：',
    '第三季度：',
    '二、保障措施',
    '现将要点印发你们。',
    '（此件公开发布）',
  );
  const line = fc.oneof({ weight: 5, arbitrary: clause }, { weight: 1, arbitrary: other });

  it('whatever the order of clauses, owners and notes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 14 }), fc.boolean(), async (lines, apart) => {
        const text = `云州市水务局2026年工作要点\n${lines.join(apart ? '\n\n' : '\n')}`;
        expect(await lostInText('plan.txt', text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
