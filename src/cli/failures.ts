import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DocumentError } from '../adapters/documents/document-error.ts';
import { ChatError } from '../adapters/lark/errors.ts';
import { StoreError } from '../adapters/prisma/store-error.ts';
import { MESSAGE_TEXT } from '../cards/delivery-text.ts';
import { documentSentence } from '../cards/read-failure-text.ts';
import { CliError, type ExitCode } from './io.ts';

/** What people read when the outside failed, and the exit status: never a stack trace for something they can mend. */
export function failureOf(error: unknown): { readonly sentence: string; readonly exitCode: ExitCode } {
  if (error instanceof CliError) return { sentence: error.message, exitCode: error.exitCode };
  if (error instanceof DocumentError) return { sentence: documentSentence(error.code), exitCode: 2 };
  if (error instanceof StoreError) return { sentence: storeSentence(error), exitCode: isMisuse(error) ? 2 : 1 };
  if (error instanceof ChatError) return { sentence: `飞书平台：${MESSAGE_TEXT[error.code]}。`, exitCode: 1 };
  if (isFileError(error)) return { sentence: fileSentence(error), exitCode: error.code === 'ENOSPC' ? 1 : 2 };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { sentence: `程序内部出错，请把以下内容交技术人员：${message}`, exitCode: 1 };
}

interface FileError {
  readonly code: string;
  readonly path?: string;
  readonly port?: number;
}

export function isFileError(error: unknown): error is Error & FileError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^(E[A-Z0-9]+|ERR_FS_\w+)$/.test(error.code)
  );
}

export function fileSentence({ code, path, port }: FileError): string {
  switch (code) {
    case 'ENOENT':
      return notFoundSentence(path ?? '');
    case 'ENOTDIR':
      return `${path ?? '这个路径'} 的上级不是文件夹：请检查路径。`;
    case 'EISDIR':
      return `${path ?? '这个路径'} 是文件夹：请指定其中的文件。`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `没有权限读写 ${path ?? '该文件'}：请检查文件权限。`;
    case 'EADDRINUSE':
      return `端口 ${port ?? ''} 已被占用：请用环境变量 PORT（模拟器用 --port）换一个。`;
    case 'ERR_FS_FILE_TOO_LARGE':
      return `${path ?? '文件'} 太大：请确认选对了文件，或拆分后再试。`;
    case 'ENOSPC':
      return '磁盘已满：请腾出空间后再试。';
    default:
      return `读写 ${path ?? '文件'} 失败（${code}）：请检查后再试。`;
  }
}

/** What is written needs a folder; what is read has none where its path is wrong from there. */
function notFoundSentence(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? `找不到文件 ${path}：请检查路径。` : `找不到文件夹 ${folder}：请先建好，或改写路径。`;
}

/** Whether other words on the command line or in the environment would help. */
function isMisuse({ code }: StoreError): boolean {
  return !['busy', 'disk-full', 'migration-failed', 'query-failed'].includes(code);
}

function storeSentence({ code, fields }: StoreError): string {
  const file = fields.file ?? '数据库文件';
  switch (code) {
    case 'busy':
      return `${file} 正被另一个程序占用：请稍后再试。`;
    case 'bad-url':
      return '环境变量 DATABASE_URL 的值不对：应以 file: 开头，如 file:./data/duban.db。';
    case 'migration-edited':
      return `迁移 ${fields.migration ?? ''} 在应用到数据库之后被改动过，为免损坏数据没有启动：请恢复原来的程序文件。`;
    case 'migration-failed':
      return `迁移 ${fields.migration ?? ''} 没有执行成功：请用备份恢复数据库，并将日志交技术人员。`;
    case 'database-newer':
      return `${file} 是更新版本的程序建立的（迁移 ${fields.migration ?? ''}）：请升级程序后再启动。`;
    case 'not-duban':
      return `${file} 是其他程序的数据库：请核对 DATABASE_URL。`;
    case 'database-unreadable':
      return `${file} 打不开或不是数据库：请检查路径和权限，或用备份恢复。`;
    case 'disk-full':
      return '磁盘已满：请腾出空间后再试。';
    case 'file-exists':
      return `${file} 已存在：备份不会覆盖已有文件，请换一个文件名。`;
    case 'file-missing':
      return `找不到备份文件 ${file}：请检查路径。`;
    case 'query-failed':
      return '数据库拒绝了这次操作：请将日志交技术人员。';
  }
}
