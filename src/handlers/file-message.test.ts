import { describe, expect, it } from 'vitest';
import { pressingOffice } from '../../tests/support/pressing-office.ts';
import { aSecondDraft, aTask } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { ChatError } from '../adapters/lark/errors.ts';
import type { ChatFailureCode } from '../domain/delivery/chat-failure.ts';
import type { FileMessage } from '../ports/inbound.ts';
import { handleFile } from './file-message.ts';

const databases = tempDatabases();
const MB = 1024 * 1024;

const QUOTA = {
  kind: 'quota',
  count: 2,
  per: 'year',
  of: '图文解读',
  scope: 'each-office',
  atLeast: true,
  phrase: '每年图文解读数量不少于2个',
  place: 'text',
} as const;

/** 教育局 (张敏) owes two explainers a year, 财政局 (王芳) nothing; `ou_admin` is an administrator without an office. */
async function begin() {
  const office = await pressingOffice(await databases.open());
  const { ledger } = office.deps;
  const task = aTask({ id: 'task-9', planId: 'plan-2', rules: [QUOTA], ruleIds: ['rule-9'] });
  await ledger.saveDraft(aSecondDraft([task], { state: 'published' }));
  const deps = { ...office.deps, admins: ['ou_admin'] };
  const { chat, clock } = office;
  const send = async (
    fileName: string,
    {
      from = 'ou_zhangmin',
      bytes = new Uint8Array(3),
      ...more
    }: Partial<FileMessage> & { from?: string; bytes?: Uint8Array } = {},
  ) => {
    chat.filesOfPeople.set('file_1', bytes);
    const message = { eventId: `om_${fileName}`, messageId: `om_${fileName}`, at: clock.now(), chatId: 'oc_1' };
    await handleFile(deps, {
      ...message,
      senderOpenId: from,
      chatType: 'p2p',
      fileKey: 'file_1',
      fileName,
      ...more,
    });
  };
  const queued = () => deps.outbox.claim({ now: clock.now(), limit: 20, abandonedAfterMs: 1 });
  /** What is said in words, in the order in which it is queued. */
  const said = async () => (await queued()).flatMap(({ body }) => (body.type === 'text' ? [body.text] : []));
  /** What the forms show that were sent. */
  const drafts = async () => {
    const ids = (await queued()).flatMap(({ body }) => (body.type === 'ledger-card' ? [body.cardId] : []));
    return (await Promise.all(ids.map((id) => ledger.findCard(id)))).flatMap((card) => card?.ui.draft ?? []);
  };
  return { deps, chat, send, queued, said, drafts };
}

/** The platform answers every download so. */
function failing(code: ChatFailureCode) {
  return () => Promise.reject(new ChatError(code, 'no file'));
}

describe('a file from a liaison whose office owes submissions', () => {
  it('brings the form with its name for a title', async () => {
    const { send, drafts } = await begin();
    const names = ['数据条例图文解读.docx', '推进会.PDF', '解读数据条例的发布会.mp4', '会议纪要11.18', '.docx', ''];
    for (const name of names) await send(name);
    const forms = await drafts();
    expect(forms.map(({ matter, title, file }) => `${matter} ${title} | ${file?.name}`)).toEqual([
      '图文解读 数据条例图文解读 | 数据条例图文解读.docx',
      '信息 推进会 | 推进会.PDF',
      '信息 解读数据条例的发布会 | 解读数据条例的发布会.mp4',
      '信息 会议纪要11.18 | 会议纪要11.18',
      '信息  | .docx',
      '信息  | 附件',
    ]);
    expect(forms[0]).toMatchObject({ date: '2017-12-18', link: '', file: { fileKey: 'file_1' } });
  });

  it('that comes twice brings one form', async () => {
    const { send, queued } = await begin();
    await send('推进会.docx');
    await send('推进会.docx');
    expect(await queued()).toHaveLength(1);
  });

  it('in a group is meant for the people there', async () => {
    const { send, queued } = await begin();
    await send('推进会.docx', { chatType: 'group' });
    expect(await queued()).toEqual([]);
  });

  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), '没有收下“推进会.docx”：文件是空的。请确认选对了文件，重新发送。'],
    [
      'over 30 MB',
      new Uint8Array(30 * MB + 1),
      '没有收下“推进会.docx”：文件超过 30 MB，审核时打不开。请压缩或拆分后重新发送，或发“报送 标题 链接”。',
    ],
  ])('that is %s is refused at once', async (_, bytes, words) => {
    const { send, said } = await begin();
    await send('推进会.docx', { bytes });
    expect(await said()).toEqual([words]);
  });

  it.each<[ChatFailureCode, string]>([
    ['too-large', '文件超过 30 MB'],
    ['recalled', '平台没有给出文件内容'],
  ])('that the platform does not hand out (%s) is refused at once', async (code, words) => {
    const { chat, send, said } = await begin();
    chat.downloadFile = failing(code);
    await send('推进会.docx');
    expect((await said()).join()).toContain(words);
  });

  it('is taken where the platform does not answer just now', async () => {
    const { chat, send, drafts } = await begin();
    chat.downloadFile = failing('timeout');
    await send('推进会.docx');
    expect(await drafts()).toMatchObject([{ file: { name: '推进会.docx' } }]);
  });
});

describe('a file from somebody else', () => {
  it.each([
    ['whose office owes none', 'ou_wangfang', '计划没有要求财政局报送'],
    ['unknown', 'ou_nobody', '通讯录里没有您的联络人信息，不能报送'],
  ])('who is %s is refused, with who may import plans', async (_, from, words) => {
    const { send, said } = await begin();
    await send('**要点**.docx', { from });
    const [text] = await said();
    expect(text).toContain('没有收下“要点.docx”');
    expect(text).toContain(words);
    expect(text).toContain('导入计划由管理员或主管机构办理');
  });

  it('who administers is a plan, whatever it is, where they have nothing to submit', async () => {
    const { send, queued, deps } = await begin();
    await send('照片.zip', { from: 'ou_admin' });
    const [message] = await queued();
    const card = message?.body.type === 'ledger-card' ? await deps.ledger.findCard(message.body.cardId) : undefined;
    expect(card?.kind).toBe('review');
  });
});
