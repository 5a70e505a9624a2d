/**
 * How two dates stand in their sentences: as the day of the telling, as a start or an end, as what a rule allows, as a name of
 * a thing ("the 2019 election"), and to which stage of a matter each belongs. Two dates that stand alike may be of one event.
 * Knows the words around a date, not what the dates say.
 */
import type { DateValue } from "../kinds/types.ts";
import type { Sentence } from "../statements/types.ts";
import { isOneStage, stageOf } from "./date-stages.ts";
import { keptWithin } from "./kept.ts";
import type { Features } from "./model.ts";

/** Where a date stands: what comes right before it, right after it, or anywhere in its stretch. */
interface Standing {
  readonly before?: RegExp;
  readonly behind?: RegExp;
  readonly stretch?: RegExp;
}

/** Characters to each side that are looked at. */
const AROUND = 60;

function somewhere(words: string): RegExp {
  return new RegExp(`\\b(?:${words})\\b`, "i");
}

const STANDINGS: Readonly<Record<string, Standing>> = {
  told: {
    stretch: somewhere(
      "sa(?:id|ys?)|told|tells|announc\\w+|publish\\w*|report(?:s|ed)?|wrote|writes|issued?|releas\\w+|according|statements?|notices?|surveys?|stud(?:y|ies)|interviews?|letters?|warned|promised",
    ),
  },
  starts: {
    before: /\b(?:from|since|starting|beginning|of)\s+(?:the\s+)?$/i,
    stretch: somewhere(
      "beg[aiu]ns?|beginning|start\\w*|open(?:s|ed|ing)?|launch\\w*|in(?:to)? force|effect(?:ive)?|first|introduc\\w+",
    ),
  },
  ends: {
    before: /\b(?:until|till|to|by|before|through)\s+(?:the\s+)?$/i,
    stretch: somewhere(
      "end(?:s|ed|ing)?|clos(?:e[sd]?|ing|ure)|expir\\w+|deadlines?|due|finish\\w*|complet\\w+|last|lapse[sd]?|over|final",
    ),
  },
  typical: { stretch: somewhere("average|mean|median|usual(?:ly)?|normal(?:ly)?|typical(?:ly)?") },
  extreme: {
    stretch: somewhere(
      "longest|shortest|slowest|fastest|oldest|worst|most|maximum|minimum|peak|record|up to|at (?:most|least)",
    ),
  },
  allowed: {
    stretch: somewhere(
      "laws?|rules?|allow(?:s|ed)?|limits?|requir\\w+|must|within|permit(?:s|ted)?|entitle[sd]?|oblig\\w+|contracts?|targets?|no (?:later|longer|more)",
    ),
  },
  moved: {
    stretch: somewhere(
      "postpon\\w+|delay\\w*|moved?|extend\\w*|extension|put (?:back|off)|brought forward|earlier|later|longer|instead|originally|planned",
    ),
  },
  asked: {
    stretch: somewhere(
      "ask(?:s|ed)?|want(?:s|ed)?|propos\\w+|call(?:s|ed)? for|recommend\\w*|suggest\\w*|demand\\w*|urg\\w+|request\\w*|should|would",
    ),
  },
  ahead: {
    stretch: somewhere(
      "will|would|may|might|shall|expect\\w*|plan(?:s|ned)?|due|schedul\\w+|(?:is|are|was|were) to|next|until",
    ),
  },
  done: { stretch: somewhere("was|were|had|has|have|did|took|lasted|became|went|came|made|since") },
  state: {
    stretch: somewhere("as of|so far|by (?:then|the end)|at the end|there (?:is|are|was|were)|stood at|now"),
  },
  named: {
    behind:
      /^\s+(?!(?:and|or|to|but|the|a|an|in|on|at|for|of|by|with|as|when|which|that|is|are|was|were|will|has|had|from|until|after|before|than|while|if|so|more|later|earlier|ago)\b)[a-z]/i,
  },
  of: { before: /\bof\s+(?:the\s+)?$/i },
  for: { before: /\bfor\s+(?:the\s+|some\s+|about\s+)?$/i },
  after: { before: /\bafter\s+(?:the\s+|only\s+|just\s+|some\s+)?$/i },
  fronted: { before: /^\W*(?:(?:on|in|at|by|since|from|until)\s+)?(?:the\s+)?$/i },
};

const BREAK =
  /[;:()–—]\s|,\s(?:and|but|while|whereas|which|who|where|when|after|although|though|because)\s/gi;

/** What a date stands as; kept, for a source's values are asked again and again. */
const standingsOf = keptWithin((sentence: Sentence, date: DateValue): ReadonlySet<string> => {
  const { text } = sentence;
  const [from, to] = stretchAround(text, date);
  const left = text.slice(from, date.start);
  const right = text.slice(date.end, to);
  const stretch = `${left} . ${right}`;
  return new Set(
    Object.keys(STANDINGS).filter((name) => {
      const { before, behind, stretch: within } = STANDINGS[name]!;
      return (
        before?.test(name === "fronted" ? text.slice(0, date.start) : left.slice(-AROUND)) ||
        behind?.test(right.slice(0, AROUND)) ||
        within?.test(stretch)
      );
    }),
  );
});

/** The clause of a date, roughly. */
function stretchAround(text: string, { start, end }: DateValue): readonly [number, number] {
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(BREAK)) {
    if (index >= end) return [from, index];
    if (index + mark.length <= start) from = index + mark.length;
  }
  return [from, text.length];
}

const NAMES = Object.keys(STANDINGS).map((name) => [name, `t-${name}`] as const);

const stageWithin = keptWithin((sentence: Sentence, date: DateValue) => ({ stage: stageOf(sentence, date) }));

/** For each standing 1 where both dates have it, 0 neither, -1 only the claim, -2 only the source's; `stage` likewise of stages. */
export function standingFeatures(
  asked: Sentence,
  claim: DateValue,
  stated: Sentence,
  source: DateValue,
): Features {
  const [mine, theirs] = [standingsOf(asked, claim), standingsOf(stated, source)];
  const found: Record<string, number> = { stage: stagesAlike(asked, claim, stated, source) };
  for (const [name, feature] of NAMES)
    found[feature] = mine.has(name) ? (theirs.has(name) ? 1 : -1) : theirs.has(name) ? -2 : 0;
  return found;
}

/** 1 for one stage, -1 for two, 0.5 where only one side tells one, 0 where neither does. */
function stagesAlike(asked: Sentence, claim: DateValue, stated: Sentence, source: DateValue): number {
  const [mine, theirs] = [stageWithin(asked, claim).stage, stageWithin(stated, source).stage];
  if (!mine || !theirs) return mine || theirs ? 0.5 : 0;
  return isOneStage(mine, theirs) ? 1 : -1;
}
