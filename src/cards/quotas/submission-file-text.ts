import { said } from '../answer-text.ts';
import type { Toast } from '../text.ts';
import { clip } from '../words.ts';

/** Why a file is neither imported as a plan nor attached to a 报送. */
export type FileRefusal =
  | { readonly kind: 'unknown-person' | 'no-office' }
  | { readonly kind: 'no-quota'; readonly officeNames: readonly string[] }
  | { readonly kind: 'file-empty' | 'file-too-large' | 'file-gone' };

const PLANS = '导入计划由管理员或主管机构办理';

/** Said to whoever sent the file. */
export function fileRefusalText(refusal: FileRefusal, fileName: string): string {
  const what = named(fileName);
  switch (refusal.kind) {
    case 'unknown-person':
      return `没有收下${what}：通讯录里没有您的联络人信息，不能报送；${PLANS}。如应由您办理，请联系局办公室登记。`;
    case 'no-office':
      return `没有收下${what}：您名下没有处室，不能代为报送；${PLANS}。如应由您办理，请联系局办公室登记。`;
    case 'no-quota':
      return `没有收下${what}：计划没有要求${offices(refusal.officeNames)}报送，有链接的可以发“报送 标题 链接”；${PLANS}。`;
    case 'file-empty':
      return `没有收下${what}：文件是空的。请确认选对了文件，重新发送。`;
    case 'file-too-large':
      return `没有收下${what}：文件超过 30 MB，审核时打不开。请压缩或拆分后重新发送，或发“报送 标题 链接”。`;
    case 'file-gone':
      return `没有收下${what}：平台没有给出文件内容。请重新发送一次；仍不成功，请发“报送 标题 链接”，或联系局办公室。`;
  }
}

/** Said to whoever asked for the file of a 报送. */
export function unsendableFileText(
  { kind }: Extract<FileRefusal, { readonly kind: 'file-empty' | 'file-too-large' | 'file-gone' }>,
  submission: { readonly fileName: string; readonly personName: string; readonly officeName: string | null },
): string {
  const { personName, officeName } = submission;
  const who = `${said(personName, 10)}${officeName === null ? '' : `（${said(officeName, 16)}）`}`;
  const what = named(submission.fileName);
  switch (kind) {
    case 'file-empty':
      return `附件${what}是空文件。请联系${who}重新报送。`;
    case 'file-too-large':
      return `附件${what}超过 30 MB，不能转发。请联系${who}另行提供。`;
    case 'file-gone':
      return `附件${what}已取不到：发送人可能撤回了文件，或平台已不再保存。请联系${who}另行提供。`;
  }
}

/** Answers to a press on 查看附件. */
export type FileAnswer =
  | { readonly kind: 'queued' | 'gone' | 'no-file' }
  | { readonly kind: 'not-permitted'; readonly officeName: string };

export function fileToast(answer: FileAnswer): Toast {
  switch (answer.kind) {
    case 'queued':
      return { type: 'success', text: '附件随后发给您' };
    case 'gone':
      return { type: 'warning', text: '这条报送已不在记录中。发“本月报送”，看现在的情况。' };
    case 'no-file':
      return { type: 'info', text: '这条报送没有附件' };
    case 'not-permitted':
      return {
        type: 'warning',
        text: `附件由${clip(answer.officeName, 16)}和局办公室查看。如需要，请联系局办公室。`,
      };
  }
}

/** What else may be sent to the bot, said to whoever sent something that it cannot look into. */
export function unreadableText(kind: string, sender: 'administrator' | 'submitter' | 'other'): string {
  switch (sender) {
    case 'administrator':
      return `看不了${kind}。请把工作要点作为文件发来（Word、Excel、PDF、网页或文本）。`;
    case 'submitter':
      return `看不了${kind}。要报送的，请作为文件发来，或发“报送 标题 链接”。`;
    case 'other':
      return `看不了${kind}。发“帮助”，看可以发什么。`;
  }
}

function named(fileName: string): string {
  const name = said(fileName, 40);
  return name === '' ? '这个文件' : `“${name}”`;
}

function offices(names: readonly string[]): string {
  return said(names.join('、'), 30);
}
