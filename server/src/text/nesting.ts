/**
 * Whether YAML or BibTeX is nested deeper than anybody writes it. Their readers go down a call a level, and a program that
 * comes to the end of its stack there does not always come back: V8 may end it. Knows brackets, not what they hold.
 */

/** Brackets that may be open at once; those in prose that nobody closes count too. */
const MOST_OPEN = 400;
const KEYS_IN_KEYS = /(?:\?[ \t]+){50}/;

/** True for a text that must not be handed to such a reader. Linear in the text. */
export function isDeeplyNested(text: string): boolean {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) open++;
    else if ((code === 0x5d || code === 0x7d) && open > 0) open--;
    if (open > MOST_OPEN) return true;
  }
  return KEYS_IN_KEYS.test(text);
}
