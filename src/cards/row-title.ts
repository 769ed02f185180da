import { plain } from './escape-markdown.ts';
import { clip, numberWords } from './words.ts';

/** What names a row on a card; `event` is the title of the registered event that it is about. */
export interface NamedLine {
  readonly no: string | null;
  readonly text: string;
  readonly event?: string | null;
}

/** `12 公开批复信息（某路改造批复）`: the text is cut where it is long, the event stays in sight. */
export function rowTitle({ no, text, event = null }: NamedLine, length: number): string {
  const number = no === null ? '' : `${plain(clip(numberWords(no), 12))}　`;
  const about = event === null ? '' : `（${plain(clip(event, 24))}）`;
  return `${number}${plain(clip(text, length))}${about}`;
}
