/**
 * In which constructions two values stand: as what something is measured against ("against 58"), as a part ("two of them"), as a
 * difference, a goal, something to come, something denied. Two values of one construction may be one fact, two of different
 * ones seldom are. Knows the words around a span, not what the values say.
 */
import type { Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { keptWithin } from "../kept.ts";
import type { Features } from "../model.ts";
import { createTwoSides, type Properties, propertiesOf } from "./two-sides.ts";

/** A value stands in a construction where one of its patterns fits. */
interface Construction {
  /** What stands right before the value, hedges and articles left out. */
  readonly before?: RegExp;
  readonly behind?: RegExp;
  /** What stands anywhere in its clause. */
  readonly clause?: RegExp;
}

/** Characters to each side that are looked at, within the clause. */
const AROUND = 48;
const HEDGES =
  "(?:\\s+(?:the|a|an|its|their|only|just|about|around|some|nearly|almost|roughly|more|fewer|less|than|over|at|least|most|up|to|no))*\\s*$";

function before(words: string): RegExp {
  return new RegExp(`\\b(?:${words})${HEDGES}`, "i");
}

/** Behind the value, past the rest of its last word and up to three more. */
function behind(words: string): RegExp {
  return new RegExp(`^\\S*\\s*(?:\\w+\\s+){0,3}(?:${words})\\b`, "i");
}

function somewhere(words: string): RegExp {
  return new RegExp(`\\b(?:${words})\\b`, "i");
}

const CONSTRUCTIONS: Readonly<Record<string, Construction>> = {
  against: {
    before: before(
      "against|compared (?:with|to)|versus|instead of|in place of|rather than|unlike|from|after|not",
    ),
  },
  part: {
    before: before("of (?:which|whom|these|those|them)(?:\\s+\\w+){0,3}|including|among them"),
    behind: behind("of (?:the|them|these|those|which|whom|its|our|their|all|\\d+)"),
  },
  whole: { before: before("(?:of|in|among)(?:\\s+(?:its|their|our|these|all))?") },
  differs: {
    before: before("by|(?:rise|increase|fall|drop|cut|growth|gain|loss|reduction|difference|gap) of|up|down"),
    behind: behind(
      "more|less|fewer|higher|lower|above|below|under|short|ahead|behind|earlier|later|too (?:many|much|few)",
    ),
  },
  goal: {
    clause: somewhere(
      "aim(?:s|ed)?|targets?|goals?|limits?|ceilings?|caps?|wants?|wanted|asks?|asked|demand\\w*|propos\\w*|recommend\\w*|advis\\w*|seeks?|sought|requires?|required|needs?|needed|must|should|maximum|minimum|floor|thresholds?",
    ),
  },
  added: {
    before: before("another|further|additional|extra|other|remaining|rest"),
    behind: /^\S*\s*(?:more|further|additional|extra|others?)\b/i,
  },
  ahead: {
    clause: somewhere(
      "will|would|could|may|might|shall|expect(?:s|ed)?|plans?|planned|forecasts?|projected|due|(?:is|are|going) to",
    ),
  },
  former: {
    clause: somewhere(
      "last (?:year|month|week|season|time)|(?:a|one|the) (?:year|month|week) (?:earlier|ago|before)|previous(?:ly)?|former(?:ly)?|until now|so far|had been|used to|at first|originally|once|then",
    ),
  },
  denied: { clause: /\b(?:not|never|no|none|nobody|nothing|without|neither|nor|cannot)\b|n['’]t\b/i },
  limited: { before: before("only|just|no more than|at most|up to|at least|as (?:many|much|few|little) as") },
};

/** Where a clause ends, roughly. */
const BREAK = /[;:()–—]|,\s(?:and|but|while|whereas|which|who|of which|of whom|against|compared|after)\b/gi;

/** Each construction as a question to what stands around a span. */
const TESTS = Object.values(CONSTRUCTIONS).map(
  ({ before, behind, clause }) =>
    (around: Around) =>
      (before?.test(around.left) || behind?.test(around.right) || clause?.test(around.clause)) ?? false,
);

interface Around {
  readonly left: string;
  readonly right: string;
  readonly clause: string;
}

/** The constructions that a span stands in; kept, for a source's values are asked again and again. */
const constructionsOf = keptWithin(({ text }: Sentence, span: Span): Properties => {
  const [start, end] = clauseAround(text, span);
  const left = text.slice(Math.max(start, span.start - AROUND), span.start);
  const right = text.slice(span.end, Math.min(end, span.end + AROUND));
  const clause = `${text.slice(start, span.start)} ${text.slice(span.end, end)}`;
  return propertiesOf(TESTS, { left, right, clause });
});

function clauseAround(text: string, { start, end }: Span): readonly [number, number] {
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(BREAK)) {
    if (index >= end) return [from, index];
    if (index + mark.length <= start) from = index + 1;
  }
  return [from, text.length];
}

const featuresOf = createTwoSides(Object.keys(CONSTRUCTIONS).map((name) => `as-${name}`));

/** For each construction whether two values stand in it, `claim` of the draft's sentence and `source` of a source's. */
export function constructionFeatures(asked: Sentence, claim: Span, stated: Sentence, source: Span): Features {
  return featuresOf(constructionsOf(asked, claim), constructionsOf(stated, source));
}
