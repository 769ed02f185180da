import type { OfficeRole } from '../import-report.ts';

export type ColumnKind = 'seq' | 'area' | 'item' | 'owner' | 'person' | 'deadline' | 'other';

export interface Column {
  readonly kind: ColumnKind;
  /** As printed, without padding; empty where the column has none. */
  readonly header: string;
  /** What an office in this column has to do where its cell does not say. */
  readonly role: OfficeRole | null;
  /** The month, quarter or half-year that heads the column; its cells are ticks or what is done then. */
  readonly period: string | null;
}

const SEQ = /^(?:[\u4e00-\u9fff]{0,4}(?:序号|编号)|序|项次|序列|排序|号|NO\.?|No\.?|no\.?)$/;
const DEADLINE =
  /(?:时限|期限|时间|时效|时效标准|更新标准|何时完成|(?:拟|预计|计划)?(?:发布|公开|完成|办结|实施|报送|上报|提交|启动|召开)(?:月|年月|日|季度)|时间节点|进度安排|进度要求|时间进度|日期|节点|工作进度|时间安排|时限要求|时间要求|完成时间表|时间表|频次|频率|周期|月份|时间段|进度计划|推进计划|时序进度|(?:时间|日期)[至止])$/;
const DEADLINE_ASIDE = /\((?:月|季度|月份|年月|时间|时限|前)\)$/;
const PERSON =
  /(?:责任人|负责人|联系人|联络人|联络员|经办人|领导|责任人员|责任同志|负责同志|信息员|承办人|办理人)(?:姓名|及电话|及联系方式)?$/;
const OWNER_LEAD =
  '(?:市|省|区|县|镇|乡|委|局|府|政府|直|级|厅|院|中心|指定|牵头|责任|负责|配合|协办|协同|协助|承办|落实|主办|主责|实施|参与|参加|组织|本|我|内部|内|上级|及|和|与|、|/|主要|具体|公开|直接|归口|主管|报送|执行|推进|完成|填报|发布|单位|部门|第一|工作|任务)*';
const OWNER = new RegExp(
  `^${OWNER_LEAD}(?:单位|部门|科室|处室|股室|部室|机构|主体|责任分工|职责分工|任务分工|分工|责任科|责任处|责任股|站所|科|处|股)(?:\\(.{1,12}\\))?(?:(?:及|和|、|/)(?:责任人|人员|负责人|领导|联系人|配合单位))?$|^(?:牵头|责任|负责|配合|协办|协助|协同|参与|会办|承办|主办|落实|分工|责任者|责任归属)$|^(?!各|有关|相关|其他|所有)[\u4e00-\u9fff]{0,6}(?:牵头|责任|承办|负责|配合|协办|主办|落实|实施|发起)(?:单位|部门|科室|处室|股室|部室|主体)$`,
);
/** How and where something is done: what is done stands beside it. */
const ASIDE = /(?:形式|方式|渠道|载体|平台|依据|来源|范围|对象|网址|链接|电话)$/;
/** 申报单位, 保障部门, 会办处室: what the offices do, whatever that is called; 各单位 and 主管部门 are offices. */
const OWNER_BY_DUTY =
  /^(?!各|有关|相关|其他|市|县|区|省|直|所属|直属|下属|全|本|业务|职能|行业|主管|成员|基层|政府|党|社会|企|事业|两|三|一|二|重点|公共|金融|教育|医疗|中介|服务|监管|执法|评估|检测|培训)[\u4e00-\u9fff]{2,4}(?:单位|部门|科室|处室|股室|部室|主体)$/;
/** 责任办所, 承办站所: a duty and whatever the offices are called there. */
const OWNER_BY_BODY =
  /^(?:责任|牵头|主办|主责|承办|落实|实施|负责|配合|协办|协助|参与|会办|包保|执行)(?:单位|部门|主体|机构|科|处|股|室|办|所|站|局|委|部|中心|队|组|线|村|社区|街道|镇街|学校|院系|学院|企业|公司|警种|支队|大队|中队|专班|小组|片区|网格|岗位|岗){1,3}$/;
