/**
 * In which slot of its sentence a name stands: whose, by whom, where, of what. Knows tokens and names only.
 */
import { family, similarity } from "../../lexicon/index.ts";
import type { NameMention, Sentence } from "../../statements/types.ts";
import type { Token } from "../../text/types.ts";
import { keptFor } from "../kept.ts";

/** The part that a name plays. */
export type SlotClass =
  | "agent"
  | "patient"
  | "place"
  | "goal"
  | "source"
  | "company"
  | "whole"
  | "modifier"
  | "free";

export interface Slot {
  readonly class: SlotClass;
  /** Index of the first and the last token of the name. */
  readonly first: number;
  readonly last: number;
  /** Whether it is one of several joined names. */
  readonly listed: boolean;
  /** Index of the name that opens its list, its own where it stands alone. */
  readonly list: number;
  /** Lemma of the word on which the name hangs: the verb, the owned noun, the noun before "of"; "" where none is seen. */
  readonly governor: string;
  /** The word beyond it: "dose" in "doses bought from Chile"; "" where none is seen. */
  readonly outer: string;
  /** Whether it stands as an owner: "the Court's recommendations". */
  readonly owns?: boolean;
}

const prepositions: Readonly<Record<string, SlotClass>> = {
  in: "place",
  at: "place",
  near: "place",
  outside: "place",
  across: "place",
  to: "goal",
  towards: "goal",
  into: "goal",
  from: "source",
  by: "agent",
  with: "company",
  between: "company",
  alongside: "company",
  of: "whole",
  for: "whole",
  on: "free",
  against: "patient",
  under: "free",
};

/** The slots of a sentence's names, in their order. */
export const slotsOf: (sentence: Sentence) => readonly Slot[] = keptFor(readSlots);

function readSlots(sentence: Sentence): Slot[] {
  const spans = tokenSpans(sentence);
  const slots: Slot[] = [];
  sentence.names.forEach((_, i) => {
    const [first, last] = spans[i] as [number, number];
    const previous = slots[i - 1];
    const joined = previous !== undefined && joins(sentence.tokens, previous.last + 1, first, previous.first);
    if (joined) {
      slots.push({ ...previous, first, last, listed: true });
      slots[i - 1] = { ...previous, listed: true };
    } else
      slots.push({
        ...placeOf(sentence.tokens, first, listEnd(sentence, spans, i)),
        first,
        last,
        listed: false,
        list: i,
      });
  });
  return slots;
}

function tokenSpans({ tokens, names }: Sentence): [number, number][] {
  let k = 0;
  return names.map((name: NameMention) => {
    while (k < tokens.length && (tokens[k] as Token).end <= name.start) k++;
    const first = Math.min(k, tokens.length - 1);
    while (k < tokens.length && (tokens[k] as Token).start < name.end) k++;
    return [first, Math.max(first, k - 1)];
  });
}

/** ", ", " and ", ", the ", "in X and [one in] Y" between two names. */
function joins(tokens: readonly Token[], from: number, to: number, first: number): boolean {
  if (repeats(tokens, from, to, first)) return true;
  if (to - from < 1 || to - from > 3) return false;
  for (let i = from; i < to; i++) if (!/^(?:,|and|or|&|the)$/.test((tokens[i] as Token).text)) return false;
  return /^(?:,|and|or|&)$/.test((tokens[from] as Token).text);
}

/** " and in ", " and one in ": the preposition before the first name comes again. */
function repeats(tokens: readonly Token[], from: number, to: number, first: number): boolean {
  const preposition = tokens[precedingWord(tokens, first)];
  const again = tokens[to - 1];
  if (!preposition || !again || preposition.text !== again.text || !prepositions[again.text]) return false;
  const between = tokens.slice(from, to - 1).map(({ text }) => text);
  return /^(?:,|and|or)(?: (?:one|another))?$/.test(between.join(" "));
}

/** The last token of the list of names that name `i` opens. */
function listEnd({ tokens }: Sentence, spans: readonly [number, number][], i: number): number {
  let last = i;
  while (last + 1 < spans.length && joins(tokens, spans[last]![1] + 1, spans[last + 1]![0], spans[last]![0]))
    last++;
  return spans[last]![1];
}

type Placed = Pick<Slot, "class" | "governor" | "outer" | "owns">;

function placeOf(tokens: readonly Token[], first: number, last: number): Placed {
  const next = tokens[last + 1];
  if (next && /^['’]s?$/.test(next.text))
    return { class: "agent", governor: nounAfter(tokens, last + 2), outer: "", owns: true };
  const at = precedingWord(tokens, first);
  const before = tokens[at];
  const preposition = before ? prepositions[before.text.toLowerCase()] : undefined;
  if (preposition) return { class: preposition, ...governorsBefore(tokens, at) };
  const verb = verbAfter(tokens, clauseAfter(tokens, last + 1));
  if (verb) return verb;
  if (before?.pos === "VERB") return { class: "patient", governor: before.lemma, outer: "" };
  if (next?.pos === "NOUN" && next.start - (tokens[last] as Token).end <= 1)
    return { class: "modifier", governor: nounAfter(tokens, last + 1), outer: "" };
  return { class: "free", governor: "", outer: "" };
}

/** Where the name's verb may stand: behind ", which" or behind an apposition between commas. */
function clauseAfter(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== ",") return from;
  const opening = (tokens[from + 1]?.text ?? "").toLowerCase();
  if (/^(?:which|who|that)$/.test(opening)) return from + 2;
  if (!/^(?:an?|the|its)$/.test(opening)) return from;
  for (let i = from + 2; i < Math.min(from + 10, tokens.length); i++) {
    const token = tokens[i] as Token;
    if (token.text === ",") return i + 1;
    if (token.pos === "VERB" || token.pos === "AUX") break;
  }
  return from;
}

/** The last noun of the noun phrase that goes on at token `from`. */
function nounAfter(tokens: readonly Token[], from: number): string {
  let noun = "";
  for (let i = from; i < Math.min(from + 5, tokens.length); i++) {
    const token = tokens[i] as Token;
    if (token.pos === "NOUN") noun = token.lemma;
    else if (token.pos !== "ADJ" && token.pos !== "NUM") break;
  }
  return noun;
}

/** The verb or noun before the preposition at `at`, and the one before that, both close by. */
function governorsBefore(tokens: readonly Token[], at: number): Omit<Placed, "class"> {
  const found: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 5) && found.length < 2; i--) {
    const token = tokens[i] as Token;
    if (token.pos === "NOUN" || token.pos === "VERB") found.push(token.lemma);
    else if (token.pos === "PUNCT" && !(i === at - 1 && token.text === ",")) break;
    else if (found.length === 0 && i < at - 3) break;
  }
  return { governor: found[0] ?? "", outer: found[1] ?? "" };
}

