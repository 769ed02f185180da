import type { Deps } from '../app/deps.ts';
import { replyWithText } from '../app/reply-with-text.ts';
import { isAdministrator } from '../app/review/administrator.ts';
import { severalRowsText, unknownWordText } from '../cards/answer-text.ts';
import { helpText } from '../cards/text.ts';
import { COMMAND_WORDS, FOR_ADMINISTRATORS } from '../domain/words/command.ts';
import { likelyCommands } from '../domain/words/likely-commands.ts';
import { parseCommand } from '../domain/words/parse-command.ts';
import type { TextMessage } from '../ports/inbound.ts';
import type { Answer, Said } from './words/answer.ts';
import { answerFanOut, answerList, answerRegister, answerReview } from './words/card-words.ts';
import { answerBack, answerLeave } from './words/leave-words.ts';
import { answerLookBack } from './words/look-back-words.ts';
import { answerPause } from './words/pause-words.ts';
import { answerRate } from './words/rate-words.ts';
import { answerReport } from './words/report-words.ts';
import { answerMyQuotas, answerNilReport, answerSubmissions, answerSubmit } from './words/submission-words.ts';
import { answerUndo } from './words/undo-words.ts';

/** Answers what a person writes to the bot, in their own chat or in a group that mentions it. */
export async function handleText(deps: Deps, message: TextMessage): Promise<void> {
  const answer = await answerTo({ deps, message });
  if (!answer) return;
  const { text, brief = text } = answer;
  const inGroup = message.chatType === 'group';
  await replyWithText(deps, message, inGroup ? brief : text, inGroup && brief !== text ? text : null);
}

async function answerTo(from: Said): Promise<Answer> {
  const command = parseCommand(from.message.text);
  switch (command.kind) {
    case 'mine':
    case 'overdue':
      return answerList(from, command.kind);
    case 'register':
      return answerRegister(from, command.rest);
    case 'review':
      return answerReview(from);
    case 'fan-out':
      return answerFanOut(from, command);
    case 'done':
    case 'progress':
    case 'trouble':
    case 'seen':
      return answerReport(from, { kind: command.kind, no: command.no, rest: command.rest });
    case 'undo':
      return answerUndo(from, command.no);
    case 'leave':
      return answerLeave(from, command.rest);
    case 'back':
      return answerBack(from);
    case 'pause':
    case 'resume':
      return answerPause(from, command.kind, command.rest);
    case 'look-back':
      return answerLookBack(from, command.rest);
    case 'submit':
      return answerSubmit(from, command.lead, command.rest);
    case 'my-quotas':
      return answerMyQuotas(from);
    case 'review-submissions':
      return answerSubmissions(from);
    case 'nil-report':
      return answerNilReport(from, command.rest);
    case 'rate':
      return answerRate(from, command.rest);
    case 'several-rows':
      return { text: severalRowsText(command.of) };
    case 'help':
      return { text: helpText({ administrator: await isAdministrator(from.deps, from.message.senderOpenId) }) };
    case 'unknown':
      return unknown(from);
  }
}

async function unknown({ deps, message }: Said): Promise<Answer> {
  const administrator = await isAdministrator(deps, message.senderOpenId);
  const usable = COMMAND_WORDS.filter(({ kind }) => administrator || !FOR_ADMINISTRATORS.includes(kind));
  return { text: unknownWordText(likelyCommands(message.text, usable)) };
}
