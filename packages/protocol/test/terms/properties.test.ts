import {
  describeOffer,
  describeTerms,
  ENGLISH,
  explainFor,
  type JudgeInput,
  judge,
  offer as offerShape,
  sentence,
  terms as termsShape,
  type Verdict,
} from '@covisa/protocol';
import { FRENCH } from '@covisa/protocol/words/french';
import { GERMAN } from '@covisa/protocol/words/german';
import { SPANISH } from '@covisa/protocol/words/spanish';
import { expect } from 'chai';
import fc from 'fast-check';
import { judgeInput, nearDate, offer, ordinaryInput, space, terms, usage } from './arbitraries.js';
import { HOST, input, offered } from './support.js';

const LANGUAGES = [ENGLISH, GERMAN, FRENCH, SPANISH];

const RUNS = { numRuns: 500 };

/** What is left before this visit, by count; no limit is more than any. */
function before({ left }: Verdict): readonly number[] {
  return [left.perHost, left.perProgramme, left.homeAtHost].map(
    (one) => one?.before ?? Number.POSITIVE_INFINITY,
  );
}

const GENEROSITY = { refuse: 0, paid: 1, free: 2 } as const;

describe('judge, for all terms and visits', () => {
  it('JUDGE-3: the order of the usage does not matter', () => {
    fc.assert(
      fc.property(judgeInput, fc.infiniteStream(fc.nat()), (one, order) => {
        const drawn = one.usage.map((visit) => ({ visit, key: order.next().value ?? 0 }));
        const shuffled = drawn.sort((a, b) => a.key - b.key).map(({ visit }) => visit);
        expect(judge({ ...one, usage: shuffled })).to.deep.equal(judge(one));
      }),
      RUNS,
    );
  });

  it('JUDGE-3: repeats in the usage do not matter', () => {
    fc.assert(
      fc.property(judgeInput, (one) => {
        const twice = { ...one, usage: [...one.usage, ...one.usage] };
        const homeTwice = one.homeAtHost && [...one.homeAtHost, ...one.homeAtHost];
        expect(judge({ ...twice, homeAtHost: homeTwice })).to.deep.equal(judge(one));
      }),
      RUNS,
    );
  });

  it('a free visit more never leaves more', () => {
    fc.assert(
      fc.property(fc.oneof(ordinaryInput, judgeInput), space, nearDate, (one, host, date) => {
        const more = { host, date, kind: 'free', weight: 1 } as const;
        const [less, was] = [judge({ ...one, usage: [...one.usage, more] }), judge(one)];
        // A visit on the very date is the same visit: then half days weigh as that one did.
        fc.pre(!less.sameDay && !was.sameDay);
        const wasLeft = before(was);
        before(less).forEach((left, index) => {
          expect(left).to.be.at.most(wasLeft[index] ?? 0);
        });
      }),
      RUNS,
    );
  });

  it('a free verdict has its weight left in every count', () => {
    fc.assert(
      fc.property(fc.oneof(ordinaryInput, judgeInput), (one) => {
        const verdict = judge(one);
        fc.pre(verdict.outcome === 'free' && !verdict.sameDay);
        for (const left of before(verdict)) expect(left).to.be.at.least(verdict.weight);
      }),
      RUNS,
    );
  });

  it('the same input gives the same verdict, and is not changed by it', () => {
    fc.assert(
      fc.property(judgeInput, (one) => {
        const copy: JudgeInput = structuredClone(one);
        const verdict = judge(one);
        expect(judge(copy)).to.deep.equal(verdict);
        expect(one).to.deep.equal(copy);
      }),
      RUNS,
    );
  });

  it('every verdict decides by its first reason, and can be said', () => {
    fc.assert(
      fc.property(judgeInput, (one) => {
        const verdict = judge(one);
        expect(verdict.decidedBy).to.equal(verdict.reasons[0].rule);
        expect(sentence(verdict)).not.to.match(/\{|undefined|NaN|\s$/);
        for (const language of LANGUAGES) {
          const story = explainFor('owner', verdict, language, 'Europe/Berlin').join(' ');
          expect(story).not.to.match(/\{|undefined|NaN/);
        }
      }),
      RUNS,
    );
  });

  it('a visit is stamped as free only if it is free, and costs nothing only then', () => {
    fc.assert(
      fc.property(judgeInput, (one) => {
        const verdict = judge(one);
        fc.pre(!verdict.sameDay);
        const kinds = { free: 'free', paid: 'paid', refuse: null } as const;
        expect(verdict.kind).to.equal(kinds[verdict.outcome]);
        expect(verdict.pays.kind === 'nothing').to.equal(verdict.outcome === 'free');
        expect(verdict.pays.kind === 'refused').to.equal(verdict.outcome === 'refuse');
      }),
      RUNS,
    );
  });

  it('TERMS-4: reciprocity "min" never gives more than the host offers, or than the home offers', () => {
    const generous = fc.record({ allowances: terms, host: offer, home: offer, usage });
    fc.assert(
      fc.property(generous, (drawn) => {
        const base = drawn.allowances;
        const pick = ({ allowances, after, consecutive }: typeof drawn.host) => ({
          ...(allowances && { allowances }),
          ...(after && { after }),
          ...(consecutive && { consecutive }),
        });
        const { dayBoundary, ...programme } = base;
        const [host, home] = [pick(drawn.host), pick(drawn.home)];
        const with_ = (reciprocity: 'host' | 'min', at: typeof host) =>
          judge(
            offered({ ...programme, reciprocity }, at, home, {
              usage: drawn.usage.filter((one) => one.host !== HOST || one.date !== '2027-05-12'),
            }),
          );
        expect(dayBoundary ?? 0).to.be.at.least(0);
        const least = with_('min', host);
        for (const either of [with_('host', host), with_('host', home)]) {
          expect(GENEROSITY[least.outcome]).to.be.at.most(GENEROSITY[either.outcome]);
          before(least).forEach((left, index) => {
            expect(left).to.be.at.most(before(either)[index] ?? 0);
          });
        }
      }),
      RUNS,
    );
  });

  it('TERMS-3: an offer that decides nothing never takes away from the terms', () => {
    fc.assert(
      fc.property(terms, offer, usage, (programme, own, used) => {
        const { dayBoundary, refuses, ...rest } = own;
        const { hostDecides, reciprocity, ...fixed } = programme;
        const alone = judge(input(fixed, { usage: used }));
        const withOffer = judge(offered(fixed, rest, null, { usage: used }));
        expect(GENEROSITY[withOffer.outcome]).to.be.at.least(GENEROSITY[alone.outcome]);
      }),
      RUNS,
    );
  });

  it('terms and offers can be described, and come back through JSON', () => {
    fc.assert(
      fc.property(terms, offer, (programme, own) => {
        for (const language of LANGUAGES) {
          const said = [...describeTerms(programme, language), ...describeOffer(own, language)];
          expect(said.join(' ')).not.to.match(/\{|undefined|NaN/);
        }
        const termsAgain = termsShape.parse(JSON.parse(JSON.stringify(programme)));
        expect(termsAgain).to.deep.equal(programme);
        expect(Object.keys(offerShape.parse(own))).to.have.members(Object.keys(own));
      }),
      { numRuns: 300 },
    );
  });
});
