// `npm start`: with arguments, copydesk itself; without, the article of the bundled sample from its recorded answers.
const sample = [
  'write',
  'samples/biden-zelenskyy/captions.en.vtt',
  '--replay',
  'samples/biden-zelenskyy/recording',
  '--print',
  'txt',
];
if (process.argv.length === 2) process.argv.push(...sample);
await import('../src/cli.ts');
