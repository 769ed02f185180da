import type { DocumentFailureCode } from '../domain/plan/document-failure.ts';
import type { PlanRefusal } from '../domain/plan/read-plan.ts';

/** What is wrong with a document; say before it which one. */
export function documentSentence(code: DocumentFailureCode): string {
  switch (code) {
    case 'unknown-format':
      return '认不出这个文件的格式：请另存为 .docx、.xlsx、.pdf 或 .txt 后再试。';
    case 'format-not-yet':
      return '不支持这种格式：请另存为 .xlsx 或 .csv 后再试。';
    case 'empty':
      return '文件是空的，没有文字：请确认选对了文件。';
    case 'too-large':
      return '文件太大（上限 30 MB，解压后另有上限）：请确认选对了文件，或拆分后再试。';
    case 'damaged':
      return '文件已损坏或不完整：请重新保存或重新下载后再试。';
    case 'encrypted':
      return '文件设有密码：请先去掉密码再试。';
    case 'no-text':
      return '文件里只有图片，没有文字（可能是扫描件）：请提供电子版，或先做文字识别。';
    case 'old-excel':
      return '这是旧版 Excel 文件（.xls）：请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。';
    case 'rtf':
      return '这是 RTF 文件：请用 Word 或 WPS 打开，另存为 .docx 后再试。';
  }
}

/** Why a document that could be read is no plan for the ledger. @param otherwise what to do about a missing year */
export function planRefusalSentence(
  refusal: PlanRefusal | { readonly kind: 'nothing-read' },
  fileName: string,
  otherwise: string,
): string {
  switch (refusal.kind) {
    case 'not-a-plan':
      return `${fileName} 里没有读到工作任务：请确认是带有任务、责任单位的分工方案，而不是通知或名单。`;
    case 'nothing-read':
      return `${fileName} 里没有读到任何一行任务：请确认表格完整，或另存为 .txt 后再试。`;
    case 'year-missing':
      return `${fileName} 的标题和正文都没有写明年度：${otherwise}`;
  }
}
