import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { actOnSubmission } from '../app/quotas/act-on-submission.ts';
import { askForFile } from '../app/quotas/ask-for-file.ts';
import { openDutyForm } from '../app/quotas/open-duty-form.ts';
import { openMyQuotas, turnMyQuotas } from '../app/quotas/open-my-quotas.ts';
import { keepDraft, openSubmissionForm, sendSubmission } from '../app/quotas/open-submission.ts';
import { reportNothing } from '../app/quotas/report-nothing.ts';
import type {
  QuotasMine,
  QuotasNone,
  SubmissionFile,
  SubmissionForm,
  SubmissionOpen,
  SubmissionPlan,
  SubmissionStep,
} from '../cards/actions.ts';
import { fileToast } from '../cards/quotas/submission-file-text.ts';
import { submissionValues } from '../cards/quotas/submission-form.ts';
import { actDoneText, nilRefusalText, submitRefusalText } from '../cards/quotas/submission-text.ts';
import { doneToast, refusalToast, type Toast } from '../cards/text.ts';
import { parseCivilDate } from '../domain/calendar/civil-date.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import { personByOpenId } from '../domain/directory/answering.ts';
import type { CardReply } from '../ports/inbound.ts';
import { type Press, withCard } from './pressed-card.ts';
import { refusedAct } from './submission-reply.ts';

type SubmissionAction =
  | z.infer<typeof SubmissionOpen>
  | z.infer<typeof SubmissionPlan>
  | z.infer<typeof SubmissionForm>
  | z.infer<typeof SubmissionStep>
  | z.infer<typeof SubmissionFile>
  | z.infer<typeof QuotasMine>
  | z.infer<typeof QuotasNone>;

/** 报送 and 本月报送 of an office. */
export async function handleSubmission(
  deps: Deps,
  { action, press, card }: Press<SubmissionAction>,
): Promise<CardReply> {
  switch (action.a) {
    case 'submission.open': {
      const opened = await openSubmissionForm(deps, { ...press, submissionId: action.s ?? null });
      if (!opened.ok) return { toast: warning(submitRefusalText(opened.error)), card: null };
      return { toast: doneToast({ kind: 'list-sent' }), card: null };
    }
    case 'submission.plan': {
      const on = action.d === undefined ? null : (parseCivilDate(action.d) ?? null);
      const opened = await openDutyForm(deps, { ...press, ruleId: action.r, officeId: action.o ?? null, on });
      if (!opened.ok) return { toast: warning(submitRefusalText(opened.error)), card: null };
      return { toast: doneToast({ kind: 'list-sent' }), card: null };
    }
    case 'submission.send':
    case 'submission.cancel':
      return onForm(deps, { action, press, card });
    case 'submission.withdraw':
    case 'submission.restore':
      return change(deps, { action, press, card });
    case 'submission.file': {
      const asked = await askForFile(deps, { ...press, submissionId: action.s });
      return { toast: fileToast(asked.ok ? { kind: 'queued' } : asked.error), card: null };
    }
    case 'quotas.mine':
      return turnQuotas(deps, { action, press, card });
    case 'quotas.none':
      return nothing(deps, { action, press, card });
  }
}

async function onForm(deps: Deps, { action, press, card }: Press<z.infer<typeof SubmissionForm>>): Promise<CardReply> {
  if (card?.kind !== 'submission') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  if (!(await isOwn(deps, card, press.actorOpenId))) {
    return { toast: warning(submitRefusalText({ kind: 'not-your-card' })), card: null };
  }
  const { draft } = card.ui;
  if (card.subject != null) return withCard(deps, { type: 'info', text: '这条已收到，无需重复提交' }, card);
  if (!draft) {
    return withCard(deps, { type: 'info', text: '这次报送已取消；要报送请点“再报一条”' }, card);
  }
  const { actorOpenId, eventId } = press;
  if (action.a === 'submission.cancel') {
    await keepDraft(deps, { card, eventId, draft: null });
    return withCard(deps, { type: 'info', text: '已取消，没有提交' }, card);
  }
  const typed = submissionValues(press.form, draft);
  const sent = await sendSubmission(deps, { card, actorOpenId, eventId, draft: typed });
  if (sent.ok) {
    const text = sent.value ? '已收到，待局办公室审核' : '这条已收到，无需重复提交';
    return withCard(deps, { type: sent.value ? 'success' : 'info', text }, card);
  }
  if (sent.error.kind === 'form') return withCard(deps, warning(sent.error.text), card);
  return { toast: warning(submitRefusalText(sent.error)), card: null };
}

async function change(deps: Deps, { action, press, card }: Press<z.infer<typeof SubmissionStep>>): Promise<CardReply> {
  const kind = action.a === 'submission.withdraw' ? 'withdraw' : 'reopen';
  const { actorOpenId, eventId } = press;
  const acted = await actOnSubmission(deps, {
    submissionId: action.s,
    version: action.n,
    kind,
    reason: '',
    actorOpenId,
    eventId,
    card,
  });
  if (!acted.ok) return refusedAct(deps, acted.error, card);
  return withCard(deps, { type: 'success', text: actDoneText(kind, acted.value) }, card);
}

/** Its pages are turned by the person whose card it is; for others it sends their own. */
async function turnQuotas(deps: Deps, { action, press, card }: Press<z.infer<typeof QuotasMine>>): Promise<CardReply> {
  const { actorOpenId, eventId } = press;
  const month = action.m ?? card?.ui.month;
  if (card?.kind === 'my-quotas' && month !== undefined && (await isOwn(deps, card, actorOpenId))) {
    await turnMyQuotas(deps, { card, page: action.g ?? 1, month, eventId });
    return withCard(deps, null, card);
  }
  const opened = await openMyQuotas(deps, press);
  if (!opened.ok) return { toast: warning(submitRefusalText(opened.error)), card: null };
  return { toast: doneToast({ kind: 'list-sent' }), card: null };
}

async function nothing(deps: Deps, { action, press, card }: Press<z.infer<typeof QuotasNone>>): Promise<CardReply> {
  const { t: matter, o: officeId } = action;
  const reported = await reportNothing(deps, { ...press, matter, officeId, card: card ?? null });
  if (reported.ok) return withCard(deps, { type: 'success', text: '已记零报告，可在下面撤回' }, card);
  const { error } = reported;
  if (error.kind === 'unknown-person' || error.kind === 'no-office') {
    return { toast: warning(submitRefusalText(error)), card: null };
  }
  return withCard(deps, { type: 'info', text: nilRefusalText(error, matter) }, card);
}

async function isOwn(deps: Deps, card: SentCard, openId: string): Promise<boolean> {
  return personByOpenId(await deps.directory.load(), openId)?.id === card.personId;
}

function warning(text: string): Toast {
  return { type: 'warning', text };
}
