/** Links for mails: an address is another space's text. */

import { expect } from 'chai';
import { mailtoOf } from '../../dist/ui/mailto.js';

describe('A link for mails', () => {
  it('keeps in the address whatever stands in it', () => {
    expect(mailtoOf('hello@loft.example')).to.equal('mailto:hello@loft.example');
    expect(mailtoOf('a?cc=b&body=c@d.example')).to.equal('mailto:a%3Fcc%3Db%26body%3Dc@d.example');
  });
});
