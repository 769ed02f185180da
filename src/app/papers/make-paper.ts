import type { PaperKind, PaperRefusal } from '../../cards/paper-text.ts';
import { type Outcome, refused } from '../../domain/outcome.ts';
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
  /** Null only for 通报 and 月度汇总, which count every plan in force. */
  readonly planId: string | null;
  /** `YYYY-MM` for 通报 and 月度汇总; null for the last month that is closed. */
  readonly month: string | null;
  readonly isPublic: boolean;
}

type PlanPaperRequest = Omit<PaperRequest, 'kind' | 'planId' | 'month'> & {
  readonly kind: Exclude<PaperKind, 'circular' | 'summary'>;
  readonly planId: string;
};

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
  const plans = (await deps.ledger.listPlans()).map(({ id }) => id);
  if (planId !== null && !plans.includes(planId)) return refused({ kind: 'unknown-plan', id: planId, known: plans });
  switch (kind) {
    case 'circular':
      return makeCircular(deps, month);
    case 'summary':
      return makeMonthPaper(deps, { month, isPublic });
    case 'ledger':
    case 'annual':
    case 'score':
      if (planId === null) return refused({ kind: 'unknown-plan', id: '', known: plans });
      return makePlanPaper(deps, { kind, format, planId, isPublic });
  }
}

function makePlanPaper(
  deps: PaperNeeds,
  { kind, format, planId, isPublic }: PlanPaperRequest,
): Promise<Outcome<Paper, PaperRefusal>> {
  switch (kind) {
    case 'ledger':
      return makeLedger(deps, { planId, format: format === 'docx' ? 'xlsx' : format, isPublic });
    case 'annual':
      return makeAnnualParagraph(deps, { planId, format: format === 'md' ? 'md' : 'docx' });
    case 'score':
      return makeScoreSheet(deps, { planId });
  }
}