/** 分配任务的处室: what is said of the offices. */
const OWNER_SAID = /^(?!有关|相关|涉及)[\u4e00-\u9fff]{3,6}的(?:单位|部门|机构|科室|处室|股室|[处科股])$/;
/** 处(科)室 and 科(室): one word for two kinds of office. */
const EITHER = /\([处科股站所]\)(?=室)|(?<=[处科股室])\([处科股室站所]\)/;
/** 责任主体与协同单位: joins two words for columns. */
const JOINS = /[及和与、/]/;
/** Plain questions: 谁来做, 何时完成, 做什么. */
const ASKS_WHO = /^(?:由)?谁(?:来)?[\u4e00-\u9fff]{0,4}$|^[\u4e00-\u9fff]{0,4}由谁[\u4e00-\u9fff]{0,4}$/;
const ASKS_WHEN = /^(?:何时|什么时候|什么时间|几时|多久|几月)[\u4e00-\u9fff]{0,4}$/;
/** 一级, 二级栏目: the levels of a tree of headings. */
const LEVEL = /^[一二三四五]级(?:栏目|目录|事项|指标|类别|分类)?$/;
const CONTACT = /电话|手机|邮箱|职务|姓名|联络员|联系人/;
const ASKS_WHAT = /^(?:做|干|公开|办|抓|改)(?:什么|啥|哪些)[\u4e00-\u9fff]{0,2}$/;
const TEXT_LEAD =
  '(?:主要|重点|具体|年度|政务|公开|信息|工作|目标|任务|分项|一级|二级|三级|所属|项目|服务|落实|改革|推进|重要|细化|分解|本年|本年度|全年|督办|事项|实施|拟|民生|分类|计划|保障|实事|解读|发布|回应|政策|责任|预期|阶段|完成|考核|评估|测评|量化|活动|培训|会议|宣传|检查|抽查|决策|创建|重大|行政|栏目|民意|常规|日常|专项|发起|提案|建议|议题|课题|法规|立法|制度|文件|发布会|学习|调研|督查|整改|问题|建设|实事|办理|业务|便民|审批|权力|执法|监管|行业|惠企|涉企|整治|帮扶|攻坚|承诺|核心|关键)*';
const TEXT = new RegExp(
  `^${TEXT_LEAD}(?:任务|事项|内容|要点|要求|措施|举措|项目|类别|分类|领域|目标|指标|名称|重点|工作|板块|类型|主题|方面|条目|做法|安排|部署|类|方向|栏目|清单|描述|议题|课题|问题|建议|主体内容)(?:(?:及|和|与|、|/)(?:要求|内容|措施|目标|标准|举措|任务|事项|分工|成果)|分解|类别|名称|内容|要求|描述|任务|事项|清单|(?<=内容|任务|事项)标准|\\(.{1,12}\\))*$`,
);
/** 改进措施, 承接事项: whatever it is about, it is text. */
const TEXT_OF = /^(?!其他|其它|有关|相关|注意)[\u4e00-\u9fff]{2,4}(?:措施|举措|做法|任务|事项)$/;
const OTHER =
  /^(?:备注|说明|附注|备考|其他|其它)(?!牵头|责任|配合|协办|主办)|^完成$|^(?:相关|联系|其他|补充|公开|政府|人员|项目|基本|附加|联络)?信息$|^(?!优化|完善|规范|简化|健全|创新|拓宽|拓展|丰富|提升|改进).{0,6}(?:形式|方式|渠道|载体|成果|属性|依据|平台|标准|电话|情况|进展|步骤|流程|程序|路径|方法|程度|范围|对象|层级|状态|目录|成效|分值|来源|联系方式|网址|链接|类型|权重|手段)$/;
