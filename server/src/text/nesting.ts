/**
 * Whether YAML or BibTeX is nested deeper than anybody writes it. Their readers go down a call a level, and a program that
 * comes to the end of its stack there does not always come back: V8 may end it. And whether YAML refers to itself more often
 * than anybody does. Knows brackets and references, not what they hold.
 */
import { type Document, visit } from "yaml";

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

/** References to other places; each is looked for in the whole document. */
const MOST_ALIASES = 200;

/** True for a document that must not be turned into values, since that would take too long. Linear in the document. */
export function hasManyAliases(document: Document.Parsed): boolean {
  let count = 0;
  visit(document, { Alias: () => (++count > MOST_ALIASES ? visit.BREAK : undefined) });
  return count > MOST_ALIASES;
}
