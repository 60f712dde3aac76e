import { createFolderLedger } from '../../src/store/index.ts';

/** A process that claims a video and keeps it until it is ended: `claim-and-wait.ts FOLDER ID`. */
const [out = '', id = ''] = process.argv.slice(2);
await createFolderLedger(out).claim(id);
process.send?.('claimed');
setInterval(() => undefined, 1_000);
