/** One message: its kind, who wrote it and when, what it says, how it fares, what can be done. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/client.js';
import type { MessageView } from '../../api/message-views.js';
import { dateText, daysText, instantText, isolated } from '../../i18n/formats.js';
import type { Say } from '../../i18n/words.js';
import { nowSeconds } from '../../platform/clock.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { visibleName } from '../../ui/visible-name.js';
import { Ask } from '../parts/ask.js';
import { AnswerForm } from './answer-form.js';
import { answerTo, type Conversation, titleOf } from './conversations.js';
import { deliveryOf, type Ways } from './delivery.js';
import { DeliveryLine } from './delivery-line.js';
import type { MessagesTable } from './words/load.js';

interface Props {
  readonly say: Say<MessagesTable>;
  readonly conversation: Conversation;
  readonly messages: readonly MessageView[];
  readonly message: MessageView;
  readonly isNew: boolean;
  readonly ways: Ways;
  /** The space's date. */
  readonly today: string;
  readonly onChanged: () => void;
}

/** The tone of each answer. */
const ANSWER_TONES = { welcome: 'good', full: 'bad', note: 'warn' } as const;

/** The message. */
export function MessageItem(props: Props) {
  const { say, conversation, messages, message, isNew } = props;
  const { language } = useCommon();
  const { direction, content, time } = message;
  return (
    <li class={`message card stack tight ${direction}`}>
      <div class="row">
        <strong>
          <bdi>{direction === 'in' ? titleOf(conversation) : say('you')}</bdi>
        </strong>
        <span class="badge">{say(`kind-${content.kind}`)}</span>
        {isNew && <span class="badge good">{say('isNew')}</span>}
        <time class="soft small" dateTime={new Date(time * 1000).toISOString()}>
          {instantText(language, time)}
        </time>
      </div>
      <Answered say={say} message={message} messages={messages} />
      <Content say={say} message={message} />
      <Foot {...props} />
    </li>
  );
}

/** Which message it answers. */
function Answered({ say, message, messages }: Pick<Props, 'say' | 'message' | 'messages'>) {
  const { language } = useCommon();
  const answered = messages.find(
    ({ id, direction }) => id === message.replyTo && direction !== message.direction,
  );
  if (answered === undefined) return null;
  const { content } = answered;
  const what =
    content.kind === 'introduction'
      ? say('introductionOf', { days: daysText(language, content.first, content.last) })
      : say(`kind-${content.kind}`);
  return <p class="soft small">{say('answers', { what })}</p>;
}

function Content({ say, message: { content } }: Pick<Props, 'say' | 'message'>) {
  const { language } = useCommon();
  switch (content.kind) {
    case 'introduction':
      return <Introduction say={say} content={content} />;
    case 'answer':
      return (
        <>
          <p>
            <span class={`badge ${ANSWER_TONES[content.answer]}`}>
              {say(`answer-${content.answer}`)}
            </span>
          </p>
          {content.text !== undefined && <Text text={content.text} />}
        </>
      );
    case 'incident':
      return (
        <>
          <p class="strong">{say('onDate', { date: dateText(language, content.date) })}</p>
          <Text text={content.text} />
        </>
      );
    case 'note':
    case 'notice':
      return <Text text={content.text} />;
  }
}

function Text({ text }: { readonly text: string }) {
  return (
    <p class="message-text" dir="auto">
      {text}
    </p>
  );
}

interface IntroductionProps extends Pick<Props, 'say'> {
  readonly content: Extract<MessageView['content'], { kind: 'introduction' }>;
}

function Introduction({ say, content }: IntroductionProps) {
  const { language } = useCommon();
  const { first, last, people, needs, displayName = null } = content;
  const who = visibleName(displayName);
  return (
    <>
      <p class="strong">{daysText(language, first, last)}</p>
      <p>
        {who !== null && (
          <>
            <bdi>{who}</bdi> ·{' '}
          </>
        )}
        {say('peopleCount', { count: people })}
      </p>
      {needs !== undefined && <Text text={needs} />}
    </>
  );
}

/** How it fares, what was answered to an introduction, and what can be done. */
function Foot(props: Props) {
  const { say, conversation, message, messages, ways, today, onChanged } = props;
  const delivery = deliveryOf(message, ways, nowSeconds());
  const [isOpen, setOpen] = useState(false);
  const row = useFocusAfter(isOpen);
  const { content, direction } = message;
  const isIntroduction = content.kind === 'introduction';
  const given = answerTo(message, messages);
  const isOurs = direction === 'in';
  const canAnswer = isIntroduction && isOurs && conversation.programmes.length > 0;
  return (
    <>
      <div ref={row} class="row">
        {delivery !== null && <DeliveryLine say={say} delivery={delivery} message={message} />}
        {isIntroduction && <Given say={say} given={given} isOurs={isOurs} />}
        {canAnswer && !isOpen && (
          <Button kind={given === null ? 'primary' : 'quiet'} onClick={() => setOpen(true)}>
            {say(given === null ? 'answer' : 'answerAgain')}
          </Button>
        )}
        <span class="message-erase">
          <Erase {...props} />
        </span>
      </div>
      {isOpen && (
        <AnswerForm
          say={say}
          message={message}
          today={today}
          onSent={onChanged}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** Whoever closes what was opened goes on at the button that opened it. */
function useFocusAfter(isOpen: boolean): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) row.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return row;
}

interface GivenProps extends Pick<Props, 'say'> {
  readonly given: keyof typeof ANSWER_TONES | null;
  readonly isOurs: boolean;
}

function Given({ say, given, isOurs }: GivenProps) {
  if (given === null) {
    return <span class={isOurs ? 'badge warn' : 'badge'}>{say('notAnswered')}</span>;
  }
  const answer = say(`answer-${given}`);
  return (
    <span class={`badge ${ANSWER_TONES[given]}`}>
      {say(isOurs ? 'yourAnswer' : 'theirAnswer', { answer })}
    </span>
  );
}

/** Erases what a message says, at once. */
function Erase({ say, conversation, message, onChanged }: Props) {
  const { language } = useCommon();
  const [isAsked, setAsked] = useState(false);
  const { direction, space, id, state, time } = message;
  const erase = async (): Promise<void> => {
    await api.post('/api/messages/erase', { direction, space, id });
    onChanged();
  };
  const isWaiting = state === 'waiting' || state === 'failed';
  const text = direction === 'in' ? 'eraseIn' : isWaiting ? 'eraseWaiting' : 'eraseOut';
  const who = direction === 'in' ? isolated(titleOf(conversation)) : say('you');
  return (
    <>
      <Button
        kind="link"
        label={`${say('erase')}: ${who}, ${instantText(language, time)}`}
        onClick={() => setAsked(true)}
      >
        {say('erase')}
      </Button>
      {isAsked && (
        <Ask
          title={say('eraseTitle')}
          verb={say('erase')}
          danger
          act={erase}
          onClose={() => setAsked(false)}
        >
          <p>{say(text)}</p>
        </Ask>
      )}
    </>
  );
}
