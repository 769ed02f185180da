import { circularPaper } from '../../cards/paper-circular.ts';
import { type Outcome, ok } from '../../domain/outcome.ts';
import { NEWS } from '../../domain/quotas/matter.ts';
import { monthProblems } from '../../domain/reports/month-problems.ts';
import { fileNameOf } from '../review/check-sheet.ts';
import { loadPaperMonth, type MonthRefusal, type PaperNeeds } from './load-paper-month.ts';
import type { Paper } from './paper.ts';
import { addresseeOf, issuerOf } from './paper-facts.ts';

/** 通报 on a month's submissions as `.docx`. @param month null for the last closed one */
export async function makeCircular(deps: PaperNeeds, month: string | null): Promise<Outcome<Paper, MonthRefusal>> {
  const loaded = await loadPaperMonth(deps, month);
  if (!loaded.ok) return loaded;
  const { figures, plans, directory, standing } = loaded.value;
  const submissions = await deps.quotas.findSubmissions({ span: figures.span, matter: NEWS });
  const owing = new Set(figures.news?.offices.map(({ officeId }) => officeId));
  const paper = circularPaper({
    ...loaded.value,
    problems: monthProblems(submissions),
    addressee: addresseeOf(directory.offices.filter(({ id }) => owing.has(id))),
    issuer: issuerOf(plans, directory),
    issuedOn: loaded.value.today,
  });
  const bytes = await deps.papers.writeDocument(paper);
  return ok({ name: `${fileNameOf(paper.title)}${standing === 'draft' ? '（草稿）' : ''}.docx`, bytes, remarks: [] });
}
