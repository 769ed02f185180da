import { sendMyTasks } from '../../app/my-tasks.ts';
import { RETURN_REASON_WORDS } from '../../cards/act-text.ts';
import { proofMissingText } from '../../cards/answer-text.ts';
import { ASK_FIELD } from '../../cards/ask-form.ts';
import { ATTRIBUTES, parseProofForm, proofErrorText } from '../../cards/proof-form.ts';
import { latestAct } from '../../domain/ledger/decide-act.ts';
import type { ReplyDraft } from '../../domain/ledger/decide-reply.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Proof } from '../../domain/ledger/proof.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { readReport } from '../../domain/words/read-report.ts';
import { actorOf, type Said } from './answer.ts';

/** 完成 N of a returned row: the words bring along what was missing, as the form of the card would have asked for it. */
export function proofDraft(
  part: Part,
  proof: Proof,
  rest: string,
): Outcome<ReplyDraft, { readonly kind: 'missing-words'; readonly text: string }> {
  const { note, link } = readReport(rest);
  const attribute = proof.attribute ? ATTRIBUTES.find((each) => note.includes(each)) : undefined;
  const sentence = attribute === undefined ? note : note.replace(/(?:公开属性)?[：:]?/u, '').replace(attribute, '');
  const brought = parseProofForm(
    {
      [ASK_FIELD.note]: sentence.replace(/^[\s,，;；。]+/u, ''),
      [ASK_FIELD.link]: link ?? '',
      [ASK_FIELD.attribute]: attribute ?? null,
    },
    proof,
  );
  if (brought.ok) return ok({ ...brought.value, state: 'done', percent: null, helpFrom: null });
  const reasons = (latestAct(part, 'return')?.reasons ?? []).map((reason) => RETURN_REASON_WORDS[reason]);
  return refused({ kind: 'missing-words', text: proofMissingText(part, reasons, proofErrorText(brought.error)) });
}

/** The list with the row on it, where its form asks for what is missing. */
export async function sendListWithForm(from: Said): Promise<void> {
  await sendMyTasks(from.deps, actorOf(from, 'list'));
}
