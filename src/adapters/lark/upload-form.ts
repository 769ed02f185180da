import { extname } from 'node:path';

/** FS/uAjLw4CM/ukTMukTMukTM/reference/im-v1/file/create: what the client shows a preview for; anything else is a `stream`. */
const FILE_TYPES: ReadonlyMap<string, string> = new Map([
  ['.pdf', 'pdf'],
  ['.doc', 'doc'],
  ['.docx', 'doc'],
  ['.xls', 'xls'],
  ['.xlsx', 'xls'],
  ['.ppt', 'ppt'],
  ['.pptx', 'ppt'],
]);

/** The form that uploads a file under a name that a person reads. */
export function uploadForm(name: string, bytes: Uint8Array): FormData {
  const extension = extname(name).toLowerCase();
  const form = new FormData();
  form.set('file_type', FILE_TYPES.get(extension) ?? 'stream');
  form.set('file_name', nameToShow(name));
  // The part needs some name to be a file at all; only `file_name` is shown, and only plain letters survive every server.
  const partName = /^\.[a-z0-9]{1,8}$/.test(extension) ? `file${extension}` : 'file';
  form.set('file', new Blob([new Uint8Array(bytes)]), partName);
  return form;
}

/** One line, and no folder in front. */
function nameToShow(name: string): string {
  const oneLine = name
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[/\\]/g, '_')
    .trim();
  return oneLine === '' ? '文件' : oneLine;
}
