import { plainKey } from '../plan/similar-texts.ts';

const EDITION =
  /(?:征求意见|修订|修改|调整|更正|更新|送审|讨论|定|报批|正式|终)+(?:稿|版|后)?|第[一二三四五六七八九十\d]+[版稿次]|v\d+$/g;
const WRAPPED = /^.*?关于(?:印发|下发|转发|调整|修订)/;

/** Whether two titles name the same plan: spaces, brackets, 关于印发…的通知 and 修订稿 aside. */
export function samePlanTitle(a: string, b: string): boolean {
  return titleKey(a) === titleKey(b);
}

function titleKey(title: string): string {
  const bare = plainKey(
    title
      .replace(WRAPPED, '')
      .replace(/的通知\s*$/, '')
      .replace(/\.\w{2,5}$/, ''),
  );
  const key = bare.replace(EDITION, '');
  return key === '' ? bare : key;
}
