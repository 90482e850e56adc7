import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from '../environment.ts';
import { type Figure, median, rounded } from '../measure.ts';
import { rssOf } from './footprint.ts';

const FILES = 100;
const AT_ONCE = 4;
const ROUNDS = 3;

/** 100 PDFs of 200 kB through `POST /documents`; then the memory that one of 100 MB takes on its way in and out. */
export async function upload(env: Environment): Promise<Record<string, Figure>> {
  const files = Array.from({ length: FILES }, (_, index) => pdf(200_000, index));
  const [floors, values]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await floor(files));
    values.push(await perSecond(files, (file, index) => send(env, file, `Evidence ${index}.pdf`)));
  }
  const [value, least] = [median(values), median(floors)];
  return {
    upload: {
      value: rounded(value, 0),
      unit: 'documents of 200 kB/s',
      floor: rounded(least, 0),
      ratio: rounded(value / least),
      target: 'ratio ≥ 0.15',
      ok: value / least >= 0.15,
    },
    ...(await memory(env)),
  };
}

async function perSecond(files: Buffer[], take: (file: Buffer, index: number) => Promise<unknown>): Promise<number> {
  const queue = [...files.entries()];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await take(next[1], next[0]);
    }),
  );
  return files.length / ((performance.now() - began) / 1_000);
}

/** The same bytes hashed, encrypted and made durable by this Node: no HTTP, no checks, no records. */
async function floor(files: Buffer[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'attestry-floor-'));
  try {
    return await perSecond(files, async (file, index) => {
      const hash = createHash('sha256');
      const cipher = createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12));
      const hashed = new Transform({
        transform(chunk, _, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      const path = join(folder, String(index));
      await pipeline(Readable.from(chunks(file)), hashed, cipher, createWriteStream(path));
      await appendFile(path, cipher.getAuthTag(), { flush: true });
      hash.digest('hex');
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function* chunks(file: Buffer): Generator<Buffer> {
  for (let at = 0; at < file.length; at += 65_536) yield file.subarray(at, at + 65_536);
}

async function memory(env: Environment): Promise<Record<string, Figure>> {
  const large = pdf(99_000_000, 0);
  const pid = env.api.child.pid!;
  await delay(2_000);
  const before = rssOf(pid);
  const peak = { up: 0, down: 0 };
  const watching = async <Result>(way: 'up' | 'down', work: Promise<Result>): Promise<Result> => {
    const timer = setInterval(() => (peak[way] = Math.max(peak[way], rssOf(pid))), 20);
    return work.finally(() => clearInterval(timer));
  };
  const began = performance.now();
  const id = await watching('up', send(env, large, 'Large.pdf'));
  const seconds = (performance.now() - began) / 1_000;
  const response = await fetch(`${env.apiUrl}/documents/${id}`, { headers: headersOf(env) });
  const bytes = await watching('down', size(response));
  if (bytes !== large.length) throw new Error(`the download has ${bytes} bytes`);
  const figure = (value: number, most: number, unit: string): Figure => ({
    value: rounded(value, 1),
    unit,
    floor: null,
    ratio: null,
    target: `≤ ${most}`,
    ok: value <= most,
  });
  return {
    'upload-100mb': figure(seconds, 10, 's for one of 100 MB'),
    'upload-rss': figure(peak.up - before, 100, 'MB more while it comes in'),
    'download-rss': figure(peak.down - before, 100, 'MB more while it goes out'),
  };
}

async function size({ body }: Response): Promise<number> {
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) bytes += chunk.length;
  return bytes;
}

function headersOf(env: Environment): Record<string, string> {
  const { 'content-type': _, ...headers } = env.headers;
  return headers;
}

async function send(env: Environment, file: Buffer, name: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([file as never]), name);
  const response = await fetch(`${env.apiUrl}/documents`, { method: 'POST', headers: headersOf(env), body: form });
  if (response.status !== 201) throw new Error(await response.text());
  return ((await response.json()) as { id: string }).id;
}

/** A PDF of one page and a stream of noise, each another. */
function pdf(bytes: number, number: number): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const at: number[] = [];
  const add = (object: string | Buffer) => {
    at.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${at.length} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  add('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const content = `BT /F1 12 Tf 72 720 Td (Evidence ${number}) Tj ET`;
  add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  const noise = randomBytes(bytes);
  add(Buffer.concat([Buffer.from(`<< /Length ${bytes} >>\nstream\n`), noise, Buffer.from('\nendstream')]));
  const table = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${at.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
