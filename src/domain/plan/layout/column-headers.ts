import type { OfficeRole } from '../import-report.ts';
import { keyOf } from '../phrases/fold.ts';
import type { StreamCell } from './cell-stream.ts';

export type ColumnKind = 'seq' | 'area' | 'item' | 'owner' | 'person' | 'deadline' | 'other';

export interface Column {
  readonly kind: ColumnKind;
  /** As printed, without padding. */
  readonly header: string;
  /** What an office in this column has to do where its cell does not say. */
  readonly role: OfficeRole | null;
}

/** A row of column headers in the stream of cells; on later pages it stands again. */
export interface Header {
  readonly at: number;
  readonly length: number;
  readonly columns: readonly Column[];
}

const SEQ = /^(?:序号|编号|序|项次|NO\.?|No\.?|no\.?)$/;
const DEADLINE =
  /(?:时限|期限|时间|时间节点|进度安排|进度要求|时间进度|日期|节点|工作进度|时间安排|时限要求|时间要求|完成时间表)$/;
const PERSON = /(?:责任人|负责人|联系人|联络人|经办人|领导|责任人员)(?:姓名|及电话)?$/;
const OWNER_LEAD =
  '(?:市|省|区|县|委|局|府|政府|直|级|指定|牵头|责任|负责|配合|协办|协同|协助|承办|落实|主办|主责|实施|参与|参加|组织|本|我|内部|内|上级|及|和|与|、|/|主要|具体|公开|直接|归口|主管|单位|部门|第一)*';
const OWNER = new RegExp(
  `^${OWNER_LEAD}(?:单位|部门|科室|处室|股室|机构|主体|责任分工|职责分工|任务分工|分工|责任科|责任处|站所)(?:\\(.{1,8}\\))?(?:(?:及|和|、)(?:责任人|人员|负责人|领导))?$|^(?:牵头|责任|负责|配合|协办|承办)$`,
);
const TEXT_LEAD =
  '(?:主要|重点|具体|年度|政务|公开|信息|工作|目标|任务|分项|一级|二级|三级|所属|项目|服务|落实|改革|推进|重要|细化|分解|本年)*';
const TEXT = new RegExp(
  `^${TEXT_LEAD}(?:任务|事项|内容|要点|要求|措施|举措|项目|类别|分类|领域|目标|指标|名称|重点|工作|板块|类型|主题|方面|条目)(?:(?:及|和|与)(?:要求|内容|措施|目标|标准|举措|任务|事项)|分解|类别|名称|内容|要求|描述|\\(.{1,8}\\))*$`,
);
const OTHER =
  /^(?:备注|说明)$|^.{0,6}(?:形式|方式|渠道|载体|成果|属性|依据|平台|标准|电话|情况|进展|程度|范围|对象|频次|层级|状态|目录)$/;
