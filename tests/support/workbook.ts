import ExcelJS from 'exceljs';

/** The bytes of a workbook, as the library writes what was filled in. */
export async function workbookOf(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
