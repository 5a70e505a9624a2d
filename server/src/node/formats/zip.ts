/**
 * Looks into a ZIP archive without trusting it: names, and contents up to a limit. Knows the format; nothing of documents.
 */
import { inflateRawSync } from "node:zlib";
import { FormatError } from "./types.ts";

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 10_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

export class Zip {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, Entry>();

  /** Reads the directory. Throws a FormatError where it is broken or cut off. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory();
    } catch (error) {
      throw error instanceof FormatError ? error : damaged();
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The content of an entry; undefined where there is none. Throws a FormatError where it has more than `most` bytes. */
  read(name: string, most: number): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (entry.encrypted)
      throw new FormatError("encrypted", "is locked with a password. Save a copy without it");
    try {
      const at = entry.offset;
      if (this.#bytes.readUInt32LE(at) !== LOCAL) throw damaged();
      const start = at + 30 + this.#bytes.readUInt16LE(at + 26) + this.#bytes.readUInt16LE(at + 28);
      const data = this.#bytes.subarray(start, start + entry.compressed);
      if (entry.method === 0) {
        if (data.length > most) throw tooLarge();
        return data;
      }
      if (entry.method !== 8) throw damaged();
      return inflateRawSync(data, { maxOutputLength: most });
    } catch (error) {
      if (error instanceof FormatError) throw error;
      throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : damaged();
    }
  }

  #readDirectory(): void {
    const bytes = this.#bytes;
    let end = bytes.length - 22;
    const least = Math.max(0, end - 65_536);
    while (end >= least && bytes.readUInt32LE(end) !== END) end--;
    if (end < least || end < 0) throw damaged();
    const count = bytes.readUInt16LE(end + 10);
    if (count > MOST_ENTRIES) throw tooLarge();
    let at = bytes.readUInt32LE(end + 16);
    for (let n = 0; n < count; n++) {
      if (bytes.readUInt32LE(at) !== CENTRAL) throw damaged();
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
      this.#entries.set(name, {
        name,
        method: bytes.readUInt16LE(at + 10),
        compressed: bytes.readUInt32LE(at + 20),
        offset: bytes.readUInt32LE(at + 42),
        encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      });
      at += 46 + nameLength + extra + comment;
    }
  }
}

function damaged(): FormatError {
  return new FormatError("damaged", "is damaged or cut off. Get the file again");
}

function tooLarge(): FormatError {
  return new FormatError("too-large", "unpacks to far more than a document holds. Save its text anew");
}
