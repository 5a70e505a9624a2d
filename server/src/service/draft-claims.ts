/**
 * The claims of a whole draft from what was found in its units. The claims of a unit are kept, and moved with the
 * blocks that they stand in, so that an edit costs little more than what it changed. Knows no editor.
 */
import type { CheckedUnit, UnitFindings } from "../checking/check.ts";
import type { Finding } from "../checking/types.ts";
import type { Reading, Sentence } from "../statements/types.ts";
import type { LinePlace, LineTable } from "../text/lines.ts";
import type { Block, ProseDocument, Span } from "../text/types.ts";
import { citationCode } from "./citations/uncited.ts";
import { claimOf, compareClaims, tableOf, toDocument, withoutOverlaps } from "./claims.ts";
import { type CitedSources, settledByCitation } from "./disputes.ts";
import { leadInBlock } from "./places.ts";
import type { Claim, Kind, Position } from "./report.ts";

/** The claims of one block where it stood last. */
interface BlockClaims {
  /** A sentence of the block, counted from the first of its unit. */
  readonly place: number;
  start: number;
  at: LinePlace;
  claims: readonly Claim[];
  /** The lead-in by which supported claims were found cited or not. */
  lead: readonly Span[] | null;
}

/** The claims of a unit, and the sources that its disputed claims cited when they were made. */
interface UnitClaims {
  readonly blocks: readonly BlockClaims[];
  readonly cited: string;
}

const known = new WeakMap<UnitFindings, UnitClaims>();

/**
 * The claims of a draft in document order; for one kind they never overlap: what is surer stays. Supported claims
 * have the code "uncited" where no citation is near; where sources disagree and `cited` names one, that one decides.
 */
export function draftClaims(
  checked: readonly CheckedUnit[],
  reading: Reading,
  cited: CitedSources = () => [],
): Claim[] {
  const table = tableOf(reading.document);
  const claims: Claim[] = [];
  for (const { unit, found } of checked) {
    if (found.findings.length === 0) continue;
    let claimsOfUnit = known.get(found);
    // What a footnote cites may change though the sentence does not.
    const citedNow = citedIn(found, reading, unit.from, cited);
    if (claimsOfUnit?.cited !== citedNow) {
      claimsOfUnit = { blocks: claimsByBlock(found, reading, unit.from, table, cited), cited: citedNow };
      known.set(found, claimsOfUnit);
    }
    for (const block of claimsOfUnit.blocks) {
      bringUpToDate(block, reading.sentences[unit.from + block.place]!.block, reading.document, table);
      for (const claim of block.claims) claims.push(claim);
    }
  }
  return isDisjoint(claims) ? claims : withoutOverlaps(claims);
}

/** The sources that are cited for the disputed claims of a unit, as a string; empty where none is disputed. */
function citedIn(
  { findings, places }: UnitFindings,
  { sentences }: Reading,
  from: number,
  cited: CitedSources,
) {
  return findings
    .flatMap(({ sides, span }, at) =>
      sides ? [cited(toDocument(sentences[from + places[at]!]!, span).start).join(" ")] : [],
    )
    .join("\u0001");
}

function claimsByBlock(
  { findings, places }: UnitFindings,
  reading: Reading,
  from: number,
  table: LineTable,
  cited: CitedSources,
): BlockClaims[] {
  const { document, sentences } = reading;
  const byBlock = new Map<Block, { place: number; claims: Claim[] }>();
  findings.forEach((finding, index) => {
    const place = places[index]!;
    const sentence = sentences[from + place]!;
    const { block } = sentence;
    const claim = claimOf(settled(finding, sentence, cited), document.text, table);
    if (claim.end <= claim.start) return;
    const group = byBlock.get(block);
    if (group) group.claims.push(claim);
    else byBlock.set(block, { place, claims: [claim] });
  });
  return [...byBlock].map(([block, { place, claims }]) => ({
    place,
    start: block.span.start,
    at: table.placeAt(block.span.start),
    claims: withCodes(withoutOverlaps(claims), document),
    lead: leadOf(block, document),
  }));
}

/** The finding in its sentence as it stands now, settled by a citation where one may do that. */
function settled(finding: Finding, sentence: Sentence, cited: CitedSources): Finding {
  const here =
    finding.sentence === sentence ? finding : { ...finding, sentence, origin: finding.origin ?? finding };
  return here.sides ? settledByCitation(here, cited(toDocument(sentence, here.span).start)) : here;
}

function leadOf(block: Block, document: ProseDocument): readonly Span[] | null {
  return leadInBlock(document, block)?.sentences ?? null;
}

function withCodes(claims: readonly Claim[], document: ProseDocument): Claim[] {
  return claims.map((claim) =>
    claim.verdict === "supported" ? { ...claim, code: citationCode(document, claim) } : claim,
  );
}

/** Moves the claims to where their block stands now, and looks again for citations where what leads in has changed. */
function bringUpToDate(known: BlockClaims, block: Block, document: ProseDocument, table: LineTable): void {
  const { start } = block.span;
  const at = table.placeAt(start);
  if (start !== known.start || at.line !== known.at.line || at.character !== known.at.character) {
    const shift = { offset: start - known.start, from: known.at, to: at };
    known.claims = known.claims.map((claim) => moved(claim, shift));
    known.start = start;
    known.at = at;
  }
  const lead = leadOf(block, document);
  if (lead === known.lead) return;
  known.claims = withCodes(known.claims, document);
  known.lead = lead;
}

interface Shift {
  readonly offset: number;
  readonly from: LinePlace;
  readonly to: LinePlace;
}

/** Written out, for copying by spreading would cost more than all the rest of an edit. */
function moved(claim: Claim, shift: Shift): Claim {
  const { offset } = shift;
  return {
    start: claim.start + offset,
    end: claim.end + offset,
    range: { start: movedPlace(claim.range.start, shift), end: movedPlace(claim.range.end, shift) },
    text: claim.text,
    kind: claim.kind,
    verdict: claim.verdict,
    code: claim.code,
    message: claim.message,
    confidence: claim.confidence,
    actual: claim.actual,
    expected: claim.expected,
    arithmetic: claim.arithmetic,
    evidence: claim.evidence,
    fingerprint: claim.fingerprint,
    fixes:
      claim.fixes.length === 0
        ? claim.fixes
        : claim.fixes.map(({ title, edits }) => ({
            title,
            edits: edits.map(({ start, end, newText }) => ({
              start: start + offset,
              end: end + offset,
              newText,
            })),
          })),
  };
}

/** Only on the block's first line do characters depend on where it begins. */
function movedPlace({ line, character }: Position, { from, to }: Shift): Position {
  return {
    line: line + to.line - from.line,
    character: line === from.line ? character + to.character - from.character : character,
  };
}

/** Whether claims come in document order and none overlaps one of its kind: nearly always, unit by unit. */
function isDisjoint(claims: readonly Claim[]): boolean {
  const ends = new Map<Kind, number>();
  for (let at = 0; at < claims.length; at++) {
    const claim = claims[at]!;
    if (at > 0 && compareClaims(claims[at - 1]!, claim) > 0) return false;
    if ((ends.get(claim.kind) ?? 0) > claim.start) return false;
    ends.set(claim.kind, claim.end);
  }
  return true;
}
