import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  path: string;
  data: Buffer | string;
  /** What the headers claim, where that differs. */
  claimed?: number;
  /** Deflated already. */
  packed?: Buffer;
}

const zeros = (size: number) => Buffer.alloc(size);

/** A ZIP by hand, so that it can lie. */
export function zip(parts: Part[], between: Buffer = Buffer.alloc(0)): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, data, claimed, packed = deflateRawSync(data) } of parts) {
    const sizes = zeros(12);
    sizes.writeUInt32LE(crc32(data));
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claimed ?? Buffer.byteLength(data), 8);
    const fields = Buffer.concat([
      Buffer.from([20, 0, 0, 8, 8, 0, 0, 0, 0, 0]),
      sizes,
      Buffer.from([Buffer.byteLength(path), 0, 0, 0]),
    ]);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(path), packed, between]);
    const offset = zeros(4);
    offset.writeUInt32LE(at);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, zeros(10), offset, Buffer.from(path)]),
    );
    bodies.push(body);
    at += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = zeros(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}
