/**
 * Which style a draft's citations are written in: what is set, else what the draft already uses, else footnotes.
 * Knows read documents only.
 */
import type { ProseDocument } from "../../text/types.ts";
import type { CitationStyle } from "./types.ts";

/** The style to cite in; `set` is what settings or the project say, null where they leave it to the draft. */
export function citationStyle(document: ProseDocument, set: CitationStyle | null): CitationStyle {
  if (set !== null) return set;
  const count = { footnote: 0, pandoc: 0, link: 0 };
  for (const { marks, footnote } of document.blocks) {
    if (footnote !== null) continue;
    for (const { kind, span } of marks) {
      if (kind === "footnote-reference") count.footnote++;
      else if (kind === "citation") count.pandoc++;
      // A link on words of a sentence says little about where the draft names its sources.
      else if (/^\($/.test(document.text[span.start - 1] ?? "")) count.link++;
    }
  }
  if (count.footnote + count.pandoc + count.link === 0)
    return "bibliography" in document.frontMatter.data ? "pandoc" : "footnote";
  if (count.footnote >= Math.max(count.pandoc, count.link)) return "footnote";
  return count.pandoc >= count.link ? "pandoc" : "link";
}
