import type { ChatFailureCode } from '../domain/delivery/chat-failure.ts';

type Reason =
  | 'bug'
  | ChatFailureCode
  | 'rateLimit'
  | 'outsideWindow'
  | 'allAnswered'
  | 'merged'
  | 'superseded'
  | 'notSentYet'
  | 'recordGone'
  | 'formOpen'
  | 'outcomeUnknown';

/** Why a message waits, was withheld or could not be delivered (未送达), and what helps: read by administrators. */
export const MESSAGE_TEXT: Readonly<Record<Reason, string>> = {
  bug: '程序内部出错，请将日志交技术人员',
  rateLimit: '按平台的频率限制排队',
  outsideWindow: '等到工作日 9:00—17:30 再发',
  merged: '同一张卡片的几次更新合并为一次',
  superseded: '没有送达时已有新的卡片代替',
  allAnswered: '发送前已全部答复，不再打扰',
  notSentYet: '原卡片尚未送达，发送时即为最新状态',
  recordGone: '这条报送已不在记录中',
  formOpen: '卡片上有正在填写的表单，提交后一并更新',
  outcomeUnknown: '发送中断超过一小时，无法确认是否送达；为避免重复未再发送，请向本人核实',
  'rate-limited': '平台限制发送频率，稍后再试',
  unreachable: '连不上平台，稍后再试；请检查网络',
  'connection-cut': '连接中途断开，稍后核对重试，不会重复',
  timeout: '平台没有及时答复，稍后再试',
  'server-error': '平台内部出错，稍后再试',
  'token-dead': '访问凭证已失效，正在换新',
  'in-flight': '平台正在处理同一条消息，稍后核对',
  'not-in-chat': '机器人不在群里，请把机器人加入该群',
  'recipient-unavailable': '对方不在应用的可用范围内，请在开放平台后台扩大可用范围',
  'recipient-left': '对方已离职，请更换联络人',
  'recipient-stopped-bot': '对方停用了机器人，请提醒其重新启用或更换联络人',
  'unknown-recipient': '平台上没有这个人或群，请核对名单中的 open_id 或群编号',
  'card-refused': '平台不接受卡片内容，请将日志交技术人员',
  'too-large': '卡片超过平台的大小限制，请将日志交技术人员',
  'too-old': '卡片已超过 14 天，平台不再允许更新',
  recalled: '消息已被撤回',
  'no-permission': '应用缺少权限，请按说明开通并发布新版本',
  'bad-credentials': '应用编号或密钥不对，请核对 LARK_APP_ID 和 LARK_APP_SECRET',
  refused: '平台拒绝了这条消息，请将日志交技术人员',
};
