/** With what notes, signatures and the foot of a web page begin, folded. Source of a pattern. */
export const CLOSING_WORDS =
  '附件|附表|备注|注[:\\d]|说明:|抄送|抄报|主送|联系电话|联系方式|公开方式|信息公开选项|印发|分享|打印|关闭|责任编辑|来源:|信息来源|扫一扫|[上下]一[篇条页]|版权|技术支持|网站标识|友情链接|网站地图|返回顶部|浏览次数|相关(?:链接|附件|文件|解读)';

const MONTH = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DATE = `(?:\\d{4}|[〇零一二三四五六七八九]{4})年${MONTH}月${MONTH}日(?:印发)?`;
const ALONE = new RegExp(`^\\(?${DATE}\\)?$`);
const SIGNED = new RegExp(`^.{2,40}(?:局|委|委员会|办公室|政府|厅|院|中心|办|组|处)${DATE}$`);

/** 2026年3月5日 alone in its line. */
export function isDateLine(folded: string): boolean {
  return ALONE.test(folded);
}

/** 临江县住建局2026年3月5日. */
export function isSignedLine(folded: string): boolean {
  return SIGNED.test(folded);
}
