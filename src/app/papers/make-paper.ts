import type { PaperKind, PaperRefusal } from '../../cards/paper-text.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { PaperNeeds } from './load-paper-month.ts';
import { makeAnnualParagraph } from './make-annual-paragraph.ts';
import { makeCircular } from './make-circular.ts';
import { makeLedger } from './make-ledger.ts';
import { makeMonthPaper } from './make-month-paper.ts';
import { makeScoreSheet } from './make-score-sheet.ts';
import type { Paper } from './paper.ts';

export type PaperFormat = 'xlsx' | 'docx' | 'csv' | 'md';

export interface PaperRequest {
  readonly kind: PaperKind;
  readonly format: PaperFormat;
  /** Null only for what is {@link OF_A_MONTH}. */
  readonly planId: string | null;
  /** `YYYY-MM`, for what is {@link OF_A_MONTH}; null for the last month that is closed. */
  readonly month: string | null;
  readonly isPublic: boolean;
}

/** Counted over every plan in force, month by month; the others are of one plan. */
export const OF_A_MONTH: readonly PaperKind[] = ['circular', 'summary'];

const FORMATS: Readonly<Record<PaperKind, readonly PaperFormat[]>> = {
  circular: ['docx'],
  summary: ['docx'],
  ledger: ['xlsx', 'csv', 'md'],
  annual: ['docx', 'md'],
  score: ['xlsx'],
};

/** What a file of each ending holds unless somebody says otherwise. */
export const USUAL_PAPER: Readonly<Record<PaperFormat, PaperKind>> = {
  xlsx: 'ledger',
  csv: 'ledger',
  docx: 'circular',
  md: 'annual',
};

/** Any paper, from the records as they stand now. */
export async function makePaper(deps: PaperNeeds, request: PaperRequest): Promise<Outcome<Paper, PaperRefusal>> {
  const { kind, format, planId, month, isPublic } = request;
  if (!FORMATS[kind].includes(format)) {
    return refused({ kind: 'not-in-this-format', paper: kind, formats: FORMATS[kind].map((each) => `.${each}`) });
  }
  if (isPublic && (kind === 'circular' || kind === 'score')) return refused({ kind: 'not-public', paper: kind });
  const plans = await deps.ledger.listPlans();
  const plan = plans.find(({ id }) => id === planId);
  const unknown = refused({ kind: 'unknown-plan' as const, id: planId ?? '', known: plans.map(({ id }) => id) });
  if (planId !== null && !plan) return unknown;
  switch (kind) {
    case 'circular':
      return makeCircular(deps, month);
    case 'summary':
      return makeMonthPaper(deps, { month, isPublic });
    case 'ledger':
    case 'annual':
    case 'score':
      return plan ? ok(await makePlanPaper(deps, plan, { kind, format, isPublic })) : unknown;
  }
}

function makePlanPaper(
  deps: PaperNeeds,
  plan: Plan,
  request: { readonly kind: 'ledger' | 'annual' | 'score'; readonly format: PaperFormat; readonly isPublic: boolean },
): Promise<Paper> {
  const { kind, format, isPublic } = request;
  switch (kind) {
    case 'ledger':
      return makeLedger(deps, { plan, format: format === 'docx' ? 'xlsx' : format, isPublic });
    case 'annual':
      return makeAnnualParagraph(deps, { plan, format: format === 'md' ? 'md' : 'docx' });
    case 'score':
      return makeScoreSheet(deps, plan);
  }
}
