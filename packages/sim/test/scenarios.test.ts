import { expect } from 'chai';
import { playScenario, scenarioNames } from '../dist/scenarios/scenarios.js';

describe('The scenario', function () {
  this.timeout(60_000);

  for (const name of scenarioNames()) {
    it(`${name.replaceAll('-', ' ')} goes as it is remembered`, async () => {
      const { trace, golden } = await playScenario(name);
      expect(trace).to.equal(golden);
      expect(trace).not.to.include('VIOLATION');
    });
  }
});
