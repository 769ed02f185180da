import type { Proof } from '../domain/ledger/proof.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { ASK_FIELD } from './ask-form.ts';
import { type FormError, LONGEST, readLink, textOf } from './report-form.ts';
import { formErrorText } from './text.ts';
import { tidy } from './words.ts';

/** 公开属性: the three that there are. */
export const ATTRIBUTES = ['主动公开', '依申请公开', '不予公开'] as const;

export type ProofError =
  | { readonly kind: 'attribute-missing' | 'grounds-missing' | 'link-missing' | 'nothing-brought' }
  | Extract<FormError, { readonly kind: 'note-too-long' | 'link-invalid' }>;

/** What a returned row brings along: one sentence of it all for the record, and the address. */
export interface BroughtProof {
  readonly note: string;
  readonly links: readonly string[];
}

/** Reads the form of 办结 after 退文. Absent, null and empty fields mean the same. */
export function parseProofForm(
  fields: Readonly<Record<string, unknown>>,
  proof: Proof,
): Outcome<BroughtProof, ProofError> {
  const note = tidy(textOf(fields[ASK_FIELD.note]));
  const typedLink = tidy(textOf(fields[ASK_FIELD.link]));
  const attribute = ATTRIBUTES.find((each) => each === fields[ASK_FIELD.attribute]);
  const link = typedLink === '' ? null : readLink(typedLink);
  const length = Array.from(note).length;
  if (length > LONGEST.note) return refused({ kind: 'note-too-long', length, longest: LONGEST.note });
  if (proof.attribute && !attribute) return refused({ kind: 'attribute-missing' });
  if (note === '' && (proof.grounds || attribute === '不予公开')) return refused({ kind: 'grounds-missing' });
  if (link === undefined) return refused({ kind: 'link-invalid' });
  if (proof.link && link === null) return refused({ kind: 'link-missing' });
  if (proof.materials && link === null && note === '') return refused({ kind: 'nothing-brought' });
  const said = [attribute === undefined || !proof.attribute ? '' : `公开属性：${attribute}`, note];
  return ok({ note: said.filter((part) => part !== '').join('；'), links: link === null ? [] : [link] });
}

/** The one line in the form that says what is missing. */
export function proofErrorText(error: ProofError): string {
  switch (error.kind) {
    case 'attribute-missing':
      return '请选择公开属性';
    case 'grounds-missing':
      return '不予公开的，请写明理由和依据';
    case 'link-missing':
      return '请填写公开页面的网址';
    case 'nothing-brought':
      return '请写明补了什么，或填材料的网址';
    case 'note-too-long':
    case 'link-invalid':
      return formErrorText(error);
  }
}
