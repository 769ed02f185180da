import type { Directory } from './directory.ts';
import { findOffice } from './find-office.ts';

/**
 * Each office once, by the fullest of its printed names: 组织人事处 and 组织人事处(政策法规处) are one office with two names.
 *
 * @returns in the order in which the offices are first named
 */
export function distinctOfficeNames(printed: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const name of printed) {
    const same = names.findIndex((known) => means(known, name) || means(name, known));
    const known = names[same];
    if (known === undefined) names.push(name);
    else if (!means(known, name) || (means(name, known) && name.length > known.length)) names[same] = name;
  }
  return names;
}

function means(officeName: string, printed: string): boolean {
  const office = { id: officeName, name: officeName, aliases: [], rosters: [], order: 0 };
  const directory: Directory = { offices: [office], people: [], posts: [] };
  return findOffice(directory, printed).kind === 'found';
}
