/**
 * Weighs sources against one another: where one has a claim as the draft does and another says otherwise, both surely,
 * the claim is disputed. A source that another one supersedes, or is ranked before, does not count against that one.
 * Knows findings of single sources; not how they are made.
 */
import { ranksBefore, type Standings } from "../../sources/standing.ts";
import type { SourceReading } from "../../statements/types.ts";
import type { Finding, Outweighed, Passage, Sides } from "../types.ts";
import { mayBothBeRight } from "./two-facts.ts";

/** The side that contradicts must be this sure: where there is no dispute, one told is noise on a claim that was settled. */
const SURE = 0.8;
/** Of two passages that differ in one point, either speaks of the claim where the other one surely does. */
const SURELY_MEANT = 0.85;
const LIKELY = 0.7;
/** The rules on names and on relations are never as sure as the others. */
const SURE_OF: Partial<Record<Finding["kind"], number>> = { name: 0.65, relation: 0.7 };

/** Asks sources about one sentence. */
export interface Panel {
  readonly standings: Standings;
  /** The sources that may disagree about the sentence. */
  readonly contested: readonly SourceReading[];
  /** What is found with one source alone. */
  alone(source: SourceReading): readonly Finding[];
  /** What is found without the sources that others supersede. */
  current(): readonly Finding[];
  /** The claim as `source` states it, for one that `by` alone contradicts; null where it does not state it. */
  restated(contradiction: Finding, by: SourceReading, source: SourceReading): Finding | null;
  /** The first of two passages, which alone agrees with a claim, where the two disagree with one another; else null. */
  disagreement(kind: Finding["kind"], agreeing: Passage, other: Passage): Passage | null;
}

/** What one source says of a claim. */
interface Voice {
  readonly source: SourceReading;
  readonly finding: Finding;
}

/** The findings with all sources, `together`, once the sources are weighed against one another. */
export function weighSources(together: readonly Finding[], panel: Panel): readonly Finding[] {
  const { contested, standings } = panel;
  if (contested.length < 2) return together;
  const isOld = (source: SourceReading) => standings.superseded.has(source);
  const base = contested.some(isOld) ? replaced(together, panel.current()) : together;
  const voices = voicesOf(panel);
  const claims = [...base];
  for (const { finding } of voices) if (!claims.some((one) => isSame(one, finding))) claims.push(finding);
  return claims.flatMap((finding) => {
    const result = weighed(finding, voices, panel);
    // A claim of which nothing was told with all sources is told of only where they disagree.
    return base.includes(finding) || isAtOdds(result, voices, panel) ? [result] : [];
  });
}

/** Whether a finding is a dispute, or what is left of one once a source was outweighed. */
function isAtOdds(finding: Finding, voices: readonly Voice[], panel: Panel): boolean {
  const { verdict, outweighed } = finding;
  if (!outweighed) return verdict === "disputed";
  return voices.some(
    (voice) =>
      voice.source === outweighed.source &&
      isSame(voice.finding, finding) &&
      agreeingPassage(voice.finding, finding, panel) !== null,
  );
}

/** What each source says alone; and, for a claim that one contradicts and none supports, who else states it. */
function voicesOf({ contested, alone, restated }: Panel): readonly Voice[] {
  const voices = contested.flatMap((source) =>
    alone(source)
      .filter(speaks)
      .map((finding) => ({ source, finding })),
  );
  const stated = voices.flatMap(({ source: by, finding }) => {
    const speaking = voices.filter((voice) => isSame(voice.finding, finding));
    if (finding.confidence < sureOf(finding)) return [];
    if (speaking.some((voice) => voice.finding.verdict === "supported")) return [];
    return contested.flatMap((source) => {
      if (speaking.some((voice) => voice.source === source)) return [];
      const support = restated(finding, by, source);
      return support ? [{ source, finding: support }] : [];
    });
  });
  return [...voices, ...stated];
}

/** The findings, those of `current` in place of what they touch. */
function replaced(findings: readonly Finding[], current: readonly Finding[]): readonly Finding[] {
  const told = current.filter(speaks);
  return [...findings.filter((finding) => !told.some((one) => isSame(one, finding))), ...told];
}

