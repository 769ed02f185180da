import iconv from 'iconv-lite';
import { startsWith } from './byte-marks.ts';

type Encoding = 'utf8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Enough of a text to tell its encoding. */
const SAMPLE_BYTES = 16_384;
/** Every second byte of Latin letters in UTF-16 is zero. */
const ZEROS_OF_LATIN = 0.3;
const ONE_SIDED = 0.95;
/** The characters that every Chinese text is full of, in both scripts. */
const COMMON = new Set(
  `的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过产种面而方后多定行学法所民得经十三之进等部度家
  理起小现实加量都体制机当使点从业本性好应开合还因由其前外政四日社事平形相全表间与关各重新内数正原利或质第向道条结解问意建月公无情者最立代
  已通并提题党程展五员革位入常文总次式活设及管特件长求基资流路级统接组见计期根论运农指九区强放决任取据处给保治百规领七口导增联认六共权收证改
  清转更单教带安场务具每目至达积示议报完类八名确科信节整今集传步群广需研织持众书布容际商深难近千周委技备半办省列约支团市除构府称准号率维划
  选标存效院查按格置层专状育识适属包调满县局参引该严牵头责落印附项时限配督审批窗
  國這個為來時們學經進現實體機當點從業應開還與關內數質條結問無題黨員總設長資統組見計論運農區強決處給規領導增聯認權證單場務達積議報類確節傳廣
  眾書際難備辦約團構稱準號維劃選標專狀識屬調滿縣參該嚴牽頭責項時審`.replace(/\s/g, ''),
);
/** Where so many of the characters are common ones, the encoding is believed. */
const BELIEVABLE = 0.25;
/** A guess against the usual encoding has to be much better. */
const CLEARLY_BETTER = 1.3;

/** A Chinese text in whatever encoding it was saved; marks at its beginning taken off. It may still hold what is no text. */
export function decodeChinese(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = markedEncoding(bytes);
  if (marked) return iconv.decode(buffer, marked);
  const wide = wideEncoding(bytes);
  if (wide) return iconv.decode(buffer, wide);
  const isUtf8 = isValidUtf8(bytes);
  // No text in UTF-8 has a zero, but a broken one may.
  if (isUtf8 && !bytes.includes(0)) return iconv.decode(buffer, 'utf8');
  return iconv.decode(buffer, likeliest(buffer, isUtf8 ? 'utf8' : 'gb18030'));
}

/** The encoding that the first bytes name. */
export function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  return MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0];
}

/** Mostly Latin letters in UTF-16: their zero bytes stand on one side. */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  if (first + second < sample.length * ZEROS_OF_LATIN) return undefined;
  if (second >= (first + second) * ONE_SIDED) return 'utf-16le';
  return first >= (first + second) * ONE_SIDED ? 'utf-16be' : undefined;
}

export function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function likeliest(buffer: Buffer, usual: Encoding): Encoding {
  const sample = buffer.subarray(0, SAMPLE_BYTES);
  let best = usual;
  let most = plausibility(iconv.decode(sample, usual));
  for (const encoding of ['utf8', 'big5', 'utf-16le', 'utf-16be'] as const) {
    const score = plausibility(iconv.decode(sample, encoding));
    if (score < BELIEVABLE || score <= most * CLEARLY_BETTER) continue;
    best = encoding;
    most = score;
  }
  return best;
}

/** Share of common characters among those that are not ASCII. */
function plausibility(text: string): number {
  let common = 0;
  let all = 0;
  for (const char of text) {
    if (char <= '\u007f') continue;
    all += 1;
    if (COMMON.has(char)) common += 1;
  }
  return all === 0 ? 0 : common / all;
}
