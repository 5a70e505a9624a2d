/**
 * Takes out of a report what the draft's ignore directives hide, and notes directives that hide nothing or give no
 * reason. Knows reports and read documents; nothing of how claims are decided.
 */
import type { LineTable } from "../text/lines.ts";
import type { ProseDocument, Span } from "../text/types.ts";
import { tableOf } from "./claims.ts";
import type { NoteCode } from "./codes.ts";
import { type Directive, type PlacedDirective, placeDirectives } from "./directives.ts";
import { rangeOf } from "./lines.ts";
import type { Claim, Code, DraftReport, IgnoredClaim, Note } from "./report.ts";

export { ignoreEdit } from "./ignore.ts";

/** What is said of a draft as a whole, not of a claim in it. */
const REMARKS: Readonly<Record<Exclude<NoteCode, "fact-not-in-source">, true>> = {
  "unused-ignore": true,
  "ignore-without-reason": true,
  "front-matter": true,
  "not-checked": true,
  "source-not-read": true,
  "fact-note": true,
  stale: true,
};

/** True for a code that an ignore comment takes away where it names it: of all findings, and of a fact sheet's facts. */
export function isIgnorable(code: Code | NoteCode): boolean {
  return !(code in REMARKS);
}

/**
 * The report without the claims that the directives of `document` hide; these stand in `ignored`. An uncited claim
 * stays, without its code. `document` must be the reading of the same text that the report is about.
 */
export function applySuppressions(report: DraftReport, document: ProseDocument): DraftReport {
  if (document.comments.length === 0) return report;
  const lines = tableOf(document);
  const placed = placeDirectives(document, lines);
  if (placed.length === 0) return report;
  const sweep = new Sweep(placed);
  const claims: Claim[] = [];
  const ignored: IgnoredClaim[] = [...(report.ignored ?? [])];
  for (const claim of report.claims) {
    const directive = claim.code === null ? null : sweep.hiding(claim, claim.code);
    if (!directive) claims.push(claim);
    else if (claim.verdict === "supported") claims.push({ ...claim, code: null });
    else ignored.push({ claim, reason: directive.reason, directive: placeOf(directive, lines) });
  }
  const facts = new Sweep(placed);
  const told = report.notes.filter(
    (note) => !isIgnorable(note.code) || facts.hiding(note, note.code) === null,
  );
  const used = new Set([...sweep.used, ...facts.used]);
  const notes = placed.flatMap((entry) => noteOn(entry.directive, used.has(entry.directive), lines));
  return {
    ...report,
    claims,
    notes: [...told, ...notes].sort((a, b) => a.start - b.start),
    ...(ignored.length > 0 ? { ignored } : {}),
  };
}

function placeOf({ comment: { span } }: Directive, lines: LineTable) {
  return { ...span, range: rangeOf(lines, span) };
}

type Active = { readonly directive: Directive; readonly covers: Span };

/** Walks claims and directives side by side, so that many of both cost no more than their sum. */
class Sweep {
  readonly used = new Set<Directive>();
  readonly #waiting: readonly Active[];
  readonly #active = new Map<string, Active[]>();
  #next = 0;

  constructor(placed: readonly PlacedDirective[]) {
    this.#waiting = placed
      .filter((entry): entry is Active => entry.covers !== null)
      .sort((a, b) => a.covers.start - b.covers.start);
  }

  /** The innermost directive that hides a finding of `code` at `span`, or null. Spans must come in order of start. */
  hiding(span: Span, code: string): Directive | null {
    for (; this.#next < this.#waiting.length; this.#next++) {
      const entry = this.#waiting[this.#next]!;
      if (entry.covers.start >= span.end) break;
      for (const name of entry.directive.codes.length > 0 ? entry.directive.codes : ["*"]) {
        this.#stack(name).push(entry);
      }
    }
    const found = this.#top(code, span) ?? this.#top("*", span);
    if (!found) return null;
    this.used.add(found.directive);
    return found.directive;
  }

  #stack(name: string): Active[] {
    const stack = this.#active.get(name) ?? [];
    this.#active.set(name, stack);
    return stack;
  }

  #top(name: string, span: Span): Active | undefined {
    const stack = this.#stack(name);
    while (stack.length > 0 && stack.at(-1)!.covers.end <= span.start) stack.pop();
    return stack.findLast((entry) => entry.covers.start < span.end && entry.covers.end > span.start);
  }
}

function noteOn(directive: Directive, used: boolean, lines: LineTable): Note[] {
  const { span } = directive.comment;
  const place = { start: span.start, end: span.end, range: rangeOf(lines, span) };
  if (!used) return [{ ...place, code: "unused-ignore", message: unusedMessage(directive) }];
  if (directive.reason !== "") return [];
  const message = "This directive gives no reason. Write a colon and why the finding is accepted.";
  return [{ ...place, code: "ignore-without-reason", message }];
}

function unusedMessage(directive: Directive): string {
  if (directive.form === "end") return "No “claimcheck-ignore-start” stands before this end.";
  const [unknown] = directive.unknown;
  if (unknown !== undefined) return `This directive hides nothing: “${unknown}” is not a code of Claimcheck.`;
  const what = directive.codes.length > 0 ? `of “${directive.codes.join("”, “")}” ` : "";
  return `This directive hides nothing: no finding ${what}stands where it applies. It can go.`;
}
