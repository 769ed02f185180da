import { annualMarkdown, annualPaper } from '../../cards/paper-annual.ts';
import { type CivilDate, civil, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import { markedRows } from '../../domain/look-back/row-mark.ts';
import { yearFigures } from '../../domain/reports/year-figures.ts';
import { fileNameOf } from '../review/check-sheet.ts';
import type { PaperNeeds } from './load-paper-month.ts';
import type { Paper } from './paper.ts';

/**
 * The paragraph for the year's disclosure report: the rows of one plan, what was submitted in its year, and the 整改台账 of that year,
 * which look-backs keep as a plan of its own.
 */
export async function makeAnnualParagraph(
  deps: PaperNeeds,
  { plan, format }: { readonly plan: Plan; readonly format: 'docx' | 'md' },
): Promise<Paper> {
  const today = civilDateOf(deps.clock.now());
  const span = { from: civil(`${plan.year}-01-01`), to: civil(`${plan.year}-12-31`) };
  const [own, rectified, tallies] = await Promise.all([
    loadRows(deps, plan),
    loadRectified(deps, plan),
    deps.quotas.tally(span),
  ]);
  const figures = yearFigures({
    year: plan.year,
    tasks: [...own.tasks, ...rectified.flatMap(({ tasks }) => tasks)],
    parts: [...own.parts, ...rectified.flatMap(({ parts }) => parts)],
    tallies,
    today,
  });
  const view = { figures, planTitle: plan.title, on: earlier(today, span.to) };
  const bytes =
    format === 'md'
      ? new TextEncoder().encode(annualMarkdown(view))
      : await deps.papers.writeDocument(annualPaper(view));
  return { name: `${fileNameOf(`${plan.year}年政务公开年度报告段落`)}.${format}`, bytes, remarks: [] };
}

async function loadRows(deps: PaperNeeds, { id }: Plan) {
  const [tasks, parts] = await Promise.all([
    deps.ledger.loadTasks(id),
    deps.ledger.findParts({ planId: id, publishedOnly: false, withReplies: false }),
  ]);
  return { tasks, parts };
}

/** The 整改台账 of the year: a plan of its own, whose every row says what it came from. */
async function loadRectified(deps: PaperNeeds, { id, year }: Plan) {
  const plans = await deps.ledger.listPlans();
  const others = plans.filter((other) => other.id !== id && other.year === year && other.state !== 'draft');
  const loaded = await Promise.all(others.map((other) => loadRows(deps, other)));
  return loaded.filter(({ tasks }) => markedRows(tasks).length > 0);
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}
