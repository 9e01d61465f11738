/** Amounts that reception types, and the Wi-Fi code that it shows. */

import { expect } from 'chai';
import { amountText, parseAmount } from '../../dist/i18n/amounts.js';
import { wifiText } from '../../dist/qr/wifi-text.js';

describe('An amount of money', () => {
  it('is typed with a point or a comma, in the currency’s own minor units', () => {
    expect(parseAmount('25', 'EUR')).to.equal(2500);
    expect(parseAmount('25.5', 'EUR')).to.equal(2550);
    expect(parseAmount(' 25,50 ', 'EUR')).to.equal(2550);
    expect(parseAmount('3000', 'JPY')).to.equal(3000);
    expect(parseAmount('0', 'EUR')).to.equal(0);
  });

  it('is refused where it is none', () => {
    for (const text of ['', '-5', '1.234,50', '25.505', 'free', '99999999999']) {
      expect(parseAmount(text, 'EUR'), text).to.equal(null);
    }
    expect(parseAmount('3000.5', 'JPY')).to.equal(null);
  });

  it('is shown for editing as the language writes it', () => {
    expect(amountText(2550, 'EUR', 'de')).to.equal('25,50');
    expect(amountText(123_450, 'EUR', 'en')).to.equal('1234.50');
    expect(amountText(3000, 'JPY', 'en')).to.equal('3000');
  });
});

describe('The Wi-Fi code', () => {
  it('escapes what its format uses', () => {
    expect(wifiText({ ssid: 'Loft; 2', password: 'a\\b:c,d"e', hidden: false })).to.equal(
      'WIFI:T:WPA;S:Loft\\; 2;P:a\\\\b\\:c\\,d\\"e;;',
    );
  });

  it('says that a network is open or hidden', () => {
    expect(wifiText({ ssid: 'Loft', password: null, hidden: true })).to.equal(
      'WIFI:T:nopass;S:Loft;H:true;;',
    );
  });
});
