/**
 * Records what the reading of one block asks of the context and what it leaves there: an unchanged block that would be
 * answered the same need not be read again. Knows the context's parts, not how blocks are read.
 */
import type { Span } from "../../text/types.ts";
import type { Gender } from "./person.ts";

/** What is remembered by a word. */
export interface Register<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
}

/** Persons met so far in a document. */
export interface People {
  /** Full name by folded surname; null where two share it. */
  readonly surnames: Register<string | null>;
  /** Person by the head noun of a role; null where two hold it. */
  readonly roles: Register<string | null>;
  readonly genders: Register<Gender>;
}

/** A speaker once resolved. */
export interface Voice {
  readonly canonical: string;
  readonly person: boolean;
  readonly gender: Gender;
}

/** A speaker named in the block behind the quotation; offsets in that block. */
export interface Behind {
  readonly voice: Voice;
  readonly span: Span;
}

/** What a context holds besides its people. */
export interface SpeechState {
  readonly recent: readonly Voice[];
  readonly body: Voice | null;
  readonly pending: Voice | null;
  readonly behind: Behind | null;
  readonly spoke: Voice | null;
}

type RegisterName = keyof People;

/** What one block asked and did, in order. */
export interface SpeechTrace {
  readonly begun: SpeechState;
  /** What the registers answered, the block's own entries left out. */
  readonly asked: { readonly register: RegisterName; readonly key: string; readonly answer: unknown }[];
  readonly left: (
    | Voice
    | { readonly register: RegisterName; readonly key: string; readonly value: unknown }
  )[];
  /** The block's own entries, by register and key. */
  readonly own: Set<string>;
  /** Whether a pronoun was led back to those that spoke before. */
  ledBack: boolean;
  ended: Pick<SpeechState, "pending" | "behind" | "spoke"> | null;
}

/** Where a context writes down what happens to it; nothing while there is no trace. */
export interface Tracer {
  trace: SpeechTrace | null;
}

/** A trace that has seen nothing yet, of a reading that begins in the state `begun`. */
export function createTrace(begun: SpeechState): SpeechTrace {
  return { begun, asked: [], left: [], own: new Set(), ledBack: false, ended: null };
}

/** Registers of people that tell a tracer what is asked and set. */
export function createTracedPeople(tracer: Tracer): People {
  return {
    surnames: new TracedRegister<string | null>("surnames", tracer),
    roles: new TracedRegister<string | null>("roles", tracer),
    genders: new TracedRegister<Gender>("genders", tracer),
  };
}

class TracedRegister<V> implements Register<V> {
  readonly #name: RegisterName;
  readonly #tracer: Tracer;
  readonly #entries = new Map<string, V>();

  constructor(name: RegisterName, tracer: Tracer) {
    this.#name = name;
    this.#tracer = tracer;
  }

  get(key: string): V | undefined {
    const answer = this.#entries.get(key);
    const { trace } = this.#tracer;
    if (trace && !trace.own.has(`${this.#name} ${key}`))
      trace.asked.push({ register: this.#name, key, answer });
    return answer;
  }

  set(key: string, value: V): void {
    this.#entries.set(key, value);
    const { trace } = this.#tracer;
    if (!trace) return;
    trace.left.push({ register: this.#name, key, value });
    trace.own.add(`${this.#name} ${key}`);
  }
}

/** Whether a context in this state would answer all that the traced block asked as it was answered then. */
export function answersAlike(trace: SpeechTrace, state: SpeechState, people: People): boolean {
  const { begun } = trace;
  if (!sameVoice(begun.pending, state.pending) || !sameBehind(begun.behind, state.behind)) return false;
  if (!sameVoice(begun.spoke, state.spoke)) return false;
  for (const { register, key, answer } of trace.asked) if (people[register].get(key) !== answer) return false;
  if (!trace.ledBack) return true;
  return (
    sameVoice(begun.body, state.body) &&
    begun.recent.length === state.recent.length &&
    begun.recent.every((voice, at) => sameVoice(voice, state.recent[at]!))
  );
}

function sameVoice(a: Voice | null, b: Voice | null): boolean {
  if (a === b) return true;
  return (
    a !== null && b !== null && a.canonical === b.canonical && a.person === b.person && a.gender === b.gender
  );
}

function sameBehind(a: Behind | null, b: Behind | null): boolean {
  if (a === b) return true;
  return (
    a !== null &&
    b !== null &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    sameVoice(a.voice, b.voice)
  );
}
