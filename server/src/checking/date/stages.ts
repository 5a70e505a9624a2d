/**
 * The day of one stage told of another: "in force since 12 December" beside a source that has the Act passed on 12 December and in
 * force from 1 February. Both days stand in the source, each with its own word; the draft has the word of one and the day of the
 * other. Knows the words of stages, no laws and no things.
 */
import { compareDates } from "../../kinds/date/compare.ts";
import type { DateValue } from "../../kinds/types.ts";
import type { Reading, Sentence } from "../../statements/types.ts";
import type { Pairing } from "../alignment/align.ts";
import { statementsBeside } from "../alignment/pairings.ts";
import { passageOf } from "../alignment/values.ts";
import { textAt } from "../judging/value-wording.ts";
import { isQuoted } from "../stance.ts";
import type { Corpus, Finding } from "../types.ts";
import { dateWording } from "./wording.ts";

/** Words that say which stage a day belongs to; those that are `vague` may be said of many things at once. */
const STAGES = [
  {
    name: "force",
    says: /\b(?:in(?:to)? force|tak(?:es?|ing) effect|took effect|effective|appl(?:y|ies|ied)(?! for))\b/gi,
  },
  {
    name: "passed",
    says: /\b(?:pass(?:ed|es|age)|adopt(?:ed|s|ion)|approv(?:ed|es|al)|enact\w*|ratif\w+)\b/gi,
  },
  { name: "vote", says: /\bvot(?:e|es|ed|ing)\b/gi },
  { name: "signed", says: /\bsign(?:ed|s|ing|ature)\b/gi },
  { name: "tabled", says: /\b(?:tabled|submitted|laid before|first reading)\b/gi },
  { name: "published", says: /\bpublish(?:ed|es|ing)?\b/gi },
  { name: "announced", says: /\bannounc\w+/gi },
  { name: "launched", says: /\blaunch\w*/gi },
  { name: "delivered", says: /\b(?:hand(?:ed|s|ing)? over|handover|deliver(?:ed|y|s))\b/gi },
  { name: "met", says: /\b(?:met|meets|sat|sits|convened?)\b/gi },
  { name: "arrived", says: /\b(?:arriv\w+|reach(?:ed|es))\b/gi, vague: true },
  { name: "began", says: /\b(?:beg[aiu]n\w*|start\w*|open\w*)\b/gi, vague: true },
  { name: "ended", says: /\b(?:end(?:s|ed)|clos(?:e[sd]|ing)|expir\w+|lapse[sd])\b/gi, vague: true },
] as const;
type Stage = (typeof STAGES)[number];

/** A vote may be what passes a thing, an announcement what publishes it. */
const ONE = new Set(["passed vote", "vote passed", "published announced", "announced published"]);

/** A sentence of the sources among the first this many, and how far apart the two stages may be told. */
const NEAR = { rank: 4, sentences: 2 };
const CERTAIN = 0.84;

interface Staged {
  readonly value: DateValue;
  readonly stage: Stage;
  readonly pairing: Pairing;
}

/** Findings on days that the sources give to another stage. */
export function checkStages(sentence: Sentence, draft: Reading, { index, among }: Corpus): Finding[] {
  if (!index || sentence.dates.length === 0) return [];
  const claims = sentence.dates.filter((value) => isDay(value) && !isQuoted(sentence, value));
  const staged = claims.flatMap((value) => {
    const stage = stageOf(sentence, value);
    return stage && !isVague(stage) ? [{ value, stage }] : [];
  });
  if (staged.length === 0) return [];
  const { pairings, stance } = statementsBeside(draft, sentence, index, among);
  if (stance.supposed === 1 || stance.question === 1 || stance.own === 1 || stance.advice === 1) return [];
  const told = pairings.flatMap((pairing) => stagesIn(pairing));
  return staged.flatMap(({ value, stage }) => {
    const right = whatIsTold(value, stage, told);
    return right ? [finding(sentence, value, right)] : [];
  });
}

function isVague(stage: Stage): boolean {
  return "vague" in stage;
}

/** A day, or a month and its year. */
function isDay({ stated, duration, time, superseded }: DateValue): boolean {
  return stated.month && duration === null && time === null && superseded !== true;
}

/** The stage whose word stands last before the date; in a table the one that heads the row. */
function stageOf({ text, dates, block }: Sentence, { start }: DateValue): Stage | null {
  const before = dates.findLast((other) => other.end <= start)?.end ?? 0;
  const stretch =
    text
      .slice(before, start)
      .split(/[;:.]\s/)
      .at(-1) ?? "";
  return lastStage(stretch) ?? (block.cell?.rowHeader ? lastStage(block.cell.rowHeader) : null);
}

function lastStage(text: string): Stage | null {
  let best: { stage: Stage; at: number } | null = null;
  for (const stage of STAGES)
    for (const { index } of text.matchAll(stage.says))
      if (index >= (best?.at ?? 0)) best = { stage, at: index };
  return best?.stage ?? null;
}

function stagesIn(pairing: Pairing): Staged[] {
  const { sentence } = pairing.statement;
  return sentence.dates.filter(isDay).flatMap((value) => {
    const stage = stageOf(sentence, value);
    return stage ? [{ value, stage, pairing }] : [];
  });
}

/** The day that the sources give to the claim's stage, where they give the claim's own day to another one nearby. */
function whatIsTold(claim: DateValue, stage: Stage, told: readonly Staged[]): Staged | null {
  const near = told.filter(({ pairing }) => pairing.candidate.rank < NEAR.rank);
  const same = told.filter((one) => one.stage === stage || ONE.has(`${stage.name} ${one.stage.name}`));
  if (same.some(({ value }) => compareDates(claim, value) !== "conflicts")) return null;
  const others = near.filter(
    (one) =>
      !same.includes(one) && isSameDay(claim, one.value) && compareDates(claim, one.value) === "agrees",
  );
  const rights = near.filter((one) => one.stage === stage && others.some((other) => isBeside(one, other)));
  const [right] = rights;
  return right && rights.every(({ value }) => compareDates(right.value, value) === "agrees") ? right : null;
}

/** Told as finely on both sides. */
function isSameDay(claim: DateValue, source: DateValue): boolean {
  return claim.stated.day === source.stated.day && claim.grain === source.grain;
}

function isBeside({ pairing: a }: Staged, { pairing: b }: Staged): boolean {
  return (
    a.statement.source === b.statement.source &&
    Math.abs(a.statement.sentence.index - b.statement.sentence.index) <= NEAR.sentences
  );
}

function finding(sentence: Sentence, value: DateValue, { value: stated, pairing }: Staged): Finding {
  const span = { start: value.start, end: value.end };
  const replacement = dateWording.correct(value, sentence, stated, pairing.statement.sentence);
  return {
    kind: "date",
    verdict: "contradicted",
    sentence,
    span,
    confidence: CERTAIN,
    actual: textAt(sentence, span),
    expected: dateWording.word(stated, pairing.statement.sentence),
    message: null,
    arithmetic: null,
    passages: [passageOf(pairing, [stated])],
    replacements: replacement ? [replacement] : [],
    features: {},
  };
}
