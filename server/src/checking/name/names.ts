/**
 * Checks which persons, bodies and places a draft says take part in a fact against the source sentence that speaks of
 * the same fact. Knows names, their slots and the words around them.
 */

import type { NameMention, Reading, Sentence } from "../../statements/types.ts";
import { overlaps } from "../../text/spans.ts";
import type { Corpus, Finding } from "../types.ts";
import { checkAffiliations } from "./affiliation.ts";
import { overlapAligner } from "./align.ts";
import { type FeatureMatch, matchFeatures } from "./context.ts";
import { counterpartsIn, judgeCounterparts } from "./counterpart.ts";
import { soleDoer } from "./doer.ts";
import { type EstimatedName, estimateNames } from "./estimate.ts";
import { type Asked, type Exchange, exchanged } from "./exchange.ts";
import { type FigureOwner, figureOwner } from "./figure-owner.ts";
import { contradictedName, supportedName } from "./finding.ts";
import { type Leader, leaderOf } from "./leaders.ts";
import { listRival } from "./lists.ts";
import { namesakes } from "./namesakes.ts";
import { introduces, isSetAgainst, type Slot, slotsOf } from "./slot.ts";
import { isKindOf } from "./sort.ts";
import { misspelt } from "./spelling.ts";

/** How sure a rival in a list is. */
const LISTED = 0.8;
/** … and the owner of a figure. */
const FIGURED = 0.8;

/** A name is told to stand in another one's place from this estimate on. */
const TOLD = 0.7;
/** Below this estimate nothing is told, whatever the words side by side show. */
const DOUBTED = 0.2;

/** Findings on the names of one sentence: what stands side by side, unless the models doubt it, and what they are sure of. */
export function checkNames(sentence: Sentence, draft: Reading, corpus: Corpus): Finding[] {
  if (sentence.names.length === 0 || sentence.block.kind === "heading") return [];
  const certain = [
    ...misspelt(sentence, corpus),
    ...namesakes(sentence, corpus),
    ...checkAffiliations(sentence, corpus),
  ];
  const compared = comparedNames(sentence, draft, corpus, certain);
  const estimates = estimateNames(sentence, draft, corpus);
  const kept = compared.filter((finding) => {
    const estimate = estimates.find(({ name }) => overlaps(name, finding.span));
    if (!estimate || (finding.verdict === "contradicted" && !isOnOneRival(estimate, finding))) return true;
    const { likelihood } = estimate;
    return finding.verdict === "contradicted" ? likelihood >= DOUBTED : likelihood < TOLD;
  });
  const told = [...certain, ...kept].filter(({ verdict }) => verdict === "contradicted");
  const sure = estimates.filter(
    ({ name, likelihood }) => likelihood >= TOLD && !told.some(({ span }) => overlaps(name, span)),
  );
  return [...certain, ...kept, ...sure.map((estimate) => estimatedName(sentence, estimate))];
}

/** Whether the models weighed the very name that stands in the place by what was compared. */
function isOnOneRival({ conflict }: EstimatedName, { expected, passages }: Finding): boolean {
  return conflict.value.text === expected || conflict.pairing.statement.sentence === passages[0]?.sentence;
}

function estimatedName(sentence: Sentence, { name, conflict, likelihood }: EstimatedName): Finding {
  const { source, sentence: stated } = conflict.pairing.statement;
  const { score } = conflict.pairing.candidate;
  const passage = { mention: conflict.value, aligned: { sentence: stated, source, score } };
  return contradictedName(sentence, name, passage, likelihood, {
    likelihood,
    conflict: conflict.likelihood,
    sentence: score,
  });
}

