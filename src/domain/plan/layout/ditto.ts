import { fold, squeeze } from '../phrases/fold.ts';

const DITTO = /^\(?(?:同上|同前|同左|〃|"|″|”)\)?$/;
/** One of which every ditto has; most cells have none, and looking is cheaper. */
const MARK = /[同〃"″”]/;
const LONGEST = 20;

/** 同上, 〃: what stands above. */
export function isDitto(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST && MARK.test(text) && DITTO.test(fold(squeeze(text)));
}
