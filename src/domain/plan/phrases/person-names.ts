/** The two hundred commonest family names, as folded. */
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付傅方邹熊白孟秦邱侯江尹薛阎闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const DOUBLE = /^(?:欧阳|上官|司马|诸葛|皇甫|尉迟|司徒|东方|慕容|令狐|公孙|夏侯|轩辕|宇文|长孙|端木|闻人)/;
/** Words that begin like a family name. */
const COMMON =
  /^(?:金融|林业|文旅|文明|文化|高新|高度|石化|江北|江南|方案|时限|时间|全年|全体|全局|全市|全县|全区|常年|严格|安全|安监|司法|农业|农村|管理|明确|关于|应急|成立|成员|易地|连续|路政|解决|解读|单独|华侨|党政|党委|党群|党建|宗教|商务|商贸|应当|文件|文物|文教|文体|国土|卫生|卫健|房管|房产|交通|水务|温馨|包括|游客|项目|简化|简报|于是|向社会|和平|景区|阳光|边防|师范|申请|申报|何时|任务|任何|高校|高质|公安|公开|城管|监察|常态|长期|年底|月底|左右|尚未|单位|部门|方式|方面|史志|车辆|路线|严肃|毕业|康养|欧盟|谷物|米)/;
const TITLE =
  /(?:同志|(?:党组|党委)?(?:副?书记|成员|委员)|副?(?:局长|主任|处长|科长|股长|县长|市长|区长|镇长|乡长|厅长|所长|站长|院长|校长|部长|主席|会长|队长|行长|司长)|总工程师|总经济师|(?:一|二|三|四)级(?:调研员|主任科员)|调研员|主任科员)+$/;
const PHONE = /[\s:]*(?:电话|联系电话|手机)?[\s:]*\(?[\d][\d\-\s]{5,}\d\)?$/;

/** Whether folded words are a Chinese person's name of two to four characters. */
export function isPersonName(words: string): boolean {
  if (words.length < 2 || words.length > 4 || !/^[\u4e00-\u9fff]+$/.test(words) || COMMON.test(words)) return false;
  if (DOUBLE.test(words)) return words.length >= 3;
  return words.length <= 3 && FAMILY.includes(words[0] ?? ' ');
}

/** How many characters of the name remain without its title and telephone (张三副局长, 张三 6239325). */
export function bareNameLength(folded: string): number {
  const plain = folded.replace(PHONE, '');
  const untitled = plain.replace(TITLE, '');
  return untitled.length >= 2 ? untitled.length : plain.length;
}

/** A name with a title behind it: surely a person, whatever the family name. */
export function isTitledName(folded: string): boolean {
  const title = TITLE.exec(folded);
  return title !== null && title.index >= 2 && title.index <= 4 && isPersonName(folded.slice(0, title.index));
}

/** 张三 电话：0000-1234567. */
function withoutPhones(cell: string): string {
  return cell.includes('电话') || cell.includes('手机')
    ? cell.replace(/(?:联系)?(?:电话|手机)(?:号码)?[\s:：]{0,4}[\d-]{5,20}/g, '')
    : cell;
}

/**
 * The names in a cell of people: 张三、李四, 王  芳 with padding, names with nothing between them (陆明俞悦), and padded names
 * whose line break was lost (陆 明俞 悦).
 */
export function splitPeople(cell: string): readonly string[] {
  return withoutPhones(cell)
    .split(/[、,，;；/\n\t]/)
    .flatMap((part) => {
      const tokens = part.trim().split(/\s+/);
      const padded = tokens.length > 1 && tokens[0]?.length === 1 && tokens.at(-1)?.length === 1;
      if (padded && tokens.slice(1, -1).every((token) => token.length === 2)) return inPairs(tokens.join(''));
      return joinPadded(tokens).flatMap(splitRunTogether);
    });
}

function joinPadded(tokens: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const token of tokens) {
    const last = names.at(-1);
    if (last?.length === 1 && token.length <= 2) names[names.length - 1] = last + token;
    else if (token !== '') names.push(token);
  }
  return names;
}

/** 陆明俞悦 is two people where both halves begin with a family name. */
export function splitRunTogether(name: string): readonly string[] {
  const width = name.length === 4 ? 2 : name.length === 6 ? 3 : 0;
  if (width === 0 || !/^[\u4e00-\u9fff]+$/.test(name) || DOUBLE.test(name)) return [name];
  const halves = [name.slice(0, width), name.slice(width)];
  return halves.every(isPersonName) ? halves : [name];
}

function inPairs(text: string): readonly string[] {
  return Array.from({ length: text.length / 2 }, (_, at) => text.slice(at * 2, at * 2 + 2));
}
