/**
 * Radicals of U+2E80 that fonts give for whole characters and that have no compatibility mapping; each is followed by the
 * character that it looks like.
 */
const RADICALS =
  '⺁厂⺄乙⺅亻⺇几⺈刀⺉刂⺊卜⺋㔾⺍小⺎兀⺏尢⺐尣⺑尤⺒巳⺓幺⺔彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺠民⺡氵⺢水⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺶羊⺷羊⺸羊⺹老⺺聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const MEANT = pairsOf(RADICALS);
/** Radicals, compatibility ideographs and Latin ligatures: never full-width punctuation or circled numbers, which are text. */
const COMPATIBILITY = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]|[\u{2f800}-\u{2fa1f}]/gu;
const UNREADABLE = /[\ufffd\ufff0-\ufff8]|\p{Co}|\p{Cn}|(?![\t\n\v\f\r])\p{Cc}/u;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** The characters that a person reads, where the font names look-alikes: ⼯ → 工, ⺠ → 民, ﬁ → fi. */
export function plainText(text: string): string {
  return text.replace(UNSEEN, '').replace(COMPATIBILITY, (char) => MEANT.get(char) ?? char.normalize('NFKC'));
}

/** A code that only the font itself could turn into a character. */
export function isUnreadable(text: string): boolean {
  return UNREADABLE.test(text);
}

function pairsOf(text: string): ReadonlyMap<string, string> {
  const chars = Array.from(text);
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < chars.length; at += 2) pairs.set(chars[at] ?? '', chars[at + 1] ?? '');
  return pairs;
}
