/**
 * What the facts of the sources are used for all over a draft: a fact that another sentence states rightly is less
 * likely what this one gets wrong. Knows likelihoods and the identity of facts, not what they say.
 */
import type { Statement } from "../../sources/statement-index.ts";
import type { Span } from "../../text/types.ts";
import type { Judgement, ScoredPair } from "../judging/value-rule.ts";
import type { Features } from "../model.ts";
import type { Assessment } from "./assess.ts";

/** A claim leans to a fact: it agrees or disagrees with it, this likely. */
export interface Leaning {
  readonly fact: Span;
  readonly statement: Statement;
  readonly agrees: boolean;
  /** 0 to 1. */
  readonly likelihood: number;
}

/** Pairs below this are nobody's reading of the draft. */
const FAINT = 0.05;
/** From here on a fact counts as used. */
const USED = 0.3;

/** What the claims of one sentence lean to. */
export function leaningsOf({ quantities, dates }: Assessment): readonly Leaning[] {
  return [...quantities, ...dates].flatMap(({ agree, conflict }) => [
    ...leaning(agree, true),
    ...leaning(conflict, false),
  ]);
}

function leaning(pair: ScoredPair<Span> | null, agrees: boolean): Leaning[] {
  if (!pair || pair.likelihood < FAINT) return [];
  return [{ fact: pair.value, statement: pair.pairing.statement, agrees, likelihood: pair.likelihood }];
}

/** The two sentences that lean most to something, and how many use it. */
class Top {
  #first = 0;
  #second = 0;
  #place = -1;
  #places = 0;
  #last = -1;

  /** Leanings have to come in the order of their sentences. */
  add(place: number, likelihood: number): void {
    if (likelihood >= USED && place !== this.#last) {
      this.#places += 1;
      this.#last = place;
    }
    if (place === this.#place) this.#first = Math.max(this.#first, likelihood);
    else if (likelihood > this.#first) {
      this.#second = this.#first;
      this.#first = likelihood;
      this.#place = place;
    } else this.#second = Math.max(this.#second, likelihood);
  }

  /** The most that a sentence other than this one leans to it. */
  beside(place: number): number {
    return place === this.#place ? this.#second : this.#first;
  }

  /** How many sentences other than this one use it, where this one `isUsing` it too. */
  timesBeside(isUsing: boolean): number {
    return this.#places - (isUsing ? 1 : 0);
  }
}

/** The leanings of all sentences of a draft. */
export class Usage {
  readonly #right = new Map<object, Top>();
  readonly #wrong = new Map<object, Top>();

  /** @param leanings By sentence, in the order of the draft. */
  constructor(leanings: readonly (readonly Leaning[])[]) {
    leanings.forEach((ofSentence, place) => {
      for (const { fact, statement, agrees, likelihood } of ofSentence) {
        top(agrees ? this.#right : this.#wrong, fact).add(place, likelihood);
        if (agrees) top(this.#right, statement).add(place, likelihood);
      }
    });
  }

  /** How the facts of a judgement are used by the sentences other than its own. */
  beside(place: number, { agree, conflict }: Judgement<Span>): Features {
    const own = (agree?.likelihood ?? 0) >= USED;
    return {
      "u.right": most(this.#right, conflict?.value, place),
      "u.times": this.#right.get(conflict?.value ?? NOTHING)?.timesBeside(false) ?? 0,
      "u.wrong": most(this.#wrong, conflict?.value, place),
      "u.statement": most(this.#right, conflict?.pairing.statement, place),
      "u.agreeRight": most(this.#right, agree?.value, place),
      "u.agreeTimes": this.#right.get(agree?.value ?? NOTHING)?.timesBeside(own) ?? 0,
      "u.agreeStatement": most(this.#right, agree?.pairing.statement, place),
    };
  }
}

const NOTHING = {};

function top(tops: Map<object, Top>, of: object): Top {
  let found = tops.get(of);
  if (!found) {
    found = new Top();
    tops.set(of, found);
  }
  return found;
}

function most(tops: ReadonlyMap<object, Top>, of: object | undefined, place: number): number {
  return tops.get(of ?? NOTHING)?.beside(place) ?? 0;
}

/** The assessment of the sentence at `place` with how the rest of the draft uses its facts. */
export function besideUsage(assessment: Assessment, usage: Usage, place: number): Assessment {
  const used = <V extends Span>(judgements: readonly Judgement<V>[]) =>
    judgements.map((judgement) => ({
      ...judgement,
      features: { ...judgement.features, ...usage.beside(place, judgement) },
    }));
  return { ...assessment, quantities: used(assessment.quantities), dates: used(assessment.dates) };
}

/** What in the usage a decision on the sentence may depend on: equal texts lead to equal decisions. */
export function usageKey({ quantities, dates }: Assessment, usage: Usage, place: number): string {
  return [...quantities, ...dates]
    .map((judgement) => Object.values(usage.beside(place, judgement)).join(","))
    .join(";");
}

/** Whether anything in the sentence may be told that depends on the rest of the draft. */
export function isOpenTo({ quantities, dates }: Assessment): boolean {
  return quantities.some(isOpen) || dates.some(isOpen);
}

/** A disagreement less likely than this is never told. */
const OPEN = 0.1;

function isOpen({ conflict }: Judgement<Span>): boolean {
  return conflict !== null && conflict.likelihood >= OPEN;
}
