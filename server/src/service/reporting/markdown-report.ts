/**
 * The report in Markdown. Whatever comes from drafts or sources is escaped, and a comment at the top keeps the report
 * from being checked as a draft itself.
 */
import { escapeMarkdown, innerQuotes, writtenDate } from "../footnotes.ts";
import { counted, sideInWords } from "../messages.ts";
import type { Evidence } from "../report.ts";
import { visibleText, webAddress } from "./html-markup.ts";
import type { Piece } from "./passages.ts";
import type { ClaimsReport, DraftSection, Entry, PassageInReport, SourceSection } from "./types.ts";
import {
  CAUTIONS,
  CONTESTED,
  citedInWords,
  coverageInWords,
  draftLine,
  kindsOf,
  LISTS,
  numbersOf,
  passagePlace,
  summaryCounts,
  VERDICT_WORDS,
  verdictName,
  verdictOnDrafts,
} from "./wording.ts";

const NOT_A_DRAFT = "<!-- claimcheck-ignore-file all: a report on claims, not a draft -->";

/** A whole document in Markdown. */
export function markdownReport(report: ClaimsReport): string {
  const { drafts, sources, unread, day, version, title } = report;
  const parts = [
    NOT_A_DRAFT,
    `# Claims report: ${safe(title)}`,
    drafts.map((draft) => safe(draftLine(draft))).join("; "),
    `Checked against ${counted(sources.length, "source")} on ${writtenDate(day)}. ${verdictOnDrafts(report)}`,
    table(
      summaryCounts(report).map(({ label }) => label),
      [summaryCounts(report).map(({ count }) => String(count))],
    ),
    ...unreadPart(unread),
    ...drafts.flatMap((draft) => draftPart(draft, drafts.length > 1)),
    "## Sources",
    ...(sources.length === 0 ? ["No source was read."] : [sources.map(sourceItem).join("\n")]),
    ...factsPart(sources),
    `*${CAUTIONS} Made with Claimcheck ${safe(version)}.*`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function unreadPart(unread: readonly string[]): string[] {
  if (unread.length === 0) return [];
  const head = `> **${counted(unread.length, "source")} could not be read. Claims that rest on ${unread.length === 1 ? "it" : "them"} were not checked.**`;
  return [[head, ">", ...unread.map((message) => `> - ${safe(message)}`)].join("\n")];
}

function draftPart(draft: DraftSection, several: boolean): string[] {
  const level = several ? "###" : "##";
  const lists = LISTS.flatMap(({ key, title, lead }) => {
    const entries = draft[key];
    const count = entries.reduce((sum, { claims }) => sum + claims.length, 0);
    return count === 0
      ? []
      : [`${level} ${title} (${count})`, lead, ...entries.map((entry) => entryPart(entry, level))];
  });
  return [
    ...(several ? [`## ${safe(draft.title)}`] : []),
    ...draft.notes.map((note) => `> ${safe(note)}`),
    ...(lists.length > 0
      ? lists
      : ["No claim was found in this draft that could be compared with a source."]),
  ];
}

function entryPart(entry: Entry, level: string): string {
  const { claims, sentence, line, place, passages, citations, accepted, contested } = entry;
  const claim = claims[0]!;
  const where = [...place, `line ${line}`].map(safe).join(" › ");
  const told = claim.verdict === "contradicted" || claim.verdict === "disputed";
  const fix = claim.verdict === "contradicted" && accepted === null ? claim.fixes[0]?.title : undefined;
  const cites = citations.map((citation) => ` ${safe(citation)}`).join(",");
  return [
    `${level}# ${VERDICT_WORDS[claim.verdict].mark} ${verdictName(claim)} · ${numbersOf(entry)} · ${kindsOf(entry)}`,
    `*${where}*`,
    ...(told ? [`**${safe(claim.message)}**`] : []),
    ...(accepted === null ? [] : [`Reason: ${safe(accepted) || "none given"}`]),
    `> Draft: “${innerQuotes(marked(sentence))}”`,
    ...passages.map(passagePart),
    ...(contested.length === 0 ? [] : [`**${CONTESTED} No. ${contested.join(", No. ")}**`]),
    ...claims.flatMap(({ arithmetic }) => (arithmetic === null ? [] : [`Arithmetic: ${safe(arithmetic)}`])),
    ...(fix === undefined ? [] : [`Proposed: ${safe(fix)}`]),
    ...(passages.length === 0 && citations.length === 0 ? [] : [`Citation: ${citedInWords(entry)}${cites}`]),
  ].join("\n\n");
}

function passagePart({ evidence, pieces, name }: PassageInReport): string {
  const side = sideInWords(evidence);
  const label = side === "" ? "Source" : `Source (${side})`;
  return `> ${label}: “${innerQuotes(marked(pieces))}”\n>\n> ${origin(evidence, evidence.source)} (${safe(name)}, ${safe(passagePlace(evidence))})`;
}

/** Publisher, title, day and address. */
function origin(source: Pick<Evidence, "title" | "publisher" | "published" | "url">, name: string): string {
  const { title, publisher, published } = source;
  const address = webAddress(source.url);
  const parts = [
    publisher === null ? "" : safe(publisher),
    `“${safe(title || name)}”`,
    published === null ? "" : writtenDate(published),
    address === null ? "" : `<${address.replace(/[<>\s]/g, encodeURIComponent)}>`,
  ];
  return parts.filter(Boolean).join(", ");
}

function sourceItem(source: SourceSection): string {
  const { info, name } = source;
  return `- ${origin(info, name)} (${safe(name)}): ${coverageInWords(source)}.`;
}

function factsPart(sources: readonly SourceSection[]): string[] {
  const unused = sources.filter((source) => source.unused.length > 0);
  if (unused.length === 0) return [];
  const total = unused.reduce((sum, { facts, used }) => sum + (facts ?? 0) - used, 0);
  return [
    `## Facts not used (${total})`,
    ...unused.flatMap(({ info, name, unused: facts, more }) => [
      `### ${safe(info.title || name)}`,
      facts
        .map(
          ({ text, cell, line, page }) =>
            `- “${innerQuotes(safe(text))}” (${[page === null ? `line ${line}` : `p. ${page}`, safe(cell)].filter(Boolean).join(", ")})`,
        )
        .join("\n"),
      ...(more === 0 ? [] : [`And ${counted(more, "more fact")}.`]),
    ]),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---:")), ...rows.map(line)].join("\n");
}

/** Bold takes no blanks at its ends. */
function marked(pieces: readonly Piece[]): string {
  const written = pieces.map(({ text, marked: isMarked }) => {
    const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(text)!;
    const safely = safe(inner!);
    return `${before}${isMarked && safely !== "" ? `**${safely}**` : safely}${after}`;
  });
  return written.join("").trim();
}

/** Text that is only text in Markdown, addresses included, which some readers would make into links. */
function safe(text: string): string {
  return escapeMarkdown(visibleText(text))
    .replaceAll("://", ":\\/\\/")
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/[@|$#]/g, "\\$&");
}
