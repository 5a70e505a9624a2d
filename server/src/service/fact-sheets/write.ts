/**
 * Writes a fact sheet: what sources state, one plain sentence an item, each with its place in a comment that no reader
 * of the sheet sees and no check reads. Knows readings of sources; nothing of files.
 */
import { pageAt } from "../../sources/pages.ts";
import type { Sentence, SourceReading } from "../../statements/types.ts";
import { LineTable } from "../../text/lines.ts";
import { toDocument } from "../claims.ts";
import { escapeMarkdown, plain, writtenDate } from "../footnotes.ts";
import { grouped, rowText } from "./rows.ts";

/** A source with what its sheet calls it: a path from where the sheet will lie. */
export interface SheetSource {
  readonly reading: SourceReading;
  readonly path: string;
}

const GUIDE =
  "<!-- One fact an item. Notes on a fact go below it: “- also: another name”, “- not before: 2019-05-02”, “- not after: 2020-09-23”. -->";

/** A fact sheet on one source; on several, with a heading for each and their paths in the places. */
export function writeFactSheet(sources: readonly SheetSource[]): string {
  const [only, ...others] = sources;
  const single = only && others.length === 0 ? only : null;
  const sections = sources.map((source) => section(source, single !== null));
  return `${frontMatter(sources, single)}${GUIDE}\n\n${sections.join("\n\n")}\n`;
}

/** The metadata are the source's own, so that who cites the sheet cites the source. */
function frontMatter(sources: readonly SheetSource[], single: SheetSource | null): string {
  const paths = sources.map(({ path }) => JSON.stringify(path));
  const { title, publisher, published, url } = single?.reading ?? {};
  const lines = [
    title ? `title: ${JSON.stringify(title)}` : "",
    publisher ? `publisher: ${JSON.stringify(publisher)}` : "",
    published ? `published: ${published}` : "",
    url ? `url: ${JSON.stringify(url)}` : "",
    paths.length === 1 ? `source: ${paths[0]}` : `source: [${paths.join(", ")}]`,
  ];
  return `---\n${lines.filter(Boolean).join("\n")}\n---\n\n`;
}

function section({ reading, path }: SheetSource, isSingle: boolean): string {
  const { title, published, sentences } = reading;
  const day = isSingle || published === null ? "" : ` (${writtenDate(published)})`;
  const place = places(reading, isSingle ? "" : `${path.replaceAll("--", "- -")}, `);
  const parts = [`# ${escapeMarkdown(title)}${day}`];
  let over = "";
  const isTitle = (text: string) => plain(text) === plain(title);
  for (const group of grouped(sentences)) {
    const [first] = group;
    // Where a document does not mark its title as one, that is a line like any other: no fact.
    if (group.length === 1 && isTitle(first!.text)) continue;
    const headings = first!.block.headings.filter((heading) => !isTitle(heading));
    const heading = headings.map(escapeMarkdown).join(" – ");
    if (heading !== over && heading !== "") parts.push(`## ${heading}`);
    over = heading;
    parts.push(
      first!.block.cell
        ? `- ${asText(rowText(group))} ${place(first!)}`
        : group.map((one) => item(one, place)).join("\n"),
    );
  }
  // Items of one list stand without a blank line between them.
  return parts.reduce(
    (text, part) => text + (text.endsWith("-->") && part.startsWith("- ") ? "\n" : "\n\n") + part,
  );
}

function item(sentence: Sentence, place: (sentence: Sentence) => string): string {
  const { text, block } = sentence;
  const said = block.quoteDepth > 0 && !/["“”]/.test(text) ? `“${text}”` : text;
  return `- ${asText(said)} ${place(sentence)}`;
}

/** One line that is no more than text, at the start of an item too. */
function asText(text: string): string {
  return escapeMarkdown(text).replace(/^(?:[#+>=-]|\d{1,9}(?=[.)]))/, (found) =>
    /^\d/.test(found) ? `${found}\\` : `\\${found}`,
  );
}

function places({ document, pages }: SourceReading, before: string): (sentence: Sentence) => string {
  const lines = new LineTable(document.text);
  return (sentence) => {
    const { start } = toDocument(sentence, { start: 0, end: sentence.text.length });
    const page = pageAt(pages, start);
    return `<!-- ${before}${page === null ? `line ${lines.placeAt(start).line + 1}` : `p. ${page}`} -->`;
  };
}
