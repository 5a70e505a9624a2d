/**
 * Scores the checker on labelled cases, all in one process:
 *   npm run benchmark [-- --list misses|alarms|fixes|citations|all] [--only TEXT] [--json] [--cases FOLDER]...
 * Precision counts findings that touch a contradicted label, recall counts labels that are touched.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { KINDS } from "../../server/src/kinds/types.ts";
import { createChecker } from "../../server/src/library.ts";
import type { Claim, DraftReport } from "../../server/src/service/report.ts";
import { type Label, type LabelledDraft, readCases } from "./cases.ts";

export interface Tally {
  drafts: number;
  words: number;
  labels: number;
  hits: number;
  flagged: number;
  alarms: number;
  cleanDrafts: number;
  cleanAlarms: number;
  fixed: number;
  supported: number;
  agreed: number;
  cited: number;
  unsupported: number;
  leftAlone: number;
  readonly byKind: Record<string, { labels: number; hits: number; alarms: number }>;
}

export type Listing = (topic: "misses" | "alarms" | "fixes" | "citations", line: string) => void;

export function emptyTally(): Tally {
  return {
    drafts: 0,
    words: 0,
    labels: 0,
    hits: 0,
    flagged: 0,
    alarms: 0,
    cleanDrafts: 0,
    cleanAlarms: 0,
    fixed: 0,
    supported: 0,
    agreed: 0,
    cited: 0,
    unsupported: 0,
    leftAlone: 0,
    byKind: Object.fromEntries(KINDS.map((kind) => [kind, { labels: 0, hits: 0, alarms: 0 }])),
  };
}

/** Adds one draft's report to the tally. */
export function score(draft: LabelledDraft, report: DraftReport, tally: Tally, list: Listing): void {
  const wrong = draft.labels.filter((label) => label.verdict === "contradicted");
  const flagged = report.claims.filter((claim) => claim.verdict === "contradicted");
  const alarms = flagged.filter((claim) => !wrong.some((label) => overlap(claim, label)));
  tally.drafts += 1;
  tally.words += draft.text.split(/\s+/).filter(Boolean).length;
  tally.flagged += flagged.length;
  tally.alarms += alarms.length;
  if (wrong.length === 0) {
    tally.cleanDrafts += 1;
    tally.cleanAlarms += alarms.length;
  }
  for (const alarm of alarms) {
    tally.byKind[alarm.kind]!.alarms += 1;
    list(
      "alarms",
      `${draft.name} [${alarm.kind} ${alarm.confidence.toFixed(2)}] «${alarm.text}» ${alarm.message}`,
    );
  }
  for (const label of wrong) scoreContradicted(draft, label, flagged, tally, list);
  for (const label of draft.labels) {
    if (label.verdict === "supported") scoreSupported(draft, label, report.claims, tally, list);
    if (label.verdict === "unsupported") {
      tally.unsupported += 1;
      const spoken = report.claims.some(
        (claim) =>
          overlap(claim, label) && (claim.verdict === "supported" || claim.verdict === "contradicted"),
      );
      if (!spoken) tally.leftAlone += 1;
    }
  }
}

function scoreContradicted(
  draft: LabelledDraft,
  label: Label,
  flagged: readonly Claim[],
  tally: Tally,
  list: Listing,
): void {
  const kind = tally.byKind[label.kind]!;
  tally.labels += 1;
  kind.labels += 1;
  const hits = flagged.filter((claim) => overlap(claim, label));
  if (hits.length === 0) {
    list(
      "misses",
      `${draft.name} [${label.kind}] «${label.span}» should be «${label.correct?.[0]}» (${label.evidence})`,
    );
    return;
  }
  tally.hits += 1;
  kind.hits += 1;
  const wanted = (label.correct ?? []).map((words) =>
    fold(draft.text.slice(0, label.start) + words + draft.text.slice(label.end)),
  );
  const got = hits.flatMap((claim) =>
    claim.fixes[0] ? [fold(applied(draft.text, claim.fixes[0].edits))] : [],
  );
  if (got.some((text) => wanted.includes(text))) tally.fixed += 1;
  else
    list(
      "fixes",
      `${draft.name} [${label.kind}] «${label.span}» wanted «${label.correct?.join("» or «")}», offered «${hits.map((claim) => claim.fixes[0]?.title ?? "nothing").join("», «")}»`,
    );
}

