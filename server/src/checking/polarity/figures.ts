/**
 * Whether the figures and days beside two predicates are the same: what is told of eight of them on Monday does not deny
 * what is told of three on Tuesday. Blind to what the predicates say.
 */
import { compareDates } from "../../kinds/date/compare.ts";
import type { Predicate } from "../../kinds/proposition/types.ts";
import { compareQuantities } from "../../kinds/quantity/compare.ts";
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { keptFor, keptWithin } from "../kept.ts";
import type { Features } from "../model.ts";
import { clauseOf } from "./arguments.ts";

/** A figure or day of one sentence, and whether the other one has it too. */
interface Met extends Span {
  readonly met: boolean;
}

const metOf = keptFor(({ query: { sentence: asked }, statement: { sentence: stated } }: Pairing) => ({
  mine: meet(asked, stated),
  theirs: meet(stated, asked),
}));

function meet(one: Sentence, other: Sentence): readonly Met[] {
  const place = ({ start, end }: Span, met: boolean) => ({ start, end, met });
  const figures = one.quantities.map((value) =>
    place(
      value,
      other.quantities.some((beside) => compareQuantities(value, beside) === "agrees"),
    ),
  );
  const days = one.dates.map((value) =>
    place(
      value,
      other.dates.some((beside) => compareDates(value, beside) === "agrees"),
    ),
  );
  return [...figures, ...days];
}

/** Share of those within a range of tokens that are met; -1 where there are none. */
function shareMet({ tokens }: Sentence, values: readonly Met[], range: Span): number {
  const [first, last] = [tokens[range.start], tokens[range.end - 1]];
  if (!first || !last) return -1;
  const inside = values.filter(({ start, end }) => start >= first.start && end <= last.end);
  return inside.length === 0 ? -1 : inside.filter(({ met }) => met).length / inside.length;
}

function shareOfAll(sentence: Sentence, values: readonly Met[]): number {
  return shareMet(sentence, values, { start: 0, end: sentence.tokens.length });
}

/** The shares of a whole sentence, of the clause of a predicate and of its subject. */
interface Shares {
  readonly all: number;
  readonly clause: number;
  readonly subject: number;
}

function sharesOf(sentence: Sentence, predicate: Predicate, values: readonly Met[]): Shares {
  return {
    all: shareOfAll(sentence, values),
    clause: shareMet(sentence, values, clauseOf(sentence, predicate)),
    subject: predicate.subject ? shareMet(sentence, values, predicate.subject) : -1,
  };
}

const askedShares = keptWithin((pairing: Pairing, predicate: Predicate) =>
  sharesOf(pairing.query.sentence, predicate, metOf(pairing).mine),
);
const statedShares = keptWithin((pairing: Pairing, predicate: Predicate) =>
  sharesOf(pairing.statement.sentence, predicate, metOf(pairing).theirs),
);

/** Shares of the figures and days around the draft's predicate that the source's sentence has, and the other way round. */
export function figureFeatures(claim: Predicate, source: Predicate, pairing: Pairing): Features {
  const mine = askedShares(pairing, claim);
  const theirs = statedShares(pairing, source);
  return {
    figures: mine.all,
    figuresBack: theirs.all,
    clauseFigures: mine.clause,
    clauseFiguresBack: theirs.clause,
    counts: mine.subject,
    countsBack: theirs.subject,
  };
}
