import process from 'node:process';
import { supervise } from './start/supervise.ts';

process.exit(await supervise(process.env, import.meta.dirname));