function scoreSupported(
  draft: LabelledDraft,
  label: Label,
  claims: readonly Claim[],
  tally: Tally,
  list: Listing,
): void {
  tally.supported += 1;
  const own = claims.filter((claim) => claim.verdict === "supported" && overlap(claim, label));
  if (own.length === 0) return;
  tally.agreed += 1;
  const name = path.basename(label.source ?? "", ".md");
  const source = draft.sources.find(({ uri }) => path.basename(uri, ".md") === name);
  const start = source?.text.indexOf(label.evidence ?? "") ?? -1;
  const evidence = { start, end: start + (label.evidence?.length ?? 0) };
  if (
    own.some((claim) =>
      claim.evidence.some((passage) => passage.source === source?.uri && overlap(passage, evidence)),
    )
  )
    tally.cited += 1;
  else
    list(
      "citations",
      `${draft.name} «${label.span}» wants (${label.evidence}), has (${own[0]?.evidence[0]?.text})`,
    );
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function applied(text: string, edits: readonly { start: number; end: number; newText: string }[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((out, edit) => out.slice(0, edit.start) + edit.newText + out.slice(edit.end), text);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‐-―−]/g, "-")
    .replace(/[“”«»„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*-\s*/g, "-")
    .trim();
}

const share = (part: number, whole: number) => (whole ? `${((100 * part) / whole).toFixed(1)}%` : "-");

/** The tally in the words of the benchmark. */
export function render(tally: Tally): string {
  const precision = tally.flagged ? (tally.flagged - tally.alarms) / tally.flagged : 0;
  const recall = tally.labels ? tally.hits / tally.labels : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return [
    `drafts ${tally.drafts}, words ${tally.words}, contradicted claims ${tally.labels}`,
    `precision ${share(tally.flagged - tally.alarms, tally.flagged)}  recall ${share(tally.hits, tally.labels)}  F1 ${(100 * f1).toFixed(1)}%`,
    `false alarms per 1,000 words ${((1000 * tally.alarms) / Math.max(1, tally.words)).toFixed(2)}; on ${tally.cleanDrafts} clean drafts: ${tally.cleanAlarms}`,
    `right first fix ${share(tally.fixed, tally.hits)} of hits; supported found ${share(tally.agreed, tally.supported)}, rightly cited ${share(tally.cited, tally.agreed)}; unsupported left alone ${share(tally.leftAlone, tally.unsupported)}`,
    `by kind (hits/labels, alarms): ${KINDS.map((kind) => `${kind} ${tally.byKind[kind]!.hits}/${tally.byKind[kind]!.labels}, ${tally.byKind[kind]!.alarms}`).join("; ")}`,
  ].join("\n");
}

function main(): void {
  const { values } = parseArgs({
    options: {
      list: { type: "string" },
      only: { type: "string" },
      json: { type: "boolean" },
      cases: { type: "string", multiple: true },
    },
  });
  const here = path.dirname(fileURLToPath(import.meta.url));
  const roots = values.cases ?? [path.join(here, "cases")];
  // The Prague cases rest on an article that is not ours to ship; they are scored where it lies beside the project.
  const beside = values.cases
    ? []
    : readCases(path.join(here, "../../../shared/benchmark/cases")).filter(
        ({ domain }) => domain === "prague",
      );
  const tally = emptyTally();
  const list: Listing = (topic, line) => {
    if (values.list === topic || values.list === "all") console.log(`${topic}: ${line}`);
  };
  for (const draft of [...roots.flatMap(readCases), ...beside]) {
    if (values.only && !draft.name.includes(values.only)) continue;
    const checker = createChecker({ builtin: false });
    for (const source of draft.sources) checker.setSource(source);
    score(draft, checker.check({ uri: `${draft.name}.md`, text: draft.text, date: draft.date }), tally, list);
  }
  console.log(values.json ? JSON.stringify(tally) : render(tally));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
