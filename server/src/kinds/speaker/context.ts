/**
 * What the reading of speech carries from block to block of a document: who spoke last, who was met, whose words are
 * announced. Knows speakers, not sources.
 */
import { genderByName } from "./given-names.ts";
import type { Gender, Speaker } from "./person.ts";
import {
  answersAlike,
  type Behind,
  createTrace,
  createTracedPeople,
  type People,
  type SpeechTrace,
  type Tracer,
  type Voice,
} from "./trace.ts";

export type { Voice } from "./trace.ts";

export interface SpeechContext {
  readonly people: People;
  /** Persons that spoke or acted, latest last; at most eight. */
  readonly recent: Voice[];
  /** The last speaker that is no person. */
  body: Voice | null;
  /** Whose words the block before announced ("she wrote:"). */
  pending: Voice | null;
  /** A speaker that the block to come names for a quotation already read; offsets in that block. */
  behind: Behind | null;
  /** Who spoke or acted last in the block before. */
  spoke: Voice | null;
  readonly tracer: Tracer;
}

/** What is known before the first paragraph of a document: nobody has spoken. */
export function createSpeechContext(): SpeechContext {
  const tracer: Tracer = { trace: null };
  return {
    people: createTracedPeople(tracer),
    recent: [],
    body: null,
    pending: null,
    behind: null,
    spoke: null,
    tracer,
  };
}

/** Reads a block by `read`; the trace tells what that asked of the context and left in it. */
export function traced<T>(context: SpeechContext, read: () => T): { result: T; trace: SpeechTrace } {
  const { recent, body, pending, behind, spoke, tracer } = context;
  const trace = createTrace({ recent: [...recent], body, pending, behind, spoke });
  tracer.trace = trace;
  const result = read();
  tracer.trace = null;
  trace.ended = { pending: context.pending, behind: context.behind, spoke: context.spoke };
  return { result, trace };
}

/** Leaves in the context what the traced reading would leave; false, and nothing done, where it might read otherwise now. */
export function replay(trace: SpeechTrace, context: SpeechContext): boolean {
  if (!trace.ended || !answersAlike(trace, context, context.people)) return false;
  for (const one of trace.left) {
    if (!("key" in one)) remember(one, context);
    else if (one.register === "genders") context.people.genders.set(one.key, one.value as Gender);
    else context.people[one.register].set(one.key, one.value as string | null);
  }
  context.pending = trace.ended.pending;
  context.behind = trace.ended.behind;
  context.spoke = trace.ended.spoke;
  return true;
}

/** Who the speaker is, pronouns led back to the last one that fits; null where nobody does. */
export function resolve(speaker: Speaker, context: SpeechContext): Voice | null {
  if (speaker.pronoun) return antecedent(speaker, context);
  return { canonical: speaker.canonical, person: speaker.person, gender: speaker.gender };
}

function antecedent(speaker: Speaker, context: SpeechContext): Voice | null {
  if (context.tracer.trace) context.tracer.trace.ledBack = true;
  if (speaker.gender === null) return /^(?:it|they)$/i.test(speaker.canonical) ? context.body : null;
  let passedOver = false;
  for (let i = context.recent.length - 1; i >= 0; i--) {
    const voice = context.recent[i]!;
    const gender =
      context.people.genders.get(voice.canonical) ?? voice.gender ?? genderByName(voice.canonical);
    // Names deceive: behind somebody passed over, only one who surely fits is meant.
    if (gender !== speaker.gender && (gender !== null || passedOver)) {
      passedOver = true;
      continue;
    }
    context.people.genders.set(voice.canonical, speaker.gender);
    return voice;
  }
  return null;
}

/** Remembers a voice for pronouns to come. */
export function remember(voice: Voice, context: SpeechContext): void {
  context.tracer.trace?.left.push(voice);
  if (!voice.person) {
    context.body = voice;
    return;
  }
  const known = context.recent.findIndex((other) => other.canonical === voice.canonical);
  if (known >= 0) context.recent.splice(known, 1);
  context.recent.push(voice);
  if (context.recent.length > 8) context.recent.shift();
}
