import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** `npm run bench -- NAME [arguments]` runs the default export of NAME.ts; without a name it lists them. */
const [name, ...rest] = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== basename(import.meta.filename))
  .map((file) => basename(file, '.ts'));
if (name === undefined || !names.includes(name)) {
  process.stdout.write(`Benchmarks: ${names.join(', ')}\n`);
  process.exitCode = name === undefined ? 0 : 2;
} else {
  const { default: run }: { default: (args: readonly string[]) => Promise<void> } = await import(
    `./${name}.ts`
  );
  await run(rest);
}
