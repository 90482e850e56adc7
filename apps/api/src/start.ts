import process from 'node:process';
import { supervise } from './start/supervise.ts';

// Nobody reads any more (`npm start | head`, a closed terminal): what is said is lost, the orderly end is not.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

process.exit(await supervise(process.env, import.meta.dirname));
