/** The widget's options, the lines that embed it, and its words. */

import { expect } from 'chai';
import { widgetCode } from '../../dist/directory/widget-code.js';
import { parseOptions } from '../../dist/widget/options.js';
import { ENGLISH } from '../../dist/widget/words/english.js';
import { FRENCH } from '../../dist/widget/words/french.js';
import { GERMAN } from '../../dist/widget/words/german.js';
import { SPANISH } from '../../dist/widget/words/spanish.js';
import { expectTranslations } from '../support/translations.js';

describe('The widget', () => {
  it('takes language and map from its address', () => {
    expect(parseOptions('#lang=de&map=0')).to.deep.equal({ language: 'de', hasMap: false });
    expect(parseOptions('map=1')).to.deep.equal({ language: null, hasMap: true });
  });

  it('passes over what it does not know', () => {
    expect(parseOptions('#lang=xx&colour=red')).to.deep.equal({ language: null, hasMap: true });
    expect(parseOptions('')).to.deep.equal({ language: null, hasMap: true });
  });

  it('is embedded by lines whose texts cannot end an attribute', () => {
    expect(widgetCode('https://yarra.example', 'de', '"Spaces" & <b>')).to.equal(
      '<iframe src="https://yarra.example/widget#lang=de" title="&quot;Spaces&quot; &amp; &lt;b>"\n' +
        '  width="100%" height="560" loading="lazy"></iframe>',
    );
  });

  it('has the same parameters in every language', () => {
    expectTranslations(ENGLISH, { GERMAN, FRENCH, SPANISH });
  });
});
