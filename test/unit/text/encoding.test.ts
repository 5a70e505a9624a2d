/** Bytes become text, whatever wrote them. */
import { describe, expect, it } from "vitest";
import { decodeBytes } from "../../../server/src/text/encoding.ts";

describe("bytes to text", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  it.each([
    ["UTF-8", bytes(0xc3, 0xa9, 0xe2, 0x80, 0x9c), "é“", "utf-8"],
    ["UTF-8 with a byte order mark", bytes(0xef, 0xbb, 0xbf, 0x61), "a", "utf-8"],
    ["UTF-16, little end first", bytes(0xff, 0xfe, 0x61, 0, 0x1c, 0x20), "a“", "utf-16le"],
    ["UTF-16, big end first", bytes(0xfe, 0xff, 0, 0x61, 0x20, 0x1c), "a“", "utf-16be"],
    ["windows-1252", bytes(0x93, 0xe9, 0x94, 0x97, 0x80, 0x81), "“é”—€\uFFFD", "windows-1252"],
    ["nothing", bytes(), "", "utf-8"],
  ])("%s", (_, given, text, encoding) => {
    expect(decodeBytes(given)).toMatchObject({ text, encoding });
  });

  it("long windows-1252 text comes through whole", () => {
    const decoded = decodeBytes(new Uint8Array(20_000).fill(0xe9));
    expect(decoded!.text).toBe("é".repeat(20_000));
  });

  it("what is no text gives null", () => {
    expect(decodeBytes(bytes(0x89, 0x50, 0x4e, 0x47, 0, 1))).toBeNull();
    expect(decodeBytes(new TextEncoder().encode("%PDF-1.7\n"))).toBeNull();
  });
});