const INNER = /本委|本局|我局|我委|本单位|本部门|本级|局内|委内|内部|科室|处室|股室|处\(|责任科|责任处/;
const UPPER =
  /市府|市政府|省府|省政府|区府|区政府|县府|县政府|政府|上级|市级|省级|省直|市直|区级|县级|市(?:指定)?牵头|省(?:指定)?牵头|国家/;
const MOST_COLUMNS = 12;
/** No document has more kinds of table. */
const MOST_KNOWN = 40;
const LONGEST_HEADER = 40;

/** Every row of headers: at least three neighbouring cells (two where the grid is known) that are all words for columns. */
export function findHeaders(cells: readonly StreamCell[]): readonly Header[] {
  const headers: Header[] = [];
  const known: Header[] = [];
  const words = cells.map((cell) => (cell.text.length <= LONGEST_HEADER ? keyOf(cell.text) : ''));
  for (let at = 0; at < cells.length; at += 1) {
    const again = repeated(words, at, known);
    const header = again ?? (repeatedSoon(words, at, known) ? undefined : headerAt(cells, words, at));
    if (!header) continue;
    headers.push(header);
    if (!again && known.length < MOST_KNOWN) known.push(header);
    at += header.length - 1;
  }
  return headers;
}

/** On a later page the same words stand again, whatever stands before them. */
function repeated(words: readonly string[], at: number, known: readonly Header[]): Header | undefined {
  const same = known.find(({ columns }) => columns.every((column, index) => words[at + index] === column.header));
  return same && { at, length: same.length, columns: same.columns };
}

/** Cells just above a repeated header are the end of a row, however much they sound like headers. */
function repeatedSoon(words: readonly string[], at: number, known: readonly Header[]): boolean {
  if (known.length === 0) return false;
  return Array.from({ length: MOST_COLUMNS }, (_, ahead) => at + 1 + ahead).some((next) =>
    repeated(words, next, known),
  );
}

function headerAt(cells: readonly StreamCell[], keys: readonly string[], at: number): Header | undefined {
  const words: string[] = [];
  const kinds: ColumnKind[] = [];
  for (let index = at; index < cells.length && words.length < MOST_COLUMNS; index += 1) {
    const word = keys[index] ?? '';
    if (index > at && cells[index]?.column === 0) break;
    const kind =
      kindOfHeader(word) ?? (words.length > 0 && unknownHeader(word, keys[index + 1] ?? '') ? 'other' : undefined);
    if (!kind || words.includes(word)) break;
    words.push(word);
    kinds.push(kind);
  }
  const text = kinds.includes('area');
  const owned = kinds.includes('owner') || kinds.includes('person');
  const known = cells[at]?.column !== null;
  const enough = words.length >= 3 || (known && words.length === 2);
  if (!enough || !text || !(owned || kinds.includes('deadline'))) return undefined;
  return { at, length: words.length, columns: columnsOf(words, kinds) };
}

/** `area` stands for any column of text until {@link columnsOf} picks the one that holds the items. */
function kindOfHeader(word: string): ColumnKind | undefined {
  if (word.length < 1 || word.length > 16 || /[。,;:]/.test(word)) return undefined;
  if (SEQ.test(word)) return 'seq';
  if (PERSON.test(word) && !/单位|部门|科室|处室|股室/.test(word)) return 'person';
  if (OWNER.test(word)) return 'owner';
  if (DEADLINE.test(word) && word.length <= 10 && !/^按|规定|月|日/.test(word.replace(/日期$/, ''))) return 'deadline';
  if (TEXT.test(word)) return 'area';
  return OTHER.test(word) ? 'other' : undefined;
}

function unknownHeader(word: string, next: string): boolean {
  return /^[\u4e00-\u9fff/()]{2,8}$/.test(word) && kindOfHeader(next) !== undefined;
}

function columnsOf(words: readonly string[], kinds: readonly ColumnKind[]): readonly Column[] {
  const item = itemColumn(words, kinds);
  const inner = words.some((word, index) => kinds[index] === 'owner' && INNER.test(word));
  return words.map((header, index): Column => {
    const kind = kinds[index] ?? 'other';
    if (kind === 'area') return { kind: index === item ? 'item' : index < item ? 'area' : 'other', header, role: null };
    return { kind, header, role: kind === 'owner' ? roleOfHeader(header, inner) : null };
  });
}

function itemColumn(words: readonly string[], kinds: readonly ColumnKind[]): number {
  let best = -1;
  let weight = -1;
  words.forEach((word, index) => {
    if (kinds[index] !== 'area') return;
    const own = itemWeight(word);
    if (own >= weight) {
      best = index;
      weight = own;
    }
  });
  return best;
}

function itemWeight(word: string): number {
  if (/类别|分类|领域|板块|类型|主题|方面|指标|目标$/.test(word)) return 0;
  if (/项目$|名称$|重点$/.test(word)) return 1;
  if (/具体|内容|要点|措施|举措|事项|细化/.test(word)) return 3;
  return 2;
}

function roleOfHeader(header: string, inner: boolean): OfficeRole | null {
  if (inner && UPPER.test(header) && !INNER.test(header)) return 'upstream';
  const lead = /牵头|主办|主责/.test(header);
  const support = /配合|协办|协同|协助|参与|参加/.test(header);
  const own = /责任|负责|承办|落实|实施/.test(header);
  if (Number(lead) + Number(support) + Number(own && !/^(?:牵头|配合|协办)责任/.test(header)) > 1) return null;
  return lead ? 'lead' : support ? 'support' : own ? 'responsible' : null;
}
