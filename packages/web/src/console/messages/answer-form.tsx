/** The answer to an introduction: welcome, full, or please note. */

import { MESSAGE_ANSWERS } from '@covisa/protocol';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../api/message-views.js';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { useCommon } from '../../ui/common.js';
import { TextArea } from '../../ui/field.js';
import { useDraft } from './kept-drafts.js';
import { EMPTY_DRAFT, type MessageProblem, parseDraft } from './message-draft.js';
import { SendProblem, useSending } from './sending.js';
import { textProblem } from './text-problem.js';
import type { MessagesTable } from './words/load.js';

interface Props {
  readonly say: Say<MessagesTable>;
  /** The introduction. */
  readonly message: MessageView;
  /** The space's date. */
  readonly today: string;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** The form. Whoever opens it goes on at the first choice. */
export function AnswerForm({ say, message, today, onSent, onClose }: Props) {
  const common = useCommon();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, drop } = useDraft(`answer/${message.id}`, EMPTY_DRAFT);
  const [wrong, setWrong] = useState<readonly MessageProblem[]>([]);
  const { busy, error, send } = useSending(onSent);
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (): void => {
    const parsed = parseDraft('answer', draft, today);
    setWrong('wrong' in parsed ? parsed.wrong : []);
    if ('wrong' in parsed) return;
    const { space: to, programme, id: replyTo } = message;
    send({ to, programme, replyTo, content: parsed.content }, () => {
      drop();
      onClose();
    });
  };
  return (
    <form
      ref={form}
      class="stack answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset
        class="stack tight"
        aria-describedby={wrong.includes('answer') ? `${id}-problem` : undefined}
      >
        <legend>{say('answerTitle')}</legend>
        {MESSAGE_ANSWERS.map((answer) => (
          <label key={answer} class="check">
            <input
              type="radio"
              name={id}
              checked={draft.answer === answer}
              onChange={() => change({ answer })}
            />
            <span>
              {say(`answer-${answer}`)}{' '}
              <span class="soft small row-detail">{say(`answerHint-${answer}`)}</span>
            </span>
          </label>
        ))}
        {wrong.includes('answer') && (
          <p class="problem small" id={`${id}-problem`} role="alert">
            {say('answerWrong')}
          </p>
        )}
      </fieldset>
      <TextArea
        label={say('answerText')}
        hint={say('answerTextHint')}
        rows={3}
        value={draft.text}
        onValue={(text) => change({ text })}
        problem={textProblem(say, wrong)}
      />
      <SendProblem say={say} error={error} />
      <div class="row">
        <Button type="submit" busy={busy}>
          {say('sendAnswer')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {common.say('cancel')}
        </Button>
      </div>
    </form>
  );
}
