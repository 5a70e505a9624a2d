/**
 * Reads what an organisation is said to be, before or after its name. Knows one sentence.
 */
import type { Token } from "../../text/types.ts";
import type { NameMention } from "../name/types.ts";
import { isNominal, type Reader } from "./reader.ts";

/** "the Dutch operator Atlantis Link", "Sea Corridor, a German charity". */
export function readDescription(reader: Reader, k: number): void {
  const { tokens, nameAt, text } = reader;
  if (nameAt.has(k) || /^['’]s?$/.test(tokens[k + 1]?.text ?? "")) return;
  let start = k;
  while (
    start > 0 &&
    k - start < 4 &&
    isNominal(reader, start - 1) &&
    !/^['’]/.test((tokens[start - 1] as Token).text)
  )
    start--;
  const next = nameAt.get(k + 1);
  const holder =
    next && next.type !== "group" && next.type !== "place" ? next : descriptionBefore(reader, start);
  if (!holder) return;
  const span = { start: (tokens[start] as Token).start, end: (tokens[k] as Token).end };
  reader.found.push({
    ...span,
    text: text.slice(span.start, span.end),
    holder: holder.canonical,
    holderSpan: { start: holder.start, end: holder.end },
  });
}

function descriptionBefore(reader: Reader, start: number): NameMention | null {
  const { tokens, nameAt } = reader;
  if (!/^(?:a|an|the)$/.test(tokens[start - 1]?.text ?? "") || tokens[start - 2]?.text !== ",") return null;
  const name = nameAt.get(start - 3);
  return name && name.type !== "person" && name.type !== "place" && name.type !== "group" ? name : null;
}
