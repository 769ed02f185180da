import type { SentCard } from '../../domain/delivery/message.ts';

/** What an `event` card is about: the rows to choose from, one of them, or the event that was registered on it. */
export type EventSubject =
  | { readonly at: 'list'; readonly words: string }
  /** `words` stand in for a title that nobody has typed yet. */
  | { readonly at: 'form'; readonly rowId: string; readonly words: string }
  | { readonly at: 'event'; readonly eventId: string };

export function subjectOf(card: Pick<SentCard, 'subject'>): EventSubject {
  const subject = card.subject ?? 'list';
  const [kind, first = '', ...rest] = subject.split(' ');
  if (kind === 'list') return { at: 'list', words: [first, ...rest].join(' ') };
  return kind === 'rule' ? { at: 'form', rowId: first, words: rest.join(' ') } : { at: 'event', eventId: subject };
}

export function subjectText(subject: EventSubject): string {
  switch (subject.at) {
    case 'list':
      return `list ${subject.words}`.trim();
    case 'form':
      return `rule ${subject.rowId} ${subject.words}`.trim();
    case 'event':
      return subject.eventId;
  }
}
