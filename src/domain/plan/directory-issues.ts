import type { Directory } from '../directory/directory.ts';
import { distinctOfficeNames } from '../directory/distinct-names.ts';
import { findOffice, recipientOf, rosterMembers } from '../directory/find-office.ts';
import type { DraftIssue, DraftOffice, ImportReport } from './import-report.ts';

/**
 * What the offices list cannot answer about a plan: names it does not know, names that fit several offices, rosters it does not
 * have, offices without anybody to write to. One issue a name, with the first place that it stands in; numbers are given later.
 */
export function directoryIssues(report: ImportReport, directory: Directory): readonly Omit<DraftIssue, 'no'>[] {
  if (directory.offices.length === 0) {
    return [
      {
        kind: 'no-offices',
        task: null,
        phrases: [],
        suggestion: '尚未导入单位名单；请先用 offices import 导入，再发布本计划',
      },
    ];
  }
  return distinctOffices(report).flatMap(({ office, task, place }) => {
    const question = questionAbout(office, directory);
    return question ? [{ ...question, task, phrases: [{ text: office.name, place }] }] : [];
  });
}

function questionAbout(
  { name, fanOut }: DraftOffice,
  directory: Directory,
): Pick<DraftIssue, 'kind' | 'suggestion'> | undefined {
  if (fanOut === 'all') {
    const { how, offices } = rosterMembers(directory, name);
    if (how === 'named') return undefined;
    return { kind: 'unknown-roster', suggestion: `名单中没有名册“${name}”，暂按全部 ${offices.length} 个单位处理` };
  }
  if (fanOut !== null) return undefined;
  const found = findOffice(directory, name);
  switch (found.kind) {
    case 'unknown':
      return { kind: 'unknown-office', suggestion: `名单中没有“${name}”，发布时登记为新单位，请补充联络人或别名` };
    case 'ambiguous': {
      const names = found.offices.map((office) => office.name).join('、');
      return { kind: 'ambiguous-office', suggestion: `“${name}”可能是${names}，请在名单中补充别名` };
    }
    case 'found':
      if (recipientOf(directory, found.office.id).kind !== 'nobody') return undefined;
      return { kind: 'no-liaison', suggestion: `“${found.office.name}”没有联络人，请在名单中补充` };
  }
}

/** Names of offices to add so that every owner of a row has a place in the directory. */
export function officesToDeclare(report: ImportReport, directory: Directory): readonly string[] {
  const unknown = distinctOffices(report)
    .filter(({ office }) => office.fanOut === null && findOffice(directory, office.name).kind === 'unknown')
    .map(({ office }) => office.name);
  return distinctOfficeNames(unknown);
}

/** Each name once, upstream leads left out: they are not ours. */
function distinctOffices(report: ImportReport): readonly { office: DraftOffice; task: string | null; place: string }[] {
  const seen = new Map<string, { office: DraftOffice; task: string | null; place: string }>();
  for (const { offices, no, source } of report.tasks) {
    for (const office of offices) {
      if (office.role !== 'upstream' && !seen.has(office.name))
        seen.set(office.name, { office, task: no, place: source.place });
    }
  }
  return [...seen.values()];
}
