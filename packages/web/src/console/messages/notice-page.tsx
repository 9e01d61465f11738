/** A notice to all other spaces of a programme. */

import { useState } from 'preact/hooks';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextArea } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { BackLink } from '../parts/back-link.js';
import { othersIn } from './conversations.js';
import { useDraft } from './kept-drafts.js';
import { EMPTY_DRAFT, type MessageProblem, parseDraft } from './message-draft.js';
import type { MessagesData } from './messages.js';
import { SendProblem, useSending } from './sending.js';
import { textProblem } from './text-problem.js';
import type { MessagesTable } from './words/load.js';

interface Props {
  readonly say: Say<MessagesTable>;
  readonly data: MessagesData;
  readonly onChanged: () => void;
}

/** The page. */
export function NoticePage(props: Props) {
  const { say, data } = props;
  const { programmes, status } = data;
  const open = programmes.flatMap((programme) => {
    const count = othersIn(programme, status.space).length;
    return count === 0 ? [] : [{ id: programme.id, name: programme.name, count }];
  });
  return (
    <div class="stack column">
      <BackLink href="#/messages" text={say('title')} />
      <h1>{say('notice')}</h1>
      {open.length === 0 ? (
        <Notice tone="info">{say('noticeAlone')}</Notice>
      ) : (
        <Form {...props} programmes={open} />
      )}
    </div>
  );
}

interface FormProps extends Props {
  readonly programmes: readonly {
    readonly id: string;
    readonly name: string;
    readonly count: number;
  }[];
}

function Form({ say, data, programmes, onChanged }: FormProps) {
  const { draft, change, drop } = useDraft('notice', EMPTY_DRAFT);
  const [wrong, setWrong] = useState<readonly MessageProblem[]>([]);
  const [sentTo, setSentTo] = useState(0);
  const { busy, error, send } = useSending(onChanged);
  const chosen = programmes.find(({ id }) => id === draft.programme) ?? programmes[0];
  const submit = (): void => {
    const parsed = parseDraft('notice', draft, data.today);
    setWrong('wrong' in parsed ? parsed.wrong : []);
    setSentTo(0);
    if ('wrong' in parsed || chosen === undefined) return;
    send({ to: null, programme: chosen.id, replyTo: null, content: parsed.content }, (sent) => {
      drop();
      setSentTo(sent.length);
    });
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{say('noticeText')}</p>
      {programmes.length > 1 && (
        <SelectField
          label={say('programme')}
          value={chosen?.id ?? ''}
          choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={(programme) => change({ programme })}
        />
      )}
      <TextArea
        label={say('text')}
        hint={say('noticeTo', { count: chosen?.count ?? 0 })}
        rows={6}
        value={draft.text}
        problem={textProblem(say, wrong)}
        onValue={(text) => change({ text })}
      />
      {sentTo > 0 && <Notice tone="good">{say('noticeSent', { count: sentTo })}</Notice>}
      <SendProblem say={say} error={error} />
      <div class="row">
        <Button type="submit" icon="mail" busy={busy}>
          {say('noticeSend')}
        </Button>
      </div>
    </form>
  );
}
