/**
 * The same draft in other clothes: other line ends, moved down, inside a list item. Each tells where an offset of the
 * plain draft has gone. Knows texts only.
 */

export interface Variant {
  readonly name: string;
  readonly text: string;
  /** Where an offset of the plain text stands in this one. */
  move(offset: number): number;
}

/** Text put before a draft: every offset moves, by characters of one, two and three bytes and a surrogate pair. */
const BEFORE = "😀 é 中\n\n";

/** The three variants of a draft; front matter stays where it is. */
export function variantsOf(text: string): Variant[] {
  const body = frontMatterEnd(text);
  return [
    byLine("with CRLF", text, 0, "", "", "\r\n"),
    moved(text, body),
    byLine("in a list item", text, body, "- ", "  ", "\n"),
  ];
}

function moved(text: string, body: number): Variant {
  return {
    name: "after “😀 é 中”",
    text: text.slice(0, body) + BEFORE + text.slice(body),
    move: (offset) => (offset < body ? offset : offset + BEFORE.length),
  };
}

/** Every line from `body` on with something before it (`first`, then `other`) and its own line end. */
function byLine(
  name: string,
  text: string,
  body: number,
  first: string,
  other: string,
  eol: string,
): Variant {
  const starts: { readonly plain: number; readonly here: number }[] = [];
  let out = text.slice(0, body);
  let at = body;
  for (const line of text.slice(body).split(/(?<=\n)/)) {
    const content = line.replace(/\n$/, "");
    const lead = content === "" ? "" : at === body ? first : other;
    starts.push({ plain: at, here: out.length + lead.length });
    out += lead + content + (content === line ? "" : eol);
    at += line.length;
  }
  const move = (offset: number) => {
    const start = starts.findLast(({ plain }) => plain <= offset);
    return start ? start.here + offset - start.plain : offset;
  };
  return { name, text: out, move };
}

function frontMatterEnd(text: string): number {
  return /^---\n[\s\S]{0,5000}?\n---\n\n?/.exec(text)?.[0].length ?? 0;
}

/** All from the body on in one block quote. */
export function inBlockQuote(text: string): Variant {
  const body = frontMatterEnd(text);
  const quoted = text.slice(body).replace(/^/gm, "> ");
  const lines = (offset: number) => text.slice(body, offset).split("\n").length;
  return {
    name: "in a block quote",
    text: text.slice(0, body) + quoted,
    move: (offset) => (offset < body ? offset : offset + 2 * lines(offset)),
  };
}

/** A line of text in a cell of a table, its bars escaped. */
export function inTableCell(line: string): Variant {
  const lead = "| Point | Note |\n| --- | --- |\n| 1 | ";
  const text = line.trimEnd();
  const bars = (offset: number) => text.slice(0, offset).split("|").length - 1;
  return {
    name: "in a table cell",
    text: `${lead}${text.replaceAll("|", "\\|")} |\n`,
    move: (offset) => lead.length + offset + bars(offset),
  };
}