/** What the words side by side with a source's show; `certain` is found already. */
function comparedNames(
  sentence: Sentence,
  draft: Reading,
  corpus: Corpus,
  certain: readonly Finding[],
): Finding[] {
  const findings: Finding[] = [];
  const aligner = overlapAligner(corpus);
  const candidates = aligner.align(sentence).filter((one) => one.sentence.names.length > 0);
  if (candidates.length === 0) return findings;
  const slots = slotsOf(sentence);
  const matches = candidates.map((one) => matchFeatures(sentence, one.sentence));
  sentence.names.forEach((name, i) => {
    const slot = slots[i] as Slot;
    if (isKindOf(sentence, name) || isSetAgainst(sentence, name)) return;
    if (isQuoted(sentence, name) || introduces(sentence, name) || (speaks(sentence, slot) && !slot.listed))
      return;
    if (certain.some(({ span }) => overlaps(name, span))) return;
    const finding = judge({ sentence, name, slot, candidates, matches, aligner }, corpus);
    const owner =
      finding?.verdict === "contradicted" || isSpeaking(sentence, slot)
        ? null
        : figureOwner(sentence, name, slot, corpus, sentenceBefore(draft, sentence));
    if (owner) findings.push(ownedName(sentence, name, owner));
    else if (finding) findings.push(finding);
  });
  return findings;
}

function judge(asked: Asked, corpus: Corpus): Finding | null {
  const { sentence, name, slot, candidates, matches, aligner } = asked;
  const joint = speaks(sentence, slot) && slot.listed;
  const counterparts = joint
    ? []
    : candidates.flatMap((one, k) => counterpartsIn(name, slot, one, matches[k] as FeatureMatch, aligner));
  const finding = judgeCounterparts(sentence, name, slot, counterparts);
  if (finding?.verdict === "contradicted") return finding;
  const other = isSpeaking(sentence, slot) ? null : exchanged(asked);
  if (other) return exchangedName(asked, other);
  const leader = leaderOf(sentence, name, corpus);
  if (leader) return ledFinding(sentence, name, leader);
  const rival = listRival(asked, corpus) ?? (speaks(sentence, slot) ? null : soleDoer(asked, corpus));
  if (!rival) return finding;
  const { met, support } = rival;
  return contradictedName(sentence, name, rival, LISTED, { clause: met, support });
}

function ledFinding(sentence: Sentence, name: NameMention, leader: Leader): Finding {
  const features = { leads: 1, support: leader.shared };
  return leader.agrees
    ? supportedName(sentence, name, leader, LISTED, features)
    : contradictedName(sentence, name, leader, LISTED, features);
}

function exchangedName({ sentence, name }: Asked, other: Exchange): Finding {
  const { forth, back } = other;
  return contradictedName(sentence, name, other, Math.min(0.95, 0.6 + 0.35 * forth.met), {
    clause: forth.met,
    support: forth.support,
    reverse: back.met,
  });
}

function sentenceBefore({ sentences }: Reading, { index, blockIndex }: Sentence): Sentence | undefined {
  const before = sentences[index - 1];
  return before?.blockIndex === blockIndex ? before : undefined;
}

function ownedName(sentence: Sentence, name: NameMention, owner: FigureOwner): Finding {
  return contradictedName(sentence, name, owner, FIGURED, { clause: 0.5, support: owner.shared });
}

/** Who said a thing is the business of the rule on speakers; what somebody confirmed or announced is a deed. */
function speaks({ tokens }: Sentence, slot: Slot): boolean {
  if (slot.class !== "agent" || !reportingVerbs.has(slot.governor)) return false;
  const verb = tokens.findIndex((token, i) => i > slot.last && token.lemma === slot.governor);
  const next = tokens[verb + 1];
  return !deedVerbs.has(slot.governor) || !next || !/^(?:NOUN|ADJ|NUM|DET|PROPN)$/.test(next.pos);
}

/** … also behind its verb: "said Ms Dow". */
const isSpeaking = (sentence: Sentence, slot: Slot): boolean =>
  speaks(sentence, slot) || (slot.class === "patient" && reportingVerbs.has(slot.governor));
const deedVerbs: ReadonlySet<string> = new Set(["confirm", "announce", "report", "deny", "reject"]);
const reportingVerbs: ReadonlySet<string> = new Set(
  "say tell add call argue warn insist note explain claim reply report state announce confirm deny complain remark observe object think believe".split(
    " ",
  ),
);

function isQuoted(sentence: Sentence, name: NameMention): boolean {
  return sentence.quotations.some((quotation) => quotation.start <= name.start && name.end <= quotation.end);
}
