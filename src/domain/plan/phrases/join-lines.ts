import { fold, squeeze, stripArtefacts } from './fold.ts';
import { isOfficeName } from './office-names.ts';
import { isPersonName } from './person-names.ts';
import { VERB_END } from './role-verbs.ts';

/** Longer than any name of an office with its verb. */
const TAIL = 80;
const MARK = /[、,;:)(\]【】〔〕]/;
const OPENS = /^[、,;:)(（【〔]/;
const CLOSES = /[、,;:(]$/;
/** 市政府 办公室 is one office; so is any name cut in two inside a word. */
const ONE_OFFICE = /(?:政府|党委|党组|委员会|工会|机关)$/;
/** Behind a roster, a body that each of its members has: 各镇(街道) 政府. */
const BODY_OF_EACH = /^(?:安委会|(?:人民)?政府|委员会|党委|管委会|办事处|党工委)/;
/** The body that a duty was cut from: 项目实施⏎单位. */
const BODY_ALONE = /^(?:科室|处室|股室|部门|单位|机关|机构|主体)$/;
const REST_OF_WORD = /^(?:办公[室厅]$|公[室厅]|员会|务局|室$|局$)/;

/**
 * Puts the lines of an owner cell together. Padding (办 公 室) and wraps (责任单⏎位) go; a gap between two whole names, or
 * behind a verb, becomes the comma that it stands for.
 */
export function joinOwnerLines(cell: string): string {
  const text = stripArtefacts(cell).trim();
  const lines = text.split('\n');
  if (lines.length === 1 && !/\s/.test(text)) return text;
  return lines
    .map(joinSpaces)
    .filter((line) => line !== '')
    .reduce((joined, line) => join(joined, line, '，'), '');
}

function joinSpaces(line: string): string {
  return line
    .split(/\s+/)
    .filter((part) => part !== '')
    .reduce((joined, part) => join(joined, part, '、'), '');
}

function join(left: string, right: string, mark: string): string {
  if (left === '') return right;
  const before = fold(left.slice(-TAIL));
  const after = fold(right.slice(0, TAIL));
  if (CLOSES.test(before) || OPENS.test(after)) return left + right;
  const last = before.split(MARK).at(-1) || (before.endsWith(')') ? before : '');
  const first = after.split(MARK)[0] ?? '';
  if (BODY_ALONE.test(first) && isCutName(last)) return left + right;
  if (VERB_END.test(last) && mark === '，' && !VERB_END.test(first.slice(0, 4))) return `${left}，${right}`;
  if (ONE_OFFICE.test(last) && REST_OF_WORD.test(first)) return left + right;
  if (BODY_OF_EACH.test(first) && before.endsWith(')') && /各[^、,;]*$/.test(before)) return left + right;
  if (REST_OF_WORD.test(first) && !first.startsWith('办公')) return left + right;
  return isWhole(last, before) && isWhole(first, first) ? `${left}${mark}${right}` : glue(left, right);
}

/** A verb with words before it that are no office: 决策承办 goes on, 办公室承办 is whole. */
function isCutName(words: string): boolean {
  const name = words.replace(VERB_END, '');
  return name !== words && !isOfficeName(name) && !isPersonName(name);
}

/** Latin words keep the space between them. */
function glue(left: string, right: string): string {
  const between = squeeze(`${left.at(-1) ?? ''} ${right[0] ?? ''}`);
  return between.length > 2 ? `${left} ${right}` : left + right;
}

function isWhole(words: string, context: string): boolean {
  if (words === context && words.endsWith(')')) return true;
  const name = words.replace(VERB_END, '');
  return isOfficeName(name) || isPersonName(name) || (name === '' && context.endsWith(')'));
}
