import type { DocumentPaper, WorkbookPaper } from '../domain/reports/paper.ts';

/** Papers as office files that Word, WPS and LibreOffice open. */
export interface PaperFile {
  /** An A4 document in official form; its charts are native ones whose numbers can be edited. */
  writeDocument(paper: DocumentPaper): Promise<Uint8Array>;
  /** A workbook to print on A4 across, its headers in view and on every page. */
  writeWorkbook(paper: WorkbookPaper): Promise<Uint8Array>;
}
