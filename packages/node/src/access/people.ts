/** Desk people: a name and a PIN each. */

import type { Seconds } from '@covisa/protocol';
import { type AccessContext, checkNewName, notThere, withOneMore, without } from './context.js';
import { checkPin } from './easy.js';
import { PEOPLE_MAX, type PersonRecord } from './records.js';
import { makeId } from './secrets.js';

/** A desk person, without the PIN. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly created: Seconds;
}

/** The desk people of the space. */
export class People {
  readonly #context: AccessContext;

  constructor(context: AccessContext) {
    this.#context = context;
  }

  /** Ordered by name. */
  list(): readonly PersonView[] {
    const { people } = this.#context.book.record;
    return [...people].sort((a, b) => a.name.localeCompare(b.name)).map(personView);
  }

  /** @throws NodeError CONFLICT, PIN_TOO_EASY */
  async add(name: string, pin: string): Promise<PersonView> {
    checkPin(pin);
    const { book, now, passwords, random } = this.#context;
    const person = { id: makeId(random), name, pin: await passwords.hash(pin), created: now() };
    await book.change((record) => {
      checkNewName(record.people, name, 'people');
      return { ...record, people: withOneMore(record.people, person, PEOPLE_MAX, 'people') };
    });
    return personView(person);
  }

  /**
   * A new PIN ends the sessions that the old one began.
   * @throws NodeError NOT_FOUND, PIN_TOO_EASY
   */
  async setPin(id: string, pin: string): Promise<void> {
    checkPin(pin);
    const kept = await this.#context.passwords.hash(pin);
    await this.#context.book.change((record) => {
      if (!record.people.some((one) => one.id === id)) throw notThere('people');
      return {
        ...record,
        people: record.people.map((one) => (one.id === id ? { ...one, pin: kept } : one)),
        sessions: record.sessions.filter(({ person }) => person !== id),
      };
    });
  }

  /** @throws NodeError NOT_FOUND */
  async remove(id: string): Promise<void> {
    await this.#context.book.change((record) => ({
      ...record,
      people: without(record.people, id, 'people'),
      sessions: record.sessions.filter(({ person }) => person !== id),
    }));
  }
}

function personView({ id, name, created }: PersonRecord): PersonView {
  return { id, name, created };
}
