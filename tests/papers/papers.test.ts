import { beforeAll, describe, expect, it } from 'vitest';
import { FileDocumentReader } from '../../src/adapters/documents/file-document-reader.ts';
import type { Deps } from '../../src/app/deps.ts';
import { importPlan } from '../../src/app/import-plan.ts';
import { makePaper, type PaperRequest } from '../../src/app/papers/make-paper.ts';
import { instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { MonthlySummary } from '../../src/domain/quotas/monthly-summary.ts';
import { blockLines } from '../support/block-lines.ts';
import { countedApp } from '../support/counted-app.ts';
import { liveCountedMonth } from '../support/counted-month.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();
const CLOSED = '2026-05-09T10:00+08:00';
const CORRECTED = '2026-05-13T10:00+08:00';

type Asked = Partial<PaperRequest> & Pick<PaperRequest, 'kind' | 'format'>;

async function made(deps: Deps, asked: Asked) {
  const paper = await makePaper(deps, { planId: null, month: null, isPublic: false, ...asked });
  if (!paper.ok) throw new Error(JSON.stringify(paper.error));
  return paper.value;
}

/** The paper's paragraphs and cells, as a reader of its format sees them. */
async function linesOf(deps: Deps, asked: Asked): Promise<string> {
  const { bytes } = await made(deps, asked);
  if (asked.format === 'md') return new TextDecoder().decode(bytes);
  const { blocks } = await new FileDocumentReader().read({ name: `a.${asked.format}`, bytes });
  return blockLines(blocks).join('\n');
}

const POSTED: MonthlySummary = {
  id: 'summary-1',
  month: '2026-04',
  isCorrection: false,
  state: 'draft',
  numbers: {},
  card: {},
  draftedAt: instantOf(CLOSED),
  decidedAt: null,
  decidedBy: null,
  reason: '',
};

/** A leader has approved April's summary. */
async function approve(deps: Deps): Promise<void> {
  const at = instantOf(CLOSED);
  await deps.ledger.commit({ at, newSummaries: [POSTED], audit: [] });
  await decide(deps, CLOSED);
}

async function decide(deps: Deps, moment: string): Promise<void> {
  const at = instantOf(moment);
  const decided = { id: POSTED.id, state: 'posted', decidedAt: at, decidedBy: 'person-1', reason: '' } as const;
  await deps.ledger.commit({ at, summaryChanges: [decided], audit: [] });
}

describe('a circular', () => {
  it('is of the last closed month, and a draft until the summary of the month is approved', async () => {
    const { deps } = await countedApp(await databases.open(), CLOSED);
    expect((await made(deps, { kind: 'circular', format: 'docx' })).name).toBe(
      '关于2026年4月政务公开信息报送情况的通报（草稿）.docx',
    );
    await approve(deps);
    expect((await made(deps, { kind: 'circular', format: 'docx' })).name).toBe(
      '关于2026年4月政务公开信息报送情况的通报.docx',
    );
  });

  it('before the third working day is of the month before, and one of the open month says so', async () => {
    // 6, 7 and 8 May are the three working days: April closes at the end of the 8th.
    const { deps } = await countedApp(await databases.open(), '2026-05-08T23:00+08:00');
    expect((await made(deps, { kind: 'circular', format: 'docx' })).name).toContain('2026年3月');
    const april = await linesOf(deps, { kind: 'circular', format: 'docx', month: '2026-04' });
    expect(april).toContain('本月于5月8日关账，此前数字可能变动。');
  });

  it.each(['circular', 'summary'] as const)(
    'of the running month (%s) says who still has to report, and that nobody has failed',
    async (kind) => {
      const { deps } = await countedApp(await databases.open(), CORRECTED);
      // Even where somebody has approved a summary before its time.
      await deps.ledger.commit({
        at: instantOf(CORRECTED),
        newSummaries: [{ ...POSTED, month: '2026-05' }],
        audit: [],
      });
      await decide(deps, CORRECTED);
      const asked = { kind, format: 'docx', month: '2026-05' } as const;
      expect((await made(deps, asked)).name).toContain('（草稿）');
      const text = await linesOf(deps, asked);
      expect(text).toContain('尚未达到指标的单位');
      expect(text).toMatch(/1x1 推进中/);
      expect(text).not.toContain('未达标');
      expect((await linesOf(deps, { ...asked, month: '2026-04' })).match(/未达标(名单|单位)/)).not.toBeNull();
    },
  );

  it('names what was corrected after the close, as a 更正通报 where it had been approved', async () => {
    const { deps, clock } = await countedApp(await databases.open(), CLOSED);
    await approve(deps);
    clock.moveTo(instantOf(CORRECTED));
    await liveCountedMonth(deps, CORRECTED);
    const asked = { kind: 'circular', format: 'docx', month: '2026-04' } as const;
    expect((await made(deps, asked)).name).toBe('关于更正2026年4月政务公开信息报送情况的通报.docx');
    const text = await linesOf(deps, asked);
    expect(text).toContain('一、更正事项');
    expect(text).toContain('信息中心4月28日“信息中心04-28工作动态”：关账时采用，现退回');
    expect(text).toContain('执法支队4月29日“执法支队04-29工作动态”：关账时待审核，现采用');
    expect(text).toMatch(/1x1 信息中心\n\S+ 1x1 2\n\S+ 1x1 1\n\S+ 1x1 2\n\S+ 1x1 未达标/);
  });

  it('of the next month lists them as corrections of the month before', async () => {
    const { deps } = await countedApp(await databases.open(), CORRECTED);
    const may = await linesOf(deps, { kind: 'circular', format: 'docx', month: '2026-05' });
    expect(may).toContain('上月关账后更正：');
    expect(may).not.toContain('更正事项');
  });
});

describe('a ledger', () => {
  it('comes back unchanged: its own columns and sheets are not read as rows', async () => {
    const { deps, planId } = await countedApp(await databases.open(), CLOSED);
    const { bytes } = await made(deps, { kind: 'ledger', format: 'xlsx', planId });
    const request = { year: 2026, issuedOn: null, owner: null, mode: 'read', actor: 'test' } as const;
    const imported = await importPlan(deps, { ...request, file: { name: '台账.xlsx', bytes } });
    if (!imported.ok) throw new Error(imported.error.kind);
    expect(imported.value.report.tasks.map(({ no, text }) => `${no} ${text.slice(0, 6)}`)).toEqual([
      '1 做好政务信息',
      '2 落实新闻发布',
      '3 公布行政规范',
      '4 公开年度部门',
      '5 编制工程质量',
      '6 更新政务服务',
    ]);
    expect(imported.value.changes?.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'unchanged'));
  });

  it('as .csv has a line for every part and every current quota', async () => {
    const { deps, planId } = await countedApp(await databases.open(), CLOSED);
    const { bytes } = await made(deps, { kind: 'ledger', format: 'csv', planId });
    const lines = new TextDecoder().decode(bytes).trim().split(/\r?\n/);
    expect(lines[0]).toMatch(/^\ufeff?序号,工作领域,工作任务,单位,职责,周期,办理状态,时限,灯,最近答复,完成日期$/);
    expect(lines.filter((line) => line.includes(',指标,5月,'))).toHaveLength(13);
    expect(lines).toContain('4,,公开年度部门预算,计划财务科,负责,,已销号,2026-04-20,紫,,2026-04-24');
  });
});

