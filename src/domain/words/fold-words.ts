const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    '務务審审實实況况辦办結结進进難难簽签請请銷销幫帮說说開开處处號号項项點点條条個个過过週周禮礼發发報报煩烦業业樣样單单觸触離离崗岗際际給给謝谢閱阅標标錄录導导後后從从臺台啟启顯显詢询麼么參参選选認认確确補补蹤踪兩两萬万協协調调總总記记復复',
  ).flatMap((character, index, all) => (index % 2 === 0 ? [[character, all[index + 1] ?? character]] : [])),
);

/**
 * What people type, so that commands can be looked for in it: full-width letters and marks as half-width ones, Latin letters small,
 * traditional characters of our commands as simplified ones. Every UTF-16 unit keeps its place, so what is found at a place in the
 * folded text stands at the same place in the original.
 */
export function foldWords(text: string): string {
  return text.replace(
    /[\u3000\u00a0\u3001\u3002\u300c-\u300f\uff01-\uff5e\u2010-\u2015\u201c\u201d\u4e00-\u9fffA-Z]/g,
    foldOne,
  );
}

function foldOne(character: string): string {
  if (character === '\u3000' || character === '\u00a0') return ' ';
  if (character === '。') return '.';
  if (/[\u2010-\u2015]/.test(character)) return '-';
  if (/[“”「」『』]/.test(character)) return '"';
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (code < 0x80) return character.toLowerCase();
  return TRADITIONAL[character] ?? character;
}

const DIGITS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** `12`, `十二`, `两` up to ninety-nine; undefined for anything else. */
export function readCount(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const tens = /^([一二两三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (tens) return (DIGITS[tens[1] ?? '一'] ?? 1) * 10 + (tens[2] === undefined ? 0 : (DIGITS[tens[2]] ?? 0));
  return text.length === 1 ? DIGITS[text] : undefined;
}