const INNER = /本委|本局|我局|我委|本单位|本部门|本级|局内|委内|内部|科室|处室|股室|部室|处\(|责任科|责任处|责任股/;
const UPPER =
  /市府|市政府|省府|省政府|区府|区政府|县府|县政府|政府|上级|市级|省级|省直|市直|区级|县级|市(?:指定)?牵头|省(?:指定)?牵头|国家/;
const PERIOD =
  /^(?:(?:20\d{2}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|底前|末)?|(?:20\d{2}年)?第?[一二三四1-4]季度(?:末)?|(?:20\d{2}年)?(?:上|下)半年|[Qq][1-4]|\d{1,2}[-~至]\d{1,2}月(?:份)?|全年)$/;
/** The form at the top of a web page is no plan. */
const META =
  /^(?:(?:信息)?索引号?|文号|发文字?号|文件编号|公开目录|信息名称|文件名称|信息标题|主题词|(?:主题|体裁|信息|组配|文件)分类|(?:信息|主题|体裁|公开)(?:类别|类型)|公开属性|公文种类|文种|(?:发布|发文|制发|成文|公布)(?:机构|机关)|制发单位|发文单位|(?:发文|成文|生成|生效|失效|废止|发布|公开|公布|印发)日期|(?:发文|成文|发布)时间|公开时限|有效性|公开责任部门|公开形式|公开方式|公开程序|服务对象|点击数|访问量|浏览次数|字体|关键词|内容概述|所属主题|名称|标题)$/;
/** How and when a thing is made public: a catalogue has a column for each, as the form has a line. */
const CATALOGUE = /^公开(?:形式|方式|程序|时限|责任部门)$/;
/** In the form only; a plan may have such a column. */
const FORM_LABEL = /^(?:分类|类别|来源|信息来源|有效期|时效性|状态|摘要|发布单位|责任部门|主题|体裁|语种|载体类型)$/;
/** ●【任务名称】： */
const MARKS = /^[-*●■◆【[]+|[】\]:：]+$/g;
const LONGEST = 16;
const FEWEST_CONTACTS = 3;

/** When something begins is no deadline. */
export const STARTS = /^(?:(?:启动|开始|起始|开工)(?:时间|日期)|[\u4e00-\u9fff]{0,4}(?:时间|日期)[自起])$/;

/** 启动 and 完成 under 时间节点. */
const ENDS = /^(?:完成|结束|截止|办结)$/;
const STARTS_UNDER = /^(?:启动|开始|起始|开工)$/;

/** What a word says under one for times. */
export function kindUnderTime(word: string): ColumnKind | undefined {
  return ENDS.test(word) ? 'deadline' : STARTS_UNDER.test(word) ? 'other' : undefined;
}

/** `area` stands for any column of text until the contents tell which holds the items. Words are folded, without spaces. */
export function kindOfHeader(word: string): ColumnKind | undefined {
  if (word.length < 1 || word.length > LONGEST || /[。,;:]/.test(word)) return undefined;
  if (SEQ.test(word)) return 'seq';
  if (PERSON.test(word) && !/单位|部门|科室|处室|股室|部室/.test(word)) return 'person';
  if (OWNER.test(word) || OWNER_BY_DUTY.test(word) || OWNER_BY_BODY.test(word) || ASKS_WHO.test(word)) return 'owner';
  if (OWNER_SAID.test(word) || isTwoOwners(word)) return 'owner';
  if (word.includes('(') && EITHER.test(word)) return kindOfHeader(word.replace(EITHER, ''));
  if (STARTS.test(word)) return 'other';
  if (isDeadlineWord(word) || ASKS_WHEN.test(word)) return 'deadline';
  if (ASKS_WHAT.test(word) || LEVEL.test(word)) return 'area';
  if (TEXT.test(word) || TEXT_OF.test(word)) return 'area';
  return OTHER.test(word) ? 'other' : undefined;
}

/** The same, or a month or quarter, which heads what is due in it. */
export function kindOfColumn(word: string): ColumnKind | undefined {
  return kindOfHeader(word) ?? (isPeriod(word) ? 'deadline' : undefined);
}

/** A word of the form that web pages print above a document: 索引号, 发文日期. */
export function isMetaWord(word: string): boolean {
  return META.test(withoutMarks(word));
}

/** Words of that form and none that it shares with a catalogue, which says beside them what by whom. */
export function isFormHead(words: readonly string[], kinds: readonly (ColumnKind | undefined)[]): boolean {
  const meta = words.filter(isMetaWord);
  if (meta.length < 2) return false;
  return !(
    kinds.includes('area') &&
    kinds.includes('owner') &&
    meta.every((word) => CATALOGUE.test(withoutMarks(word)))
  );
}

/** A word of that form, or one that stands in it between such words. */
export function isFormLabel(word: string): boolean {
  return isMetaWord(word) || FORM_LABEL.test(withoutMarks(word));
}

/** The words of a label without what stands around it: 【任务名称】：. */
export function withoutMarks(word: string): string {
  return word.replace(MARKS, '');
}

function isTwoOwners(word: string): boolean {
  if (word.length < 5 || !JOINS.test(word)) return false;
  const parts = word.split(JOINS);
  return (
    kindOfHeader(parts[0] ?? '') === 'owner' && parts.every((part) => /owner|person/.test(kindOfHeader(part) ?? ''))
  );
}

function isDeadlineWord(word: string): boolean {
  if (DEADLINE_ASIDE.test(word)) return true;
  if (!DEADLINE.test(word) || word.length > 10) return false;
  return !/^按|规定|月|日/.test(word.replace(/日期$/, '').replace(/月份?$/, '')) || /^(?:完成)?月份?$/.test(word);
}

/** 姓名, 职务, 电话: whom to call is no task. */
export function isContactWord(word: string): boolean {
  return word.length <= LONGEST && CONTACT.test(word);
}

/** Whether words head a list of people and telephones. */
export function headsContacts(words: readonly string[]): boolean {
  return words.filter(isContactWord).length >= FEWEST_CONTACTS;
}

/** A month, quarter or half-year as the head of a column or of some rows. */
export function isPeriod(word: string): boolean {
  return word.length <= 12 && PERIOD.test(word);
}

/** How surely a column of text under this word holds the items themselves, 0 … 4. */
export function itemWeight(word: string): number {
  if (/内容.?标准$/.test(word)) return 3;
  if (ASIDE.test(word)) return 0.2;
  if (/^(?:存在|主要|突出|反馈|具体|整改)?的?问题(?:表现|清单|描述)?$/.test(word)) return 1;
  if (/类别|分类|领域|板块|类型|主题|方面|指标|方向|类$|^[一二三四五]级/.test(word)) return 0;
  if (word.endsWith('目标任务')) return 2;
  if (/目标|成果|成效|标准|^(?:工作|任务|目标|时间|有关|相关)?要求$/.test(word)) return 0.5;
  if (/项目$|名称$|重点$/.test(word)) return 1;
  if (/^(?:具体|细化|分项)要求$/.test(word)) return 2;
  if (/^[^及和与、/]{2}要求$/.test(word) && !/内容|任务|事项|措施/.test(word)) return 0.5;
  if (/具体|内容|要点|措施|举措|事项|细化|做法/.test(word)) return 3;
  return 2;
}

/** A bureau's own plan may print who leads above it; that column is told by the words beside it. */
export function hasInnerOwner(words: readonly string[]): boolean {
  return words.some((word) => kindOfHeader(word) === 'owner' && INNER.test(word));
}

export function roleOfHeader(header: string, inner: boolean): OfficeRole | null {
  if (inner && UPPER.test(header) && !INNER.test(header)) return 'upstream';
  const lead = /牵头|主办|主责|主抓|发起/.test(header);
  const support = /配合|协办|协同|协助|参与|参加|联合|会办|会同|协作/.test(header);
  const own = /责任|负责|承办|落实|实施/.test(header);
  if (Number(lead) + Number(support) + Number(own && !/^(?:牵头|配合|协办)责任/.test(header)) > 1) return null;
  return lead ? 'lead' : support ? 'support' : own ? 'responsible' : null;
}

export function sameColumns(a: readonly Column[], b: readonly Column[]): boolean {
  return a.length === b.length && a.every((column, index) => column.header === b[index]?.header);
}
