import { refusalToast, type Toast } from '../text.ts';

/** Why somebody gets no desk. */
export type DeskRefusal =
  | { readonly kind: 'unknown-person' }
  /** Reviews nothing, and no request waits for them. */
  | { readonly kind: 'nothing-to-decide' };

/** What is wrong, and what to do. */
export function deskRefusalToast(refusal: DeskRefusal): Toast {
  switch (refusal.kind) {
    case 'unknown-person':
      return refusalToast({ kind: 'unknown-person' });
    case 'nothing-to-decide':
      return { type: 'info', text: '没有待您批复的申请。审核、销号由主管机构（局办公室）办理。' };
  }
}
