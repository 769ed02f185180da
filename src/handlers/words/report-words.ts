import { findOwnRows } from '../../app/find-own-rows.ts';
import { type RecordRefusal, recordReply } from '../../app/record-reply.ts';
import {
  answeredAlreadyText,
  briefRecordedText,
  briefToPrivateText,
  chooseText,
  correctByWords,
  neverEndsText,
  noSuchRowText,
  noteMissingText,
  pastAtBirthText,
  recordedText,
} from '../../cards/answer-text.ts';
import { parseReportForm } from '../../cards/report-form.ts';
import { formErrorText, refusalText } from '../../cards/text.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { latestReply, type ReplyDraft } from '../../domain/ledger/decide-reply.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { proofOf } from '../../domain/ledger/proof.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { readPastDay } from '../../domain/words/read-past-day.ts';
import { readReport } from '../../domain/words/read-report.ts';
import { standingToast } from '../pressed-card.ts';
import { type Answer, actorOf, type Said, type WordAnswer } from './answer.ts';
import { proofDraft, sendListWithForm } from './proof-words.ts';

export type ReportKind = 'done' | 'progress' | 'trouble' | 'seen';

/** 完成 N, 进展 N 一句话 60%, 困难 N 一句话, 签收 N: an answer about one open part of the person's own. */
export async function answerReport(
  from: Said,
  { kind, no, rest }: { readonly kind: ReportKind; readonly no: string | null; readonly rest: string },
): Promise<Answer> {
  const found = await findOwnRows(from.deps, { actorOpenId: from.message.senderOpenId, no, words: rest });
  if (!found.ok) return { text: refusalText(found.error) };
  const rows = found.value;
  switch (rows.kind) {
    case 'none':
      return privately(noSuchRowText(kind, no, rows.open));
    case 'closed':
      return privately(closedText(rows.part));
    case 'several': {
      const today = civilDateOf(from.deps.clock.now());
      return privately(chooseText(kind, no ?? '', rows.choices, today));
    }
    case 'one':
      return record(from, { kind, part: rows.part, rest: rows.rest });
  }
}

async function record(
  from: Said,
  { kind, part, rest }: { readonly kind: ReportKind; readonly part: Part; readonly rest: string },
): Promise<Answer> {
  const today = civilDateOf(from.deps.clock.now());
  if (part.pastAtBirth && kind !== 'seen' && !(kind === 'done' && readPastDay(rest, today))) {
    return privately(pastAtBirthText(part));
  }
  if (kind === 'seen' && latestReply(part)) return privately(answeredAlreadyText(part));
  const proof = kind === 'done' ? proofOf(part) : null;
  const draft = proof ? proofDraft(part, proof, rest) : draftOf(kind, rest);
  if (!draft.ok) {
    if (proof) await sendListWithForm(from);
    return privately(draft.error.text);
  }
  const completedOn = part.pastAtBirth && kind === 'done' ? readPastDay(rest, today) : undefined;
  const recorded = await recordReply(from.deps, {
    ...actorOf(from, 'answer'),
    partId: part.id,
    version: part.version,
    draft: completedOn ? { ...draft.value, note: '', completedOn } : draft.value,
    card: undefined,
  });
  if (!recorded.ok) return privately(refusedText(recorded.error, part));
  const { percent, links } = recorded.value.reply;
  return {
    text: recordedText(kind, part, { percent, link: links[0] ?? null }),
    brief: briefRecordedText(kind, part),
  };
}

interface MissingWords {
  readonly kind: 'missing-words';
  readonly text: string;
}

/** What was said, as the form of a card would have taken it; else what is missing. */
function draftOf(kind: ReportKind, rest: string): Outcome<ReplyDraft, MissingWords> {
  const nothing = { note: '', links: [], percent: null, helpFrom: null };
  if (kind === 'seen') return ok({ ...nothing, state: 'acknowledged' });
  const { note, percent, link } = readReport(rest);
  if (kind === 'done' && note === '' && link === null) return ok({ ...nothing, state: 'done' });
  if (kind === 'trouble' ? note === '' : note === '' && percent === null && link === null) {
    return refused({ kind: 'missing-words', text: noteMissingText(kind) });
  }
  const form = parseReportForm(
    { note, percent: percent ?? '', link: link ?? '' },
    kind === 'trouble' ? 'trouble' : 'progress',
  );
  if (!form.ok) return refused({ kind: 'missing-words', text: formErrorText(form.error) });
  const links = form.value.link === null ? [] : [form.value.link];
  return ok({
    ...nothing,
    state: kind,
    note: form.value.note,
    links,
    percent: kind === 'done' ? null : form.value.percent,
  });
}

function refusedText(refusal: RecordRefusal, part: Part): string {
  if (!('part' in refusal)) return refusalText(refusal);
  if (refusal.kind === 'never-ends') return neverEndsText(part);
  if (refusal.kind === 'other-question') return pastAtBirthText(part);
  return 'on' in refusal ? formErrorText(refusal) : closedText(refusal.part);
}

/** How it stands, and how the person's own last word can be changed. */
function closedText(part: Part): string {
  const { text } = standingToast(part);
  return part.state === 'reported' ? `${text}；${correctByWords(part)}` : text;
}

function privately(text: string): WordAnswer {
  return { text, brief: briefToPrivateText() };
}
