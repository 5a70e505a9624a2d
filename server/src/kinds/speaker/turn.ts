/**
 * A turn of a transcript: the words that follow a label, less what the speaker quotes of others. Knows one block and who
 * was met before.
 */
import type { Span } from "../../text/types.ts";
import type { WholeQuotation } from "../quotation/read.ts";
import type { SpeechBlock } from "./block.ts";
import { remember, type SpeechContext } from "./context.ts";
import { ORGANISATION_WORDS } from "./cues.ts";
import { transcriptLabel } from "./label.ts";
import { nameIn } from "./named.ts";
import type { BlockAttribution } from "./result.ts";
import { surnameOf } from "./surnames.ts";

/** What the speaker of the turn says, in parts around the quotations in it; empty where the block is no turn. */
export function readTurn(
  block: SpeechBlock,
  quotations: readonly WholeQuotation[],
  context: SpeechContext,
): BlockAttribution[] {
  if (block.quoteDepth > 0) return [];
  const isMet = (surname: string) =>
    typeof context.people.surnames.get(surnameOf(surname)) === "string" || fullName(block, surname) !== null;
  const label = transcriptLabel(block.text, isMet);
  return label ? spokenBlock(block, label, quotations, context) : [];
}

/** The full name that other readers give the person named at the start of the block. */
function fullName({ sentences }: SpeechBlock, surname: string): string | null {
  const name = sentences[0]?.names.find(
    ({ start, canonical }) => start < 4 && canonical.endsWith(` ${surname}`),
  );
  if (!name || (name.type !== "person" && name.type !== "unknown")) return null;
  return name.canonical.split(/\s+/).some((word) => ORGANISATION_WORDS.has(word.toLowerCase()))
    ? null
    : name.canonical;
}

function spokenBlock(
  block: SpeechBlock,
  label: { readonly name: string; readonly span: Span; readonly content: number },
  quotations: readonly WholeQuotation[],
  context: SpeechContext,
): BlockAttribution[] {
  const named = nameIn(label.name, label.span.start, context);
  const full = fullName(block, label.name);
  const canonical = full ?? named?.canonical ?? label.name;
  const voice = { canonical, person: true, gender: named?.gender ?? null };
  remember(voice, context);
  const parts: BlockAttribution[] = [];
  let start = label.content;
  const part = (end: number) => {
    if (!/[\p{L}\p{N}]/u.test(block.text.slice(start, end))) return;
    const speaker = parts.length === 0 ? label.span : null;
    parts.push({
      voice,
      speaker,
      role: null,
      cue: null,
      content: { start, end },
      direct: true,
      denied: false,
    });
  };
  for (const { outer, scare } of quotations) {
    if (scare || outer.start < start) continue;
    part(outer.start);
    start = outer.end;
  }
  part(block.text.length);
  return parts;
}
