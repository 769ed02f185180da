import type { Block, SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { findDroppedCharacters } from './doc/dropped-characters.ts';
import { readListUses } from './doc/list-definitions.ts';
import { openWordFile } from './doc/open-word-file.ts';
import { ParagraphPropertyReader } from './doc/paragraph-properties.ts';
import { readWordText } from './doc/piece-table.ts';
import { toBlocks } from './doc/word-blocks.ts';
import { nestTables } from './doc/word-content.ts';
import type { WordFib } from './doc/word-fib.ts';
import { readParagraphs } from './doc/word-paragraphs.ts';
import { DocumentError } from './document-error.ts';

/**
 * Word 97–2003 files, also those that WPS saves: the text with its tables and automatic numbers. Deleted and hidden text,
 * comments, headers and footers are left out; notes and text boxes follow the text.
 *
 * Source: [MS-DOC], the published specification of the format.
 */
export class DocDocumentReader implements DocumentReader {
  async read({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const blocks = readBlocks(bytes);
    if (blocks.length === 0) throw new DocumentError('empty');
    return { name, blocks };
  }
}

function readBlocks(bytes: Uint8Array): readonly Block[] {
  const file = openWordFile(bytes);
  const wordText = readWordText(file);
  const dropped = findDroppedCharacters(file, wordText);
  const properties = new ParagraphPropertyReader(file, wordText.pieces);
  const lists = readListUses(file.table, file.fib.lists, file.fib.listOverrides);
  return storiesOf(file.fib).flatMap(({ from, to, label }) => {
    const paragraphs = readParagraphs({ text: wordText.text, from, to }, dropped, properties, lists);
    return toBlocks(nestTables(paragraphs), { paragraphs: 0, tables: 0 }, label);
  });
}

/** The stories that a person reads as part of the document. */
function storiesOf({
  lengths,
}: WordFib): readonly { readonly from: number; readonly to: number; readonly label: string }[] {
  const { main, footnotes, headers, macros, comments, endnotes, textBoxes } = lengths;
  const afterNotes = main + footnotes;
  const beforeEndnotes = afterNotes + headers + macros + comments;
  return [
    { from: 0, to: main, label: '' },
    { from: main, to: afterNotes, label: '脚注' },
    { from: beforeEndnotes, to: beforeEndnotes + endnotes, label: '尾注' },
    { from: beforeEndnotes + endnotes, to: beforeEndnotes + endnotes + textBoxes, label: '文本框' },
  ];
}
