import { entrySchemaId, entrySchemas, entryShapes } from '@covisa/protocol';
import { expect } from 'chai';

describe('the schemas of the entries', () => {
  it('are one document for each type, with their own id, title and description', () => {
    expect(Object.keys(entrySchemas)).to.deep.equal(Object.keys(entryShapes));
    for (const [type, schema] of Object.entries(entrySchemas)) {
      expect(schema.$schema).to.equal('https://json-schema.org/draft/2020-12/schema');
      expect(schema.$id).to.equal(`urn:covisa:schema:entry:${type}:1`);
      expect(schema.title).to.equal(`covisa log entry: ${type}`);
      expect(schema.description).to.be.a('string').with.length.above(20);
      expect(schema.type).to.equal('object');
    }
    expect(entrySchemaId('stamp')).to.equal('urn:covisa:schema:entry:stamp:1');
  });

  it('say what the shapes check', () => {
    expect(entrySchemas.void).to.deep.include({
      required: ['type', 'index', 'date'],
      properties: {
        type: { const: 'void' },
        index: { type: 'integer', minimum: 0, maximum: 9_007_199_254_740_991 },
        date: {
          type: 'string',
          minLength: 10,
          maxLength: 10,
          pattern: '^2\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
        },
      },
    });
  });

  it('are plain JSON, and admit members of later versions', () => {
    for (const schema of Object.values(entrySchemas)) {
      expect(JSON.parse(JSON.stringify(schema))).to.deep.equal(schema);
      expect(schema).not.to.have.property('additionalProperties');
    }
  });
});
