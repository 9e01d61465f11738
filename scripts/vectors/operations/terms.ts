/** Operations of the chapter terms. */

import {
  describeOffer,
  describeTerms,
  type JudgeInput,
  judge,
  parseOffer,
  parseTerms,
  sentence,
  shape,
} from '@covisa/protocol';
import { asTyped, type Operations, operation } from './operation.js';

const anything = asTyped<unknown>();

export const termsOperations: Operations = {
  'check-terms': operation(shape.closed({ terms: anything }), ({ terms }) => {
    parseTerms(terms);
    return {};
  }),
  'check-offer': operation(shape.closed({ offer: anything }), ({ offer }) => {
    parseOffer(offer);
    return {};
  }),
  judge: operation(asTyped<JudgeInput>(), judge),
  'verdict-sentence': operation(asTyped<JudgeInput>(), (input) => ({
    sentence: sentence(judge(input)),
  })),
  'describe-terms': operation(shape.closed({ terms: anything }), ({ terms }) => ({
    sentences: describeTerms(parseTerms(terms)),
  })),
  'describe-offer': operation(shape.closed({ offer: anything }), ({ offer }) => ({
    sentences: describeOffer(parseOffer(offer)),
  })),
};
