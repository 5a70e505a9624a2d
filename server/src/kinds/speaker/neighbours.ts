/**
 * Whose words a quotation without a cue is, and whom a description means, by who stands next to it. Knows one block and
 * who spoke in the block before.
 */
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { BlockReading } from "./block.ts";
import { remember, resolve, type Voice } from "./context.ts";
import { HONORIFICS, ORGANISATION_WORDS } from "./cues.ts";
import type { Frame } from "./frame.ts";
import { genderByName } from "./given-names.ts";
import { registerRole } from "./offices.ts";
import { identify, type KnownName, type Speaker } from "./person.ts";
import { type FrameToken, firstBehind, isOpener, phraseEndingAt, phraseStartingAt } from "./phrase.ts";
import { withRight } from "./subject.ts";

/** Takes note of the persons that a frame names. */
export function meet(tokens: readonly FrameToken[], reading: BlockReading): void {
  const { block, names, context, near } = reading;
  const first = tokens[0]?.start ?? 0;
  const last = tokens.at(-1)?.end ?? 0;
  if (near.mentioned && !near.acting) remember(near.mentioned, context);
  const titled = new Set<number>();
  tokens.forEach((token, index) => {
    if (token.quotation >= 0 || !HONORIFICS.has(token.text.toLowerCase())) return;
    const phrase = phraseStartingAt(tokens, index);
    const speaker = phrase && identify(block.text, tokens, phrase, names, context.people);
    const voice = speaker?.person && resolve(speaker, context);
    if (!voice) return;
    remember(voice, context);
    near.mentioned = voice;
    titled.add(speaker.span.end);
  });
  for (let at = firstBehind(names, first); at < names.length && names[at]!.start < last; at++) {
    const name = names[at]!;
    if (titled.has(name.end)) continue;
    if (!isPersonLike(name, tokens)) continue;
    introduce(name, tokens, reading);
    near.mentioned = { canonical: name.canonical, person: true, gender: genderByName(name.canonical) };
  }
  if (near.acting?.person) remember(near.acting, context);
}

/** Keeps a full name by its surname and by the role that stands before it or beside it. */
function introduce(
  name: KnownName,
  tokens: readonly FrameToken[],
  { block, names, context }: BlockReading,
): void {
  const last = firstBehind(tokens, name.end - 1);
  const phrase = (tokens[last]?.quotation ?? 0) >= 0 ? null : phraseEndingAt(tokens, last);
  const speaker = phrase && identify(block.text, tokens, phrase, names, context.people);
  if (!phrase || !speaker?.named) return;
  const left = tokens[phrase.first - 1]?.text === "," ? phraseEndingAt(tokens, phrase.first - 2) : null;
  if (left && isOpener(tokens[left.first]!))
    registerRole(tokens, left, speaker.canonical, context.people.roles);
  const { beside } = withRight(tokens, phrase);
  if (beside) registerRole(tokens, beside, speaker.canonical, context.people.roles);
}

/** A full name that was read as a person's, or that acts or has an age: "Lonac sees", "Asha Pillai, 16", "Pillai, who". */
function isPersonLike({ canonical, type, start, end }: KnownName, tokens: readonly FrameToken[]): boolean {
  const words = canonical.split(/\s+/);
  if (words.length < 2 || words.length > 4 || isQuoted(start, tokens)) return false;
  if (words.some((word) => ORGANISATION_WORDS.has(word.toLowerCase()))) return false;
  if (type === "person") return true;
  if (type !== "unknown") return false;
  if (/^(?:of|in|at|from|near|on)$/i.test(tokens[firstBehind(tokens, start) - 1]?.text ?? "")) return false;
  if (genderByName(canonical)) return true;
  if (words.some((word) => lookUpName(word).length > 0)) return false;
  const next = firstBehind(tokens, end);
  const [token, after] = [tokens[next], tokens[next + 1]];
  if (!token) return false;
  return token.text === "," ? after?.pos === "NUM" || after?.text === "who" : token.pos === "VERB";
}

function isQuoted(at: number, tokens: readonly FrameToken[]): boolean {
  return (tokens[firstBehind(tokens, at)]?.quotation ?? -1) >= 0;
}

/** The person that a description such as "the biologist" stands for: the one named last, where the gender fits. */
export function describedBy(speaker: Speaker, { near, context, spoke }: BlockReading): Voice | null {
  if (!speaker.described) return null;
  const voice = near.mentioned ?? near.acting ?? spoke;
  if (!voice?.person || !/^\p{Lu}/u.test(voice.canonical)) return null;
  const gender = context.people.genders.get(voice.canonical) ?? voice.gender;
  return gender && speaker.gender && gender !== speaker.gender ? null : voice;
}

/** What "it" stands for: the body that acted last, even where its name might be a person's. */
export function bodyMeant(speaker: Speaker, { near, names, context }: BlockReading): Voice | null {
  const { acting } = near;
  if (!acting || !speaker.pronoun || !/^it$/i.test(speaker.canonical)) return null;
  if (!acting.person) return acting;
  const gender =
    context.people.genders.get(acting.canonical) ?? acting.gender ?? genderByName(acting.canonical);
  if (gender || names.some(({ canonical, type }) => type === "person" && canonical === acting.canonical))
    return null;
  return /\s\p{Lu}/u.test(acting.canonical) ? { ...acting, person: false } : null;
}

/** Who says a quotation without a cue; `alone` where nothing stands beside it, `behind` is the frame that follows. */
export function speakerOfBare(
  reading: BlockReading,
  alone: boolean,
  behind: Frame | undefined,
  subjectOf: (frame: Frame) => Voice | null,
): Voice | null {
  const { near, pending, turn } = reading;
  if (turn) return alone ? turn : null;
  if (near.acting) return near.acting;
  if (pending) return pending;
  return reading.spoke ?? (behind ? subjectOf(behind) : null);
}
