/** Writes to one space: a note, an introduction or an incident. */

import { useState } from 'preact/hooks';
import type { Say } from '../../i18n/words.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextArea, TextField } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { Tabs } from '../parts/tabs.js';
import type { Conversation } from './conversations.js';
import { IntroductionFields } from './introduction-fields.js';
import { useDraft } from './kept-drafts.js';
import {
  EMPTY_DRAFT,
  type MessageDraft,
  type MessageProblem,
  parseDraft,
} from './message-draft.js';
import { SendProblem, useSending } from './sending.js';
import { textProblem } from './text-problem.js';
import type { MessagesTable } from './words/load.js';

const KINDS = ['note', 'introduction', 'incident'] as const;
type Kind = (typeof KINDS)[number];

interface Props {
  readonly say: Say<MessagesTable>;
  readonly conversation: Conversation;
  /** The space's date. */
  readonly today: string;
  /** What the route says is to be written. */
  readonly kind: string;
  readonly onSent: () => void;
}

/** The kinds as tabs, and the form of one; what is typed in the others stays. */
export function Compose(props: Props) {
  const { say, conversation } = props;
  const kind = KINDS.find((one) => one === props.kind) ?? 'note';
  const base = `#/messages/${conversation.space}`;
  return (
    <section class="card stack" aria-label={say('write')}>
      <Tabs
        label={say('write')}
        tabs={KINDS.map((one) => ({
          href: one === 'note' ? base : `${base}/${one}`,
          text: say(`kind-${one}`),
          isCurrent: one === kind,
        }))}
      />
      <Form key={kind} {...props} kind={kind} />
    </section>
  );
}

function Form({ say, conversation, today, kind, onSent }: Props & { readonly kind: Kind }) {
  const { space, programmes } = conversation;
  const { draft, change, drop } = useDraft(`${space}/${kind}`, { ...EMPTY_DRAFT, date: today });
  const [wrong, setWrong] = useState<readonly MessageProblem[]>([]);
  const [isSent, setSent] = useState(false);
  const { busy, error, send } = useSending(onSent);
  const submit = (): void => {
    const parsed = parseDraft(kind, draft, today);
    setWrong('wrong' in parsed ? parsed.wrong : []);
    setSent(false);
    if ('wrong' in parsed) return;
    const programme = draft.programme === '' ? null : draft.programme;
    send({ to: space, programme, replyTo: null, content: parsed.content }, () => {
      drop();
      setSent(true);
    });
  };
  const fields = { say, draft, wrong, onDraft: change };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p class="soft small">{say(`hint-${kind}`)}</p>
      {programmes.length > 1 && (
        <SelectField
          label={say('programme')}
          value={draft.programme === '' ? (programmes[0]?.id ?? '') : draft.programme}
          choices={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          onValue={(programme) => change({ programme })}
        />
      )}
      {kind === 'introduction' ? (
        <IntroductionFields {...fields} today={today} />
      ) : (
        <TextFields {...fields} kind={kind} today={today} />
      )}
      {isSent && <Notice tone="good">{say('sent')}</Notice>}
      <SendProblem say={say} error={error} />
      <div class="row">
        <Button type="submit" icon="mail" busy={busy}>
          {say('send')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly say: Say<MessagesTable>;
  readonly draft: MessageDraft;
  readonly wrong: readonly MessageProblem[];
  readonly onDraft: (part: Partial<MessageDraft>) => void;
  readonly today: string;
  readonly kind: Kind;
}

function TextFields({ say, draft, wrong, onDraft, today, kind }: FieldsProps) {
  return (
    <>
      {kind === 'incident' && (
        <TextField
          label={say('date')}
          type="date"
          max={today}
          value={draft.date}
          problem={wrong.includes('date') ? say('dateWrong') : null}
          onValue={(date) => onDraft({ date })}
        />
      )}
      <TextArea
        label={say('text')}
        value={draft.text}
        problem={textProblem(say, wrong)}
        onValue={(text) => onDraft({ text })}
      />
    </>
  );
}
