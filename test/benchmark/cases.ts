/**
 * Reads labelled cases (README.md tells the format). Knows files, not the checker.
 */
import fs from "node:fs";
import path from "node:path";
import type { Kind, Verdict } from "../../server/src/kinds/types.ts";

export interface Label {
  readonly span: string;
  readonly occurrence: number;
  readonly kind: Kind;
  readonly verdict: Verdict;
  readonly source?: string;
  readonly evidence?: string;
  readonly correct?: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface LabelledSource {
  readonly uri: string;
  readonly text: string;
}

export interface LabelledDraft {
  /** "finance-1/memo". */
  readonly name: string;
  /** The case's name without its number: what cross-validation leaves out. */
  readonly domain: string;
  readonly text: string;
  readonly date: string;
  readonly sources: readonly LabelledSource[];
  readonly labels: readonly Label[];
}

interface CaseFile {
  readonly drafts: Readonly<Record<string, { readonly sources: readonly string[]; readonly date: string }>>;
}

/** All drafts of the cases below `root`, in the order of their names; none where the folder is missing. */
export function readCases(root: string): LabelledDraft[] {
  if (!fs.existsSync(root)) return [];
  return fs
    .readdirSync(root)
    .sort()
    .filter((name) => fs.existsSync(path.join(root, name, "case.json")))
    .flatMap((name) => readCase(path.join(root, name), name));
}

function readCase(folder: string, name: string): LabelledDraft[] {
  const read = (...parts: string[]) => fs.readFileSync(path.join(folder, ...parts), "utf8");
  const about = JSON.parse(read("case.json")) as CaseFile;
  return Object.entries(about.drafts).map(([draft, { sources, date }]) => {
    const text = read("drafts", `${draft}.md`);
    const labels = JSON.parse(read("labels", `${draft}.json`)) as Label[];
    return {
      name: `${name}/${draft}`,
      domain: name.replace(/-\d+$/, ""),
      text,
      date,
      sources: sources.map((source) => ({
        uri: `sources/${source}.md`,
        text: read("sources", `${source}.md`),
      })),
      labels: labels.map((label) => ({ ...label, ...place(text, label) })),
    };
  });
}

function place(text: string, label: Label): { start: number; end: number } {
  let start = -1;
  for (let n = 0; n < label.occurrence; n++) start = text.indexOf(label.span, start + 1);
  return { start, end: start + label.span.length };
}
