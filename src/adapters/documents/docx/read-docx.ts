import { type Block, type DocumentNote, hasText } from '../../../domain/plan/source-document.ts';
import { DocumentError } from '../document-error.ts';
import { ListCounter } from '../lists/list-counter.ts';
import { cellText, type InnerBlock, withPlaces } from './inner-block.ts';
import { levelOfStyle, readLists, type StyledList } from './list-definitions.ts';
import type { DocxPackage } from './open-package.ts';
import { readXml } from './read-xml.ts';
import type { ParagraphFormat } from './story.ts';
import { readStyles, type StyleSheet } from './style-sheet.ts';
import type { Sightings } from './walk-state.ts';
import { WordWalker } from './word-walker.ts';

/**
 * The text of a Word document as a reader sees it.
 *
 * @throws DocumentError `no-text` where there is nothing but pictures, `empty` where there is nothing, `damaged`
 */
export function readDocx(parts: DocxPackage): {
  readonly blocks: readonly Block[];
  readonly notes: readonly DocumentNote[];
} {
  const styles = readStyles(parts.styles);
  const lists = readLists(parts.numbering, styles);
  const counter = new ListCounter(lists);
  const walker = new WordWalker(
    (format) => numberOf(format, { styles, lists, counter }),
    (styleId) => styles.isHidden(styleId),
  );
  readXml(parts.main, walker);
  const body = walker.finish();
  for (const part of [parts.footnotes, parts.endnotes]) if (part) readXml(part, walker);
  const blocks = [...withPlaces(body), ...noteBlocks(walker)];
  const { sightings } = walker;
  if (!blocks.some(hasText)) {
    throw new DocumentError(sightings.pictures + sightings.foreignParts > 0 ? 'no-text' : 'empty');
  }
  return { blocks, notes: notesOf(sightings) };
}

interface Numbering {
  readonly styles: StyleSheet;
  readonly lists: ReadonlyMap<string, StyledList>;
  readonly counter: ListCounter<string>;
}

function numberOf(format: ParagraphFormat, { styles, lists, counter }: Numbering): string {
  if (format.printedNumber !== undefined) return format.printedNumber.replace(/[·\ue000-\uf8ff]/g, '');
  const ofStyle = styles.numbering(format.styleId);
  const numId = format.numId ?? ofStyle?.numId;
  if (numId === undefined || numId === '0') return '';
  const level =
    format.level ??
    (format.numId === undefined ? levelOfStyle(lists.get(numId), styles.idsOf(format.styleId)) : undefined) ??
    ofStyle?.level ??
    0;
  return counter.next(numId, level);
}

function noteBlocks({ noted, notes }: WordWalker): readonly Block[] {
  const counts = { 脚注: 0, 尾注: 0 };
  return noted.flatMap((key): readonly Block[] => {
    const kind = key.startsWith('w:endnote') ? '尾注' : '脚注';
    const inner: readonly InnerBlock[] = notes.get(key) ?? [];
    // A second reference to a note does not print it again.
    notes.delete(key);
    const text = cellText(inner);
    if (text === '') return [];
    counts[kind] += 1;
    return [{ type: 'paragraph', text, place: `${kind} ${counts[kind]}` }];
  });
}

function notesOf(sightings: Sightings): readonly DocumentNote[] {
  const notes: DocumentNote[] = [];
  if (sightings.revisions) notes.push({ kind: 'revisions-accepted', text: '文件含修订标记，按“接受全部修订”读取' });
  if (sightings.hiddenText) notes.push({ kind: 'hidden-text-ignored', text: '文件含隐藏文字，未读取' });
  if (sightings.foreignParts > 0) notes.push({ kind: 'embedded-part-ignored', text: '文件嵌有其他格式的内容，未读取' });
  if (sightings.pictures > 0)
    notes.push({ kind: 'pictures-ignored', text: `文件含 ${sightings.pictures} 张图片，图片中的文字未读取` });
  return notes;
}
