import type { Directory } from '../directory/directory.ts';
import { distinctOfficeNames } from '../directory/distinct-names.ts';
import { findOffice, recipientOf, rosterMembers } from '../directory/find-office.ts';
import type { DraftOffice, ImportReport, OpenIssue } from './import-report.ts';
import { isBlocking } from './issues/question.ts';
import { areSimilar } from './issues/similar-names.ts';

/** An office name of a plan, where it first stands and every row that it owns a part of. */
interface NamedOffice {
  readonly office: DraftOffice;
  readonly task: string | null;
  readonly place: string;
  readonly tasks: readonly number[];
  /** The office before it in the same row. */
  readonly before: string | null;
}

/**
 * What the offices list cannot answer about a plan: names it does not know, names that fit several offices, rosters it does not
 * have, offices without anybody to write to. One issue a name, with the first place that it stands in; numbers are given later.
 */
export function directoryIssues(report: ImportReport, directory: Directory): readonly OpenIssue[] {
  if (directory.offices.length === 0) {
    const suggestion = '尚未导入单位名单；请先用 offices import 导入，再发布本计划';
    return [{ kind: 'no-offices', task: null, phrases: [], suggestion, blocking: false, tasks: [] }];
  }
  return distinctOffices(report).flatMap((named) => {
    const question = questionAbout(named, directory);
    if (!question) return [];
    const { office, task, place, tasks } = named;
    const blocking = isBlocking(question);
    return [{ ...question, task, phrases: [{ text: office.name, place }], blocking, tasks }];
  });
}

function questionAbout(
  { office: { name, fanOut }, before }: NamedOffice,
  directory: Directory,
): Pick<OpenIssue, 'kind' | 'suggestion'> | undefined {
  if (fanOut === 'all') {
    const { how, offices } = rosterMembers(directory, name);
    if (how === 'named') return undefined;
    return { kind: 'unknown-roster', suggestion: `名单中没有名册“${name}”，暂按全部 ${offices.length} 个单位处理` };
  }
  if (fanOut !== null) return undefined;
  const found = findOffice(directory, name);
  switch (found.kind) {
    case 'unknown':
      return aboutUnknown(name, before, directory);
    case 'ambiguous': {
      const names = found.offices.map((office) => office.name).join('、');
      return { kind: 'ambiguous-office', suggestion: `“${name}”可能是${names}，请在名单中补充别名` };
    }
    case 'found':
      if (recipientOf(directory, found.office.id).kind !== 'nobody') return undefined;
      return { kind: 'no-liaison', suggestion: `“${found.office.name}”没有联络人，请在名单中补充` };
  }
}

const LEVEL = /^[国省市州县区旗镇乡]/;

/** A name that nobody knows may be a slip of one that is known, or lack the 市 that its neighbour has (市国税局、地税局). */
function aboutUnknown(
  name: string,
  before: string | null,
  directory: Directory,
): Pick<OpenIssue, 'kind' | 'suggestion'> {
  const near = directory.offices.find((office) =>
    [office.name, ...office.aliases].some((own) => areSimilar(own, name)),
  );
  if (near) {
    const suggestion = `名单中没有“${name}”，与“${near.name}”是否同一单位？是则补充别名，否则发布时登记为新单位`;
    return { kind: 'similar-office', suggestion };
  }
  const level = LEVEL.exec(before ?? '')?.[0];
  const elided = level && !LEVEL.test(name) ? `（似省略“${level}”字，即“${level}${name}”）` : '';
  return {
    kind: 'unknown-office',
    suggestion: `名单中没有“${name}”${elided}，发布时登记为新单位，请补充联络人或别名`,
  };
}

/** Names of offices to add so that every owner of a row has a place in the directory. */
export function officesToDeclare(report: ImportReport, directory: Directory): readonly string[] {
  const unknown = distinctOffices(report)
    .filter(({ office }) => office.fanOut === null && findOffice(directory, office.name).kind === 'unknown')
    .map(({ office }) => office.name);
  return distinctOfficeNames(unknown);
}

/** Each name once, upstream leads left out: they are not ours. */
function distinctOffices(report: ImportReport): readonly NamedOffice[] {
  const seen = new Map<string, NamedOffice & { readonly tasks: number[] }>();
  for (const [at, { offices, no, source }] of report.tasks.entries()) {
    for (const [place, office] of offices.entries()) {
      if (office.role === 'upstream') continue;
      const known = seen.get(office.name);
      if (known && known.tasks.at(-1) !== at) known.tasks.push(at);
      if (known) continue;
      const before = offices[place - 1]?.name ?? null;
      seen.set(office.name, { office, task: no, place: source.place, tasks: [at], before });
    }
  }
  return [...seen.values()];
}
