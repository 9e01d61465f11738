/** Who recorded a visit, in the words of the pages. */

import { expect } from 'chai';
import type { RecorderView } from '../../dist/api/desk-views.js';
import { speaker } from '../../dist/i18n/words.js';
import { recorderText } from '../../dist/ui/recorder.js';
import { ENGLISH } from '../../dist/ui/words/english.js';
import { GERMAN } from '../../dist/ui/words/german.js';
import type { CommonTable } from '../../dist/ui/words/load.js';

const OWNER: RecorderView = { kind: 'owner', name: null };

describe('Who recorded a visit', () => {
  const english = speaker<CommonTable>('en', ENGLISH);

  it('is told by name, also where the name is that of a role', () => {
    const named = recorderText({ kind: 'person', name: 'Owner' }, english);
    expect(named).to.equal('by \u2068Owner\u2069');
    expect(recorderText(OWNER, english)).to.equal('by the owner');
  });

  it('is told in the page’s language where there is no name', () => {
    const german = speaker<CommonTable>('de', GERMAN);
    expect(recorderText(OWNER, german)).to.equal('durch die Leitung');
    const self = recorderText({ kind: 'self', name: null }, german);
    expect(self).to.equal('durch Selbst-Einchecken');
    const line = recorderText({ kind: 'command-line', name: null }, english);
    expect(line).to.equal('by the command line');
  });
});
