import type { ImportReport } from '../../domain/plan/import-report.ts';

/** The report as scripts know it: what only the ledger needs (the print, the layout, positions) stays inside. */
export function importJson({ plan, tasks, issues }: ImportReport) {
  return {
    plan,
    tasks: tasks.map(({ no, area, text, offices, people, rules, source, notes }) => ({
      no,
      area,
      text,
      offices,
      people,
      rules,
      source,
      notes,
    })),
    issues: issues.map(({ no, kind, task, phrases, suggestion }) => ({ no, kind, task, phrases, suggestion })),
  };
}
