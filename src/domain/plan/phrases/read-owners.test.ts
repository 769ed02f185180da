import { describe, expect, it } from 'vitest';
import { ownerLikeness, readOwners } from './read-owners.ts';

/** `name=role` or `name=role/fanOut`. */
function shown(phrase: string): string[] {
  return readOwners(phrase).offices.map(({ name, role, fanOut }) => `${name}=${role}${fanOut ? `/${fanOut}` : ''}`);
}

describe('owner phrases', () => {
  it.each([
    ['办公室', ['办公室=responsible']],
    ['办 公\n室', ['办公室=responsible']],
    ['市税务局、财政局', ['市税务局=responsible', '财政局=responsible']],
    ['规划科负责', ['规划科=responsible']],
    ['办公室牵头，各科室落实', ['办公室=lead', '各科室=responsible/all']],
    ['办公室牵头,法规科、宣传科配合', ['办公室=lead', '法规科=support', '宣传科=support']],
    ['办公室、法规科牵头，各科室（单位）\n\n配合', ['办公室=lead', '法规科=lead', '各科室（单位）=support/all']],
    ['办公室、各单位\n\n办理', ['办公室=responsible', '各单位=responsible/all']],
    ['市府办公厅会同云海区政府', ['市府办公厅=lead', '云海区政府=joint']],
    ['由办公室牵头，会同法规处、人事处落实', ['办公室=lead', '法规处=joint', '人事处=joint']],
    ['文件起草科室负责解读，办公室配合', ['文件起草科室=responsible/event', '办公室=support']],
    ['办公室（牵头），法规科、宣传科（配合）', ['办公室=lead', '法规科=support', '宣传科=support']],
    ['政务服务科负责，信息中心协助', ['政务服务科=responsible', '信息中心=support']],
    ['各相关处室', ['各相关处室=responsible/relevant']],
    ['规划科及相关科室', ['规划科=responsible', '相关科室=responsible/relevant']],
    ['舆情事项相关处室(单位)', ['舆情事项相关处室(单位)=responsible/event']],
    ['各区、各部门', ['各区、各部门=responsible/all']],
    ['机关各处室、局属各单位', ['机关各处室=responsible/all', '局属各单位=responsible/all']],
    ['人事处(法规处)、数据中心', ['人事处(法规处)=responsible', '数据中心=responsible']],
    ['市发展改革委\n（粮食局）', ['市发展改革委（粮食局）=responsible']],
    ['市乡村振兴办（设在市农业局）', ['市乡村振兴办（设在市农业局）=responsible']],
    ['市发展和改革委员会和市住房和城乡建设局', ['市发展和改革委员会=responsible', '市住房和城乡建设局=responsible']],
    ['决策承办\n科室', ['决策承办科室=responsible/event']],
    ['项目实施\n单位、办公室', ['项目实施单位=responsible', '办公室=responsible']],
    ['各县（市、区）政府（管委会）', ['各县（市、区）政府（管委会）=responsible/all']],
    ['各县(市、区)政府(管委会)、办公室', ['各县(市、区)政府(管委会)=responsible/all', '办公室=responsible']],
    ['办公室\n法规科', ['办公室=responsible', '法规科=responsible']],
    [
      '牵头单位：办公室；责任单位：法规科、人事科；配合单位：各科室',
      ['办公室=lead', '法规科=responsible', '人事科=responsible', '各科室=support/all'],
    ],
  ])('%s', (phrase, expected) => {
    expect(shown(phrase)).toEqual(expected);
  });

  it.each([
    ['办公室牵头、法规科配合', ['办公室=lead', '法规科=support']],
    ['办公室牵头各科室配合', ['办公室=lead', '各科室=support/all']],
    ['办公室为牵头单位，法规科为配合单位', ['办公室=lead', '法规科=support']],
    ['由办公室牵头会同法规科、人事科', ['办公室=lead', '法规科=joint', '人事科=joint']],
    ['宣传处会办公室', ['宣传处=lead', '办公室=joint']],
    ['宣传处会计财处', ['宣传处=lead', '计财处=joint']],
    ['市财政局会计财务处', ['市财政局会计财务处=responsible']],
    ['人事科负责，考试中心承办', ['人事科=lead', '考试中心=responsible']],
    ['人事科、考试中心承办', ['人事科=responsible', '考试中心=responsible']],
    ['办公室、法规科按职责分工负责', ['办公室=responsible', '法规科=responsible']],
    ['办公室牵头，法规科、人事科等部门按职责分工负责', ['办公室=lead', '法规科=responsible', '人事科=responsible']],
    ['法规科等有关部门', ['法规科=responsible', '有关部门=responsible/relevant']],
    ['办公室及各相关部门', ['办公室=responsible', '各相关部门=responsible/relevant']],
    ['办公室汇总，各科室报送', ['办公室=lead', '各科室=responsible/all']],
    ['各单位（办公室汇总）', ['各单位=responsible/all', '办公室=lead']],
    ['综合科（负责联系市委）', ['综合科=responsible']],
    ['责任科室（单位）：办公室', ['办公室=responsible']],
    ['【牵头单位】办公室【配合单位】法规科', ['办公室=lead', '法规科=support']],
    ['市府指定牵头单位：云州市发改委', ['云州市发改委=upstream']],
    ['【审核科室】法规科【配合单位】办公室', ['法规科=responsible', '办公室=support']],
    ['办公室、规划科（排名第一的单位为牵头单位）', ['办公室=lead', '规划科=responsible']],
    ['法规科牵头，办公室配合，细目另附', ['法规科=lead', '办公室=support']],
    ['办公室、法规科，名单附后', ['办公室=responsible', '法规科=responsible']],
    ['财政所李敏负责，各村配合', ['财政所=responsible', '各村=support/all']],
    ['办公室、规划科（第一责任单位为牵头单位）', ['办公室=lead', '规划科=responsible']],
    ['办公室（牵头） 法规科 人事科', ['办公室=lead', '法规科=responsible', '人事科=responsible']],
    ['办 公 室、法 规 科', ['办公室=responsible', '法规科=responsible']],
    ['各镇（街道） 人民政府', ['各镇（街道）人民政府=responsible/all']],
    ['各县、市、区政府', ['各县、市、区政府=responsible/all']],
    ['各县党委和政府', ['各县党委和政府=responsible/all']],
    ['市、区安全监管部门按权限', ['市、区安全监管部门=responsible']],
    ['各公文起草科室', ['各公文起草科室=responsible/event']],
    ['各责任单位、局属各单位', ['各责任单位=responsible/all', '局属各单位=responsible/all']],
    ['全体干部职工', ['全体干部职工=responsible/all']],
    ['牽頭單位：辦公室；配合單位：各有關科室', ['辦公室=lead', '各有關科室=support/relevant']],
    ['⻓江路街道', ['⻓江路街道=responsible']],
    ['水务局牵头；各镇（街）参照落实', ['水务局=lead', '各镇（街）=responsible/all']],
    ['供水科、各镇（街）参照', ['供水科=responsible', '各镇（街）=responsible/all']],
    ['各县区比照执行', ['各县区=responsible/all']],
    ['水务局牵头，供水公司配合，按照年度调水方案执行', ['水务局=lead', '供水公司=support']],
    ['水务局、各县区，参照省级办法执行', ['水务局=responsible', '各县区=responsible/all']],
    ['—', []],
    ['无', []],
  ])('%s', (phrase, expected) => {
    expect(shown(phrase)).toEqual(expected);
  });

  it.each([
    ['办公室 张三', '责任人:张三@办公室'],
    ['办公室（张三）', '责任人:张三@办公室'],
    ['王建国（办公室）', '责任人:王建国@办公室'],
    ['办公室（联系人：王建国）', '责任人:王建国@办公室'],
    ['责任领导：王建国副局长 责任单位：办公室', '责任领导:王建国@null'],
    ['责任领导:陆 明 俞 悦', '责任领导:陆明@null 责任领导:俞悦@null'],
    ['责任人：李山（办公室）、周海（法规科）', '责任人:李山@办公室 责任人:周海@法规科'],
    ['张三、李四', '责任人:张三@null 责任人:李四@null'],
  ])('%s names people', (phrase, expected) => {
    const { people } = readOwners(phrase);
    expect(people.map(({ role, name, office }) => `${role}:${name}@${office}`).join(' ')).toBe(expected);
  });

  it.each(['办公室、高新区', '金融办、林业局', '文旅科、应急科'])('%s names no people', (phrase) => {
    expect(readOwners(phrase).people).toEqual([]);
  });

  it('says whether a role was stated', () => {
    expect(readOwners('数据中心').roleStated).toBe(false);
    expect(readOwners('数据中心负责').roleStated).toBe(true);
    expect(readOwners('数据中心、各县区，参照省级办法执行').roleStated).toBe(true);
  });

  it('pairs the people of a bracket with its offices by position, leaders with none', () => {
    const { people } = readOwners('(牵头领导:钱远、孙宁;责任股室:村镇股、房管所;责任人:李山、周海 )');
    expect(people).toEqual([
      { role: '牵头领导', name: '钱远', office: null },
      { role: '牵头领导', name: '孙宁', office: null },
      { role: '责任人', name: '李山', office: '村镇股' },
      { role: '责任人', name: '周海', office: '房管所' },
    ]);
  });

  it('leaves people unpaired where the lists differ in length', () => {
    expect(readOwners('责任股室:村镇股、房管所;责任人:李山').people).toEqual([
      { role: '责任人', name: '李山', office: null },
    ]);
  });
});

describe('whether a cell looks like owners', () => {
  it.each(['办公室', '法规科牵头，各科室配合', '各县（市、区）人民政府'])('%s does', (cell) => {
    expect(ownerLikeness(cell)).toBe(1);
  });
  it.each(['11月30日前完成', '1.完善公文办理制度', '加强政务公开平台建设', '', '贯穿全年'])('%s does not', (cell) => {
    expect(ownerLikeness(cell)).toBe(0);
  });
});
