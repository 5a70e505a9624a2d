/**
 * A claim's fingerprint: the same while its words stand, wherever they move. Knows strings only.
 */

/** FNV-1a over UTF-16 code units, twice with different seeds: 16 hexadecimal digits. Not for secrets. */
export function fingerprint(...parts: readonly string[]): string {
  const text = parts.map((part) => part.replace(/\s+/g, " ").trim()).join("\u0000");
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}
