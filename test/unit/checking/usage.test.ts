/**
 * How the facts of the sources are used over a draft, seen from one of its sentences.
 */
import { describe, expect, it } from "vitest";
import { type Leaning, Usage } from "../../../server/src/checking/decision/usage.ts";
import type { Judgement, ScoredPair } from "../../../server/src/checking/judging/value-rule.ts";
import type { Statement } from "../../../server/src/sources/statement-index.ts";
import type { Span } from "../../../server/src/text/types.ts";

const statement = {} as Statement;
const fact: Span = { start: 0, end: 2 };
const neighbour: Span = { start: 8, end: 10 };

function leaning(to: Span, agrees: boolean, likelihood: number): Leaning {
  return { fact: to, statement, agrees, likelihood };
}

function pair(value: Span, likelihood: number): ScoredPair<Span> {
  return { value, likelihood, pairing: { statement } } as ScoredPair<Span>;
}

/** A claim that disagrees with `fact` and agrees with its neighbour. */
const judgement = {
  agree: pair(neighbour, 0.6),
  conflict: pair(fact, 0.5),
} as unknown as Judgement<Span>;

describe("the usage of facts", () => {
  it("sees what another sentence states rightly", () => {
    const usage = new Usage([[leaning(fact, false, 0.5)], [leaning(fact, true, 0.9)]]);
    expect(usage.beside(0, judgement)).toMatchObject({ "u.right": 0.9, "u.times": 1, "u.wrong": 0 });
  });

  it("leaves out the sentence itself", () => {
    const usage = new Usage([[leaning(fact, true, 0.9), leaning(neighbour, true, 0.6)]]);
    expect(usage.beside(0, judgement)).toMatchObject({ "u.right": 0, "u.agreeRight": 0, "u.agreeTimes": 0 });
  });

  it("keeps the second sentence in mind where the first is the one asked about", () => {
    const usage = new Usage([[leaning(fact, true, 0.9)], [leaning(fact, true, 0.4)], []]);
    expect(usage.beside(0, judgement)["u.right"]).toBe(0.4);
    expect(usage.beside(1, judgement)["u.right"]).toBe(0.9);
    expect(usage.beside(2, judgement)).toMatchObject({ "u.right": 0.9, "u.times": 2 });
  });

  it("counts a sentence once, however many of its claims use the fact", () => {
    const usage = new Usage([[], [leaning(fact, true, 0.5), leaning(fact, true, 0.8)]]);
    expect(usage.beside(0, judgement)).toMatchObject({ "u.right": 0.8, "u.times": 1 });
  });

  it("tells a statement that is drawn upon from the fact itself", () => {
    const usage = new Usage([[], [leaning(neighbour, true, 0.7)]]);
    expect(usage.beside(0, judgement)).toMatchObject({
      "u.right": 0,
      "u.statement": 0.7,
      "u.agreeRight": 0.7,
    });
  });
});