const DELICATE = `云州市城乡建设局2026年政务公开补充任务分工表

| 序号 | 工作任务 | 责任单位 | 责任人 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 由欧阳明牵头公布办事指南 | 办公室 | 欧阳明 | 6月底前 |
| 2 | 清理涉密文件目录 | 办公室 | 联络0 | 6月底前 |
| 3 | 做好公开前的保密审查 | 办公室 | 联络0 | 6月底前 |
`;

describe('a ledger for the public', () => {
  it('leaves out what is not for it and every name, and says so to whoever publishes it', async () => {
    const { deps } = await countedApp(await databases.open(), CLOSED);
    const file = { name: 'b.md', bytes: new TextEncoder().encode(DELICATE) };
    const request = { year: 2026, issuedOn: null, owner: null, mode: 'publish', actor: 'test' } as const;
    const imported = await importPlan(deps, { ...request, file });
    const planId = imported.ok ? (imported.value.planId ?? '') : '';
    const paper = await made(deps, { kind: 'ledger', format: 'md', planId, isPublic: true });
    const text = new TextDecoder().decode(paper.bytes);
    expect(text).toContain('| 1 |  | 由×××牵头公布办事指南 |');
    expect(text).toContain('做好公开前的保密审查');
    expect(text).not.toMatch(/涉密|欧阳明|联络0|责任人/);
    expect(paper.remarks).toEqual([
      '含敏感字样的任务没有写入：第2项（“涉密”），请核对是否确应不公开。',
      '隐去人名1处，请核对。',
    ]);
  });
});

describe('an annual paragraph', () => {
  it('says the year in whole sentences, in Markdown too', async () => {
    const { deps, planId } = await countedApp(await databases.open(), '2027-01-11T10:00+08:00');
    const text = await linesOf(deps, { kind: 'annual', format: 'md', planId });
    expect(text).toContain('共承担任务6项，已完成2项，另有2项长期坚持或按事项办理。');
    expect(text).toContain('全年办结2件，其中按时办结1件，到期未办结2件，按时办结率25%。');
    expect(text).toContain('数据截至2026年12月31日');
  });
});

describe('a paper that cannot be', () => {
  let deps: Deps;
  beforeAll(async () => {
    ({ deps } = await countedApp(await databases.open(), CLOSED));
  });

  it.each([
    [{ kind: 'circular', format: 'docx', month: '2026-06' }, 'month-to-come'],
    [{ kind: 'circular', format: 'docx', isPublic: true }, 'not-public'],
    [{ kind: 'score', format: 'xlsx', isPublic: true, planId: 'x' }, 'not-public'],
    [{ kind: 'ledger', format: 'docx' }, 'not-in-this-format'],
    [{ kind: 'ledger', format: 'xlsx', planId: 'plan-9' }, 'unknown-plan'],
    [{ kind: 'circular', format: 'docx', planId: 'plan-9' }, 'unknown-plan'],
  ] as const)('%j is refused: %s', async (asked, kind) => {
    const refused = await makePaper(deps, { planId: null, month: null, isPublic: false, ...asked });
    expect(refused).toMatchObject({ ok: false, error: { kind } });
  });
});
