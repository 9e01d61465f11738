/** A process that ends with a word instead of playing what it is sent. */

process.once('message', () => {
  process.stderr.write('out of ideas\n', () => process.exit(3));
});
