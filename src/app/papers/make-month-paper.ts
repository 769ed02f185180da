import { monthPaper } from '../../cards/paper-month.ts';
import { addDays } from '../../domain/calendar/civil-date.ts';
import { type Outcome, ok } from '../../domain/outcome.ts';
import type { MonthFigures } from '../../domain/reports/month-figures.ts';
import { nameHider, sensitiveWordIn } from '../../domain/reports/public-rows.ts';
import { fileNameOf } from '../review/check-sheet.ts';
import { loadPaperMonth, type MonthRefusal, type PaperNeeds } from './load-paper-month.ts';
import type { Paper } from './paper.ts';
import { issuerOf } from './paper-facts.ts';

/** 月度汇总 as `.docx`. @param request.month null for the last closed one */
export async function makeMonthPaper(
  deps: PaperNeeds,
  request: { readonly month: string | null; readonly isPublic: boolean },
): Promise<Outcome<Paper, MonthRefusal>> {
  const { isPublic } = request;
  const loaded = await loadPaperMonth(deps, request.month);
  if (!loaded.ok) return loaded;
  const { figures, plans, directory, standing } = loaded.value;
  const shown = isPublic
    ? forPublic(
        figures,
        directory.people.map(({ name }) => name),
      )
    : { figures, remarks: [] };
  const paper = monthPaper({
    ...loaded.value,
    figures: shown.figures,
    stuck: isPublic ? [] : await loadStuck(deps, figures),
    issuer: issuerOf(plans, directory),
    issuedOn: loaded.value.today,
    isPublic,
  });
  const kind = isPublic ? '（公开版）' : standing === 'draft' ? '（草稿）' : '';
  const bytes = await deps.papers.writeDocument(paper);
  return ok({ name: `${fileNameOf(paper.title)}${kind}.docx`, bytes, remarks: shown.remarks });
}

async function loadStuck(deps: PaperNeeds, { completion }: MonthFigures) {
  const parts = await deps.ledger.findParts({ ids: completion.overdue.parts, withReplies: false });
  return parts.flatMap(({ taskNo, taskText, officeName, dueOn }) =>
    dueOn === null ? [] : [{ no: taskNo, text: taskText, officeName, since: addDays(dueOn, 1) }],
  );
}

/** The same numbers; titles and headings without names and without what is not for the public. */
function forPublic(
  figures: MonthFigures,
  names: readonly string[],
): { figures: MonthFigures; remarks: readonly string[] } {
  const hider = nameHider(names);
  const titles = figures.press?.events ?? [];
  const hidden = titles.filter(({ title }) => sensitiveWordIn(title) !== null).length;
  const safe = (text: string, instead: string) => (sensitiveWordIn(text) === null ? hider.hide(text) : instead);
  const shown: MonthFigures = {
    ...figures,
    press: figures.press && {
      ...figures.press,
      events: titles.map((event) => ({ ...event, title: safe(event.title, '（主题略）') })),
    },
    areas: figures.areas.map((area) => ({ ...area, area: area.area && safe(area.area, '其他领域') })),
    corrections: [],
  };
  return {
    figures: shown,
    remarks: [
      ...(hidden > 0 ? [`${hidden}场发布会的主题含敏感字样，已略去。`] : []),
      ...(hider.count() > 0 ? [`隐去人名${hider.count()}处，请核对。`] : []),
    ],
  };
}
