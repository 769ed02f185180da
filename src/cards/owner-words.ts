import type { DraftOffice, OfficeRole } from '../domain/plan/import-report.ts';

const VERBS: Readonly<Record<OfficeRole, string>> = {
  upstream: '（上级牵头）',
  lead: '牵头',
  joint: '会同',
  responsible: '负责',
  support: '配合',
};

/** `甲科、乙科牵头，丙科配合`: the offices of a row as an official would write them; the same words are read back as the same roles. */
export function ownersWords(offices: readonly Pick<DraftOffice, 'name' | 'role'>[]): string {
  const own = offices.filter(({ role }) => role !== 'upstream');
  return (['lead', 'joint', 'responsible', 'support'] as const)
    .flatMap((role) => {
      const names = own.filter((office) => office.role === role).map(({ name }) => name);
      if (names.length === 0) return [];
      return role === 'joint' ? [`${VERBS[role]}${names.join('、')}`] : [`${names.join('、')}${VERBS[role]}`];
    })
    .join('，');
}
