/** The harness itself: a film's code is read by another decoder, and a real page by axe. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { personPage } from './support/chromium.js';
import { writeFilm } from './support/film.js';
import { describeInBrowser } from './support/in-browser.js';
import { readByZbar, seriousViolations } from './support/looks.js';

describeInBrowser('The harness', (browsers) => {
  const folder = mkdtempSync(join(tmpdir(), 'covisa-harness-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows a film to the camera, and zbar reads the code in it', async () => {
    const camera = join(folder, 'film.y4m');
    writeFilm(camera, [{ shows: 'CV1:HARNESS', seconds: 1 }]);
    const browser = await browsers.another({ camera });
    const page = await personPage(browser);
    await page.route('http://localhost/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<video autoplay muted></video>' }),
    );
    await page.goto('http://localhost/');
    await page.evaluate(async () => {
      const video = document.querySelector('video');
      if (video === null) throw new Error('expected a video');
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
      await video.play();
    });
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
    const read = await readByZbar(page.locator('video'), join(folder, 'film.png'));
    expect(read).to.equal('CV1:HARNESS');
  });

  it('finds a button that says nothing', async () => {
    const page = await personPage(browsers.shared());
    await page.setContent('<html lang="en"><title>x</title><main><button></button></main></html>');
    expect(await seriousViolations(page)).to.have.lengthOf(1);
    await page.context().close();
  });
});
