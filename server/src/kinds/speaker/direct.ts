/**
 * Who said a quotation, from the words around it in its frame: "said X", "X said", "as X put it", "X: …".
 * Knows the tokens of one frame, in which each quotation is one token.
 */

import { beforeQuotation } from "./before.ts";
import { behindQuotation } from "./behind.ts";
import type { Found } from "./found.ts";
import type { FrameToken } from "./phrase.ts";

/** The speaker of the quotation at `at`; `innerEnd` are its own last words. */
export function speakerOf(tokens: readonly FrameToken[], at: number, innerEnd: string): Found | null {
  const closed = /[,?!—–]$/.test(innerEnd) || tokens[at + 1]?.text === ",";
  const after = behindQuotation(tokens, at, closed);
  const before = beforeQuotation(tokens, at);
  if (after && (closed || !before)) return after;
  return before ?? after;
}
