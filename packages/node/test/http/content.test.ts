import { gzipSync } from 'node:zlib';
import { encodeUtf8 } from '@covisa/protocol';
import { expect } from 'chai';
import fc from 'fast-check';
import { acceptsGzip, decodeContent, encodeContent } from '../../dist/http/content.js';
import { codeOf } from '../support/errors.js';

describe('content codings', () => {
  const long = encodeUtf8('entry\n'.repeat(1000));

  it('shorten what is long and can be shortened, for those who take gzip', () => {
    const sent = encodeContent(long, true);
    expect(sent.headers).to.deep.equal({ 'content-encoding': 'gzip' });
    expect(sent.body.length).to.be.below(200);
    expect(decodeContent('gzip', sent.body, 6000)).to.deep.equal(long);
    expect(encodeContent(long, false)).to.deep.equal({ headers: {}, body: long });
    expect(encodeContent(encodeUtf8('short'), true).headers).to.deep.equal({});
  });

  it('bring every body back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), fc.boolean(), (body, gzip) => {
        const sent = encodeContent(body, gzip);
        expect(decodeContent(sent.headers['content-encoding'], sent.body, 4000)).to.deep.equal(
          body,
        );
      }),
    );
  });

  it('inflate nothing beyond the limit', () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(codeOf(() => decodeContent('gzip', bomb, 1000))).to.equal('BODY_TOO_LARGE');
    expect(codeOf(() => decodeContent('gzip', encodeContent(long, true).body, 5999))).to.equal(
      'BODY_TOO_LARGE',
    );
    expect(codeOf(() => decodeContent(undefined, long, 5999))).to.equal('BODY_TOO_LARGE');
  });

  it('refuse what is cut short, is no gzip, or is coded in another way', () => {
    const cut = gzipSync(long).subarray(0, -9);
    expect(codeOf(() => decodeContent('gzip', cut, 6000))).to.equal('REQUEST_INVALID');
    expect(codeOf(() => decodeContent('gzip', long, 6000))).to.equal('REQUEST_INVALID');
    expect(codeOf(() => decodeContent('br', long, 6000))).to.equal('MEDIA_TYPE_UNSUPPORTED');
    expect(codeOf(() => decodeContent('gzip, gzip', long, 6000))).to.equal(
      'MEDIA_TYPE_UNSUPPORTED',
    );
  });

  it('are asked for by accept-encoding', () => {
    expect(['gzip', 'br, gzip', 'gzip;q=0.5', 'GZIP'].map(acceptsGzip)).to.deep.equal(
      Array(4).fill(true),
    );
    expect(
      [undefined, '', 'identity', 'br', 'gzip;q=0', 'xgzip', 'gzip; q=0.0, br'].map(acceptsGzip),
    ).to.deep.equal(Array(7).fill(false));
  });
});