/** Index of the word before the name and its article; titles and what the name is said to be ("the firm X") skipped. */
function precedingWord(tokens: readonly Token[], first: number): number {
  let i = first - 1;
  while (i >= 0 && first - i < 6) {
    const token = tokens[i] as Token;
    const described = token.pos === "NOUN" && tokens[i + 1]?.pos !== "DET" && isDescribed(tokens, i);
    if (
      token.pos !== "DET" &&
      token.pos !== "PROPN" &&
      !described &&
      !/^(?:both|then|deputy)$/i.test(token.text)
    )
      break;
    i--;
    if (/^(?:the|an?)$/i.test(token.text)) break;
  }
  return i;
}

/** Whether the nouns that end at `i` stand behind an article: "[the ferry operator] X". */
function isDescribed(tokens: readonly Token[], i: number): boolean {
  let at = i;
  while (at > 0 && i - at < 3 && /^(?:NOUN|ADJ)$/.test((tokens[at] as Token).pos)) at--;
  return tokens[at]?.pos === "DET";
}

function verbAfter(tokens: readonly Token[], from: number): Placed | null {
  let passive = false;
  for (let i = from; i < Math.min(from + 5, tokens.length); i++) {
    const token = tokens[i] as Token;
    if (token.pos === "AUX") passive = /^(?:is|are|was|were|be|been|being)$/.test(token.text);
    else if (token.pos === "VERB")
      return {
        class: passive && /(?:ed|en|wn|ht|ld|ne|de|t)$/.test(token.text) ? "patient" : "agent",
        governor: token.lemma,
        outer: "",
      };
    else if (token.pos !== "ADV" && token.pos !== "PART") return null;
  }
  return null;
}

/** Whether names in two slots can play the same part. `alike` tells how alike two governing words are, 0 to 1. */
export function slotsAgree(a: Slot, b: Slot, alike: (one: string, other: string) => number): boolean {
  const governed = isGoverned(a, b, alike);
  if (a.class === b.class)
    return governed || a.class === "place" || a.class === "free" || a.class === "company";
  if (a.class === "free" || b.class === "free") return a.class === "place" || b.class === "place" || governed;
  return governed && crossing.has([a.class, b.class].sort().join("+"));
}

/** Whether the same word governs both, or what governs the one stands beyond what governs the other. */
export function isGoverned(a: Slot, b: Slot, alike: (one: string, other: string) => number): boolean {
  // "the Court's recommendations" and "the Ministry accepted them": what somebody owns is not what somebody does.
  const least = a.class === "agent" && b.class === "agent" && !a.owns !== !b.owns ? 1 : 0.5;
  const near = (one: string, other: string): boolean =>
    one !== "" && other !== "" && (one === other || alike(one, other) >= least);
  if (near(a.governor, b.governor)) return true;
  return a.class === b.class && (near(a.outer, b.governor) || near(a.governor, b.outer));
}

/** Slots that name one part in two constructions: "Oslo's request", "requested by Oslo", "the request of Oslo". */
const crossing: ReadonlySet<string> = new Set([
  "agent+whole",
  "agent+source",
  "agent+modifier",
  "agent+company",
  "goal+patient",
  "modifier+whole",
  "goal+place",
  "place+whole",
]);

/** "its embassy in Oslo", "the court of Oslo" beside no such body: where a body sits, which is no place of the fact. */
export const seatsBody = (slot: Slot, other: Slot): boolean =>
  (slot.class === "place" || slot.class === "whole") &&
  BODIES.test(slot.governor) &&
  alike(slot.governor, other.governor) < 0.5;
const BODIES =
  /^(?:embassy|consulate|court|ministry|office|headquarters|university|college|hospital|delegation|mission|institute)$/;

/** How alike two governing words are, 0 to 1: one family, or near in meaning. */
export function alike(one: string, other: string): number {
  return family(one) === family(other) ? 1 : similarity(one, other);
}

/** "(FSC)", "(the Agency, below)": a short form being introduced takes no part in the fact. */
export function introduces(sentence: Sentence, name: NameMention): boolean {
  return /\((?:the )?[“"]?$/.test(sentence.text.slice(Math.max(0, name.start - 6), name.start));
}

/** "Unlike Tomas Reyk, most anglers hold that …": somebody who is set against takes no part in it. */
export function isSetAgainst(sentence: Sentence, name: NameMention): boolean {
  return SET_AGAINST.test(sentence.text.slice(0, name.start));
}
const SET_AGAINST =
  /\b(?:unlike|contrary to|in contrast to|instead of|rather than) (?:the |(?:mr|mrs|ms|dr)\.? )?$/i;
