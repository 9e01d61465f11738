/** PINs and passwords that are refused, since somebody would try them first. */

import { expect } from 'chai';
import { testAccess } from '../support/access.js';
import { codeOfAsync } from '../support/errors.js';

describe('easy secrets', () => {
  it('ACCESS-14: takes no PIN that anybody would try first', async () => {
    const access = await testAccess();
    await access.setPassword('correct horse');
    const ada = await access.people.add('Ada', '4711');
    const easy = ['0000', '1234', '9876', '7890', '3210', '1212', '471471', '0987654321'];
    easy.push('2580', '0852', '147258', '147369', '1998', '2025', '112233', '1100', '1230');
    for (const pin of easy) {
      expect(await codeOfAsync(access.people.setPin(ada.id, pin)), pin).to.equal('PIN_TOO_EASY');
    }
    expect(await codeOfAsync(access.people.add('Bea', '4444'))).to.equal('PIN_TOO_EASY');
    for (const pin of ['1235', '2468', '0815', '47114', '2583', '2125', '112234', '19982'])
      await access.people.setPin(ada.id, pin);
  });

  it('ACCESS-15: takes no password of hardly any different characters', async () => {
    const access = await testAccess();
    for (const easy of ['aaaaaaaaaa', 'abababababab', '12341234123412']) {
      expect(await codeOfAsync(access.setPassword(easy)), easy).to.equal('PASSWORD_TOO_EASY');
      expect(await codeOfAsync(access.setFirstPassword(easy)), easy).to.equal('PASSWORD_TOO_EASY');
    }
    expect(access.isPasswordSet()).to.equal(false);
    await access.setPassword('abcdeabcde');
  });
});
