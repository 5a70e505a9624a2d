/**
 * What the reading of speech carries from block to block of a document: who spoke last, who was met, whose words are
 * announced. Knows speakers, not sources.
 */
import type { Span } from "../../text/types.ts";
import { createPeople, type Gender, type People, type Speaker } from "./person.ts";

/** A speaker once resolved. */
export interface Voice {
  readonly canonical: string;
  readonly person: boolean;
  readonly gender: Gender;
}

export interface SpeechContext {
  readonly people: People;
  /** Persons that spoke or acted, latest last; at most eight. */
  readonly recent: Voice[];
  /** The last speaker that is no person. */
  body: Voice | null;
  /** Whose words the block before announced ("she wrote:"). */
  pending: Voice | null;
  /** A speaker that the block to come names for a quotation already read; offsets in that block. */
  behind: { readonly voice: Voice; readonly span: Span } | null;
}

export function createSpeechContext(): SpeechContext {
  return { people: createPeople(), recent: [], body: null, pending: null, behind: null };
}

/** Who the speaker is, pronouns led back to the last one that fits; null where nobody does. */
export function resolve(speaker: Speaker, context: SpeechContext): Voice | null {
  if (speaker.pronoun || /^(?:he|she)$/i.test(speaker.canonical)) return antecedent(speaker, context);
  return { canonical: speaker.canonical, person: speaker.person, gender: speaker.gender };
}

function antecedent(speaker: Speaker, context: SpeechContext): Voice | null {
  if (speaker.gender === null) return /^(?:it|they)$/i.test(speaker.canonical) ? context.body : null;
  for (let i = context.recent.length - 1; i >= 0; i--) {
    const voice = context.recent[i]!;
    const gender = context.people.genders.get(voice.canonical) ?? voice.gender;
    if (gender !== null && gender !== speaker.gender) continue;
    context.people.genders.set(voice.canonical, speaker.gender);
    return voice;
  }
  return null;
}

/** Remembers a voice for pronouns to come. */
export function remember(voice: Voice, context: SpeechContext): void {
  if (!voice.person) {
    context.body = voice;
    return;
  }
  const known = context.recent.findIndex((other) => other.canonical === voice.canonical);
  if (known >= 0) context.recent.splice(known, 1);
  context.recent.push(voice);
  if (context.recent.length > 8) context.recent.shift();
}

/** A copy that further reading does not touch. */
export function copyContext(context: SpeechContext): SpeechContext {
  const { people } = context;
  return {
    ...context,
    people: {
      surnames: new Map(people.surnames),
      roles: new Map(people.roles),
      genders: new Map(people.genders),
    },
    recent: [...context.recent],
  };
}

/** Equal for contexts from which the same blocks are read alike. */
export function contextKey({ people, recent, body, pending, behind }: SpeechContext): string {
  return JSON.stringify([
    [...people.surnames],
    [...people.roles],
    [...people.genders],
    recent,
    body,
    pending,
    behind,
  ]);
}