function weighed(finding: Finding, voices: readonly Voice[], panel: Panel): Finding {
  const speaking = voices.filter((voice) => isSame(voice.finding, finding));
  const counted = speaking.filter((voice) => outweighing(voice, speaking, panel.standings) === null);
  const supported = surestFirst(counted, "supported");
  const contradicted = surestFirst(counted, "contradicted");
  if (isSome(supported) && isSome(contradicted)) return disputed(finding, { supported, contradicted }, panel);
  const silenced = speaking.find(
    (voice) => !counted.includes(voice) && voice.finding.verdict === "supported",
  );
  if (!silenced || !isSome(contradicted))
    return counted.length < speaking.length ? (supported[0] ?? finding) : finding;
  const why = outweighing(silenced, speaking, panel.standings)!;
  return { ...contradicted[0], outweighed: { source: silenced.source, why } };
}

/** Why a voice does not count beside the others; null where it does. */
function outweighing(
  { source, finding }: Voice,
  others: readonly Voice[],
  { supersedes }: Standings,
): Outweighed["why"] | null {
  if (others.some((other) => supersedes(other.source, source))) return "superseded";
  const isRanked = others.some(
    (other) => other.finding.verdict !== finding.verdict && ranksBefore(other.source, source),
  );
  return isRanked ? "ranked" : null;
}

/** A dispute where the sources surely disagree; else what was found before. */
function disputed(finding: Finding, sides: Sides, panel: Panel): Finding {
  const [first, ...others] = sides.supported;
  const [contradicted] = sides.contradicted;
  const agreeing = agreeingPassage(first, contradicted, panel);
  if (!agreeing) return finding;
  const supported = { ...first, passages: [agreeing] };
  const findings = [supported, ...others, ...sides.contradicted];
  // Of a quotation one word may be disputed.
  const { span, actual } = contradicted.kind === "quotation" ? contradicted : supported;
  return {
    ...supported,
    span,
    actual,
    verdict: "disputed",
    confidence: Math.min(supported.confidence, contradicted.confidence),
    expected: contradicted.expected,
    passages: findings.flatMap(({ passages }) => passages.slice(0, 1)).sort(newestFirst),
    sides: { supported: [supported, ...others], contradicted: sides.contradicted },
  };
}

/** Where the supporting source says what the other one surely denies; null where the two may both be right. */
function agreeingPassage(supported: Finding, contradicted: Finding, panel: Panel): Passage | null {
  const [other] = contradicted.passages;
  if (!other || supported.arithmetic !== null) return null;
  const least =
    supported.confidence >= SURELY_MEANT ? Math.min(LIKELY, sureOf(contradicted)) : sureOf(contradicted);
  if (contradicted.confidence < least) return null;
  for (const passage of supported.passages) {
    if (mayBothBeRight(supported.kind, passage, other)) continue;
    const agreeing = panel.disagreement(supported.kind, passage, other);
    if (agreeing) return agreeing;
  }
  return null;
}

function sureOf({ kind }: Finding): number {
  return SURE_OF[kind] ?? SURE;
}

function newestFirst(a: { readonly source: SourceReading }, b: { readonly source: SourceReading }): number {
  const [one, other] = [a.source.published ?? "", b.source.published ?? ""];
  return one === other ? 0 : one < other ? 1 : -1;
}

function surestFirst(voices: readonly Voice[], verdict: Finding["verdict"]): Finding[] {
  const findings = voices.map(({ finding }) => finding).filter((finding) => finding.verdict === verdict);
  return findings.sort((a, b) => b.confidence - a.confidence);
}

function isSome(findings: readonly Finding[]): findings is readonly [Finding, ...Finding[]] {
  return findings.length > 0;
}

function speaks({ verdict }: Finding): boolean {
  return verdict === "supported" || verdict === "contradicted";
}

function isSame(a: Finding, b: Finding): boolean {
  return a.kind === b.kind && a.span.start < b.span.end && b.span.start < a.span.end;
}
