import { expect, it } from 'vitest';
import { withKnownNames } from './known-names.ts';

it('an office whose brackets are typed differently this time keeps the name it has', () => {
  const offices = [{ id: 'o-1', name: '人事科\uff08法规科\uff09', aliases: ['审批科'], rosters: [], order: 0 }];
  const input = (name: string) => ({ name, aliases: [], rosters: [], people: [] });
  const named = withKnownNames([input('人事科(法规科)'), input('审批科')], { offices, people: [], posts: [] });
  expect(named.map(({ name }) => name)).toEqual(['人事科\uff08法规科\uff09', '审批科']);
});
