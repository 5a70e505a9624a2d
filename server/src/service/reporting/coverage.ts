/**
 * Coverage: how many facts of each source the drafts use, and which they leave aside.
 * A fact is a sentence in which something that can be checked was read.
 */
import { readSourceText } from "../../sources/read-source.ts";
import { LineTable } from "../../text/lines.ts";
import type { ProseDocument, Span } from "../../text/types.ts";
import { cellInWords } from "../evidence-words.ts";
import { blockAt } from "../places.ts";
import type { Claim } from "../report.ts";
import type { ExtractedStatement } from "../types.ts";
import { plainPassage } from "./passages.ts";
import type { SourceInReport, SourceSection, UnusedFact } from "./types.ts";

/** Unused facts that are written out, of one source and of all: beyond that nobody reads them. */
const MOST = { source: 100, all: 1000 };
/** In a larger library the facts of a source that decides nothing are not counted. */
const SMALL_LIBRARY = 50;

/** One section a source, those with most claims first. */
export function coverage(sources: readonly SourceInReport[], claims: readonly Claim[]): SourceSection[] {
  const uses = new Map<string, Use[]>();
  for (const claim of claims) {
    for (const { source, start, end } of claim.evidence) {
      const known = uses.get(source);
      if (known) known.push({ claim, start, end });
      else uses.set(source, [{ claim, start, end }]);
    }
  }
  const isSmall = sources.length <= SMALL_LIBRARY;
  const counted = sources.map((source) => {
    const own = uses.get(source.info.uri) ?? [];
    return countedIn(source, own, isSmall || own.length > 0);
  });
  counted.sort((a, b) => b.claims - a.claims);
  let left = MOST.all;
  return counted.map((one) => {
    const unused = writtenFacts(one.source, one.unused.slice(0, Math.min(MOST.source, left)));
    left -= unused.length;
    return sectionOf(one, unused);
  });
}

/** Where in a source the evidence of a claim stands. */
interface Use extends Span {
  readonly claim: Claim;
}

interface Counted {
  readonly source: SourceInReport;
  readonly claims: number;
  readonly facts: number | null;
  readonly unused: readonly ExtractedStatement[];
}

function countedIn(source: SourceInReport, uses: readonly Use[], isCounted: boolean): Counted {
  const statements = isCounted ? source.extract()?.statements : undefined;
  const facts = statements?.filter(isFact) ?? [];
  const unused = facts.filter(({ start, end }) => !uses.some((use) => use.start < end && start < use.end));
  return {
    source,
    claims: new Set(uses.map(({ claim }) => claim)).size,
    facts: statements ? facts.length : null,
    unused,
  };
}

function sectionOf(
  { source, claims, facts, unused }: Counted,
  written: readonly UnusedFact[],
): SourceSection {
  return {
    info: source.info,
    name: source.name,
    claims,
    facts,
    used: (facts ?? 0) - unused.length,
    unused: written,
    more: unused.length - written.length,
  };
}

function isFact({ values, attributions }: ExtractedStatement): boolean {
  return values.length > 0 || attributions.length > 0;
}

/** Where the cell of a table that holds `offset` stands; "" outside of tables. */
function cellAt(document: ProseDocument, offset: number): string {
  const cell = blockAt(document, offset)?.cell;
  return cell ? cellInWords({ cell: { row: cell.rowHeader, column: cell.columnHeader } }) : "";
}

function writtenFacts({ info, text }: SourceInReport, facts: readonly ExtractedStatement[]): UnusedFact[] {
  if (facts.length === 0) return [];
  const document = readSourceText(info.uri, text);
  const lines = new LineTable(text);
  return facts.map((fact) => ({
    text: plainPassage(document, fact),
    cell: cellAt(document, fact.start),
    line: lines.placeAt(fact.start).line + 1,
    page: fact.page ?? null,
  }));
}
