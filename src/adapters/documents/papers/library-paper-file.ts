import type { PaperFile } from '../../../ports/paper-file.ts';
import { writeDocument } from './write-document.ts';
import { writeWorkbook } from './write-workbook.ts';

/** {@link PaperFile} with docx and exceljs. */
export class LibraryPaperFile implements PaperFile {
  writeDocument(...[paper]: Parameters<PaperFile['writeDocument']>): Promise<Uint8Array> {
    return writeDocument(paper);
  }

  writeWorkbook(...[paper]: Parameters<PaperFile['writeWorkbook']>): Promise<Uint8Array> {
    return writeWorkbook(paper);
  }
}
