/**
 * The command line's words to typed options. Knows the options; opens no file.
 */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { CITATION_STYLES, type CitationStyle } from "../service/citations/types.ts";
import { nearest } from "../service/config/nearest.ts";
import { isDay } from "../service/config/read.ts";
import type { ReportFormat } from "../service/reporting/index.ts";
import { UsageError } from "./errors.ts";
import type { Topic } from "./help.ts";

type ParseArgsOptionsConfig = NonNullable<ParseArgsConfig["options"]>;

export type CheckFormat = "pretty" | "json" | "sarif" | "github";
export type ExtractFormat = "pretty" | "json" | "markdown";
export type { ReportFormat };

export interface CheckOptions {
  /** Empty for those that the configuration names. */
  readonly drafts: readonly string[];
  readonly sources: readonly string[];
  readonly date: string | undefined;
  readonly format: CheckFormat;
  readonly config: string | undefined;
  readonly builtin: boolean;
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly maxWarnings: number;
  /** A name of the commit since which lines must have changed to be reported, or null for all. */
  readonly changedSince: string | null;
  /** The reason for which all that is found is accepted, which may be empty; null where nothing is. */
  readonly acceptance: string | null;
  /** The name to report standard input under, or null where files are checked. */
  readonly stdin: string | null;
  readonly strict: boolean;
  readonly explain: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export interface ExtractOptions {
  readonly sources: readonly string[];
  readonly format: ExtractFormat;
  readonly date: string | undefined;
  readonly output: string | null;
  readonly quiet: boolean;
}

export interface ReportOptions {
  /** What is checked, and against what. */
  readonly check: CheckOptions;
  readonly format: ReportFormat;
  /** The file to write, or null for standard output. */
  readonly output: string | null;
}

export interface CiteOptions {
  /** What is checked, and against what. */
  readonly check: CheckOptions;
  /** Null leaves it to the configuration and the draft. */
  readonly style: CitationStyle | null;
  readonly dryRun: boolean;
  readonly what: "insert" | "convert" | "remove";
}

export type Command =
  | { readonly name: "cite"; readonly options: CiteOptions }
  | { readonly name: "check"; readonly options: CheckOptions }
  | { readonly name: "extract"; readonly options: ExtractOptions }
  | { readonly name: "report"; readonly options: ReportOptions }
  | { readonly name: "lsp" }
  | { readonly name: "help"; readonly topic: Topic | undefined }
  | { readonly name: "version" };

/** Reads the words after the program's name. Throws a UsageError on what it does not know. */
export function readArguments(words: readonly string[]): Command {
  const [first, ...rest] = words;
  if (first === undefined) throw new UsageError("Say what to do: check, cite, report, extract or lsp.");
  if (first === "--help" || first === "-h" || first === "help") {
    return { name: "help", topic: rest.find(isTopic) };
  }
  if (first === "--version" || first === "-v") return { name: "version" };
  if (!isTopic(first))
    throw new UsageError(`Unknown command “${first}”: use check, cite, report, extract or lsp.`);
  if (rest.includes("--help") || rest.includes("-h")) return { name: "help", topic: first };
  if (first === "lsp") return { name: "lsp" };
  if (first === "cite") return { name: "cite", options: citeOptions(rest) };
  if (first === "report") return { name: "report", options: reportOptions(rest) };
  return first === "check"
    ? { name: "check", options: checkOptions(rest) }
    : { name: "extract", options: extractOptions(rest) };
}

const CHECK_OPTIONS = {
  source: { type: "string", multiple: true },
  date: { type: "string" },
  format: { type: "string" },
  config: { type: "string" },
  builtin: { type: "boolean" },
  fix: { type: "boolean" },
  "dry-run": { type: "boolean" },
  "max-warnings": { type: "string" },
  "changed-since": { type: "string" },
  "update-baseline": { type: "boolean" },
  reason: { type: "string" },
  stdin: { type: "boolean" },
  "stdin-filename": { type: "string" },
  strict: { type: "boolean" },
  explain: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  verbose: { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

const EXTRACT_OPTIONS = {
  format: { type: "string" },
  date: { type: "string" },
  output: { type: "string", short: "o" },
  quiet: { type: "boolean", short: "q" },
} as const satisfies ParseArgsOptionsConfig;

const REPORT_OPTIONS = {
  source: CHECK_OPTIONS.source,
  date: CHECK_OPTIONS.date,
  config: CHECK_OPTIONS.config,
  builtin: CHECK_OPTIONS.builtin,
  strict: CHECK_OPTIONS.strict,
  quiet: CHECK_OPTIONS.quiet,
  format: { type: "string" },
  output: { type: "string", short: "o" },
} as const satisfies ParseArgsOptionsConfig;

const CITE_OPTIONS = {
  source: CHECK_OPTIONS.source,
  date: CHECK_OPTIONS.date,
  config: CHECK_OPTIONS.config,
  builtin: CHECK_OPTIONS.builtin,
  quiet: CHECK_OPTIONS.quiet,
  "dry-run": CHECK_OPTIONS["dry-run"],
  style: { type: "string" },
  convert: { type: "boolean" },
  remove: { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

function citeOptions(words: string[]): CiteOptions {
  const { values, positionals } = parsed("cite", words, CITE_OPTIONS);
  const { style, convert = false, remove = false, "dry-run": dryRun = false, ...checked } = values;
  const passed = Object.entries(checked).flatMap(([name, value]) => passedOn(name, value));
  if (positionals.length === 0) throw new UsageError("Name a draft to cite in.", "cite");
  if (convert && remove) throw new UsageError("Use --convert or --remove, not both.", "cite");
  if (convert && style === undefined)
    throw new UsageError("--convert needs --style footnote, pandoc or link.", "cite");
  const known = CITATION_STYLES.find((one) => one === style);
  if (style !== undefined && !known)
    throw new UsageError(`Unknown style “${style}”: use ${CITATION_STYLES.join(", ")}.`, "cite");
  return {
    check: checkOptions([...passed, "--", ...positionals]),
    dryRun,
    style: known ?? null,
    what: convert ? "convert" : remove ? "remove" : "insert",
  };
}

function checkOptions(words: string[]): CheckOptions {
  const { values, positionals } = parsed("check", words, CHECK_OPTIONS);
  const stdin = values.stdin ? (values["stdin-filename"] ?? "<stdin>") : null;
  if (stdin === null && values["stdin-filename"] !== undefined)
    throw new UsageError("--stdin-filename needs --stdin.", "check");
  if (stdin !== null && positionals.length > 0)
    throw new UsageError(`--stdin reads one draft: leave out ${positionals[0]}.`, "check");
  refuseTogether(values);
  if (values["dry-run"] && !values.fix) throw new UsageError("--dry-run needs --fix.", "check");
  if (stdin !== null && values.fix) throw new UsageError("--fix writes files: name one instead of --stdin.");
  if (values.quiet && values.verbose) throw new UsageError("Use --quiet or --verbose, not both.", "check");
  return {
    drafts: positionals,
    sources: values.source ?? [],
    date: dayOption(values.date, "check"),
    format: choice("check", values.format, ["pretty", "json", "sarif", "github"]),
    config: values.config,
    builtin: values.builtin ?? true,
    fix: values.fix ?? false,
    dryRun: values["dry-run"] ?? false,
    maxWarnings: count(values["max-warnings"]),
    changedSince: values["changed-since"] ?? null,
    acceptance: values["update-baseline"] ? (values.reason ?? "") : null,
    stdin,
    strict: values.strict ?? false,
    explain: values.explain ?? false,
    quiet: values.quiet ?? false,
    verbose: values.verbose ?? false,
  };
}

function extractOptions(words: string[]): ExtractOptions {
  const { values, positionals } = parsed("extract", words, EXTRACT_OPTIONS);
  if (positionals.length === 0) throw new UsageError("Name a source to extract from.", "extract");
  return {
    sources: positionals,
    format: choice("extract", values.format, ["pretty", "json", "markdown"]),
    date: dayOption(values.date, "extract"),
    output: values.output ?? null,
    quiet: values.quiet ?? false,
  };
}

/** What the baseline accepts and what has changed is told of whole files, and one after the other. */
function refuseTogether(values: {
  readonly stdin?: boolean;
  readonly reason?: string;
  readonly "changed-since"?: string;
  readonly "update-baseline"?: boolean;
}): void {
  const { stdin, reason, "changed-since": since, "update-baseline": update } = values;
  if (reason !== undefined && !update) throw new UsageError("--reason needs --update-baseline.", "check");
  if (update && since !== undefined)
    throw new UsageError("Use --changed-since or --update-baseline, not both.", "check");
  if (stdin && (update || since !== undefined))
    throw new UsageError(
      `--${update ? "update-baseline" : "changed-since"} needs files: name one instead of --stdin.`,
      "check",
    );
  if (since === "") throw new UsageError("--changed-since takes a branch, a tag or a commit.", "check");
}

/** A report checks as `check` does: the options that both know mean the same. */
function reportOptions(words: string[]): ReportOptions {
  const { values, positionals } = parsed("report", words, REPORT_OPTIONS);
  const { format, output = null, ...checked } = values;
  const byName = formatOf(output);
  if (format === undefined && byName === null)
    throw new UsageError(`${output}: a report is a web page or Markdown. Name it .html or .md.`, "report");
  const passed = Object.entries(checked).flatMap(([name, value]) => passedOn(name, value));
  return {
    check: checkOptions([...passed, "--", ...positionals]),
    format: choice("report", format ?? byName ?? undefined, ["html", "markdown"]),
    output,
  };
}

/** The form that a file's name asks for; null where it asks for another one. */
function formatOf(output: string | null): ReportFormat | null {
  const ending = /\.(\w{1,10})$/.exec(output ?? "")?.[1]?.toLowerCase();
  if (ending === undefined || /^x?html?$/.test(ending)) return "html";
  return /^(?:md|markdown|txt)$/.test(ending) ? "markdown" : null;
}

function passedOn(name: string, value: string | boolean | readonly string[]): string[] {
  if (value === true) return [`--${name}`];
  if (value === false) return [`--no-${name}`];
  return [value].flat().map((one) => `--${name}=${one}`);
}

function parsed<T extends ParseArgsOptionsConfig>(topic: Topic, args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, allowNegative: true, strict: true });
  } catch (error) {
    throw new UsageError(whatIsWrong(error, Object.keys(options)), topic);
  }
}

/** In our words for an option that is none, else in Node's. */
function whatIsWrong(error: unknown, known: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '-{0,2}([^'\s]{1,60})'/.exec(text)?.[1];
  if (unknown === undefined) return `${text.split(/\.\s|\n/, 1)[0]!.replace(/\.$/, "")}.`;
  const near = nearest(unknown, known);
  return `Unknown option “${unknown.length > 1 ? "--" : "-"}${unknown}”${near === null ? "." : `: did you mean --${near}?`}`;
}

function choice<T extends string>(topic: Topic, value: string | undefined, known: readonly [T, ...T[]]): T {
  if (value === undefined) return known[0];
  const found = known.find((name) => name === value);
  if (found) return found;
  throw new UsageError(`Unknown format “${value}”: use ${known.join(", ")}.`, topic);
}

function count(value: string | undefined): number {
  if (value === undefined) return 0;
  if (!/^\d{1,9}$/.test(value))
    throw new UsageError(`--max-warnings takes a whole number, not “${value}”.`, "check");
  return Number(value);
}

function dayOption(value: string | undefined, topic: Topic): string | undefined {
  if (value === undefined || isDay(value)) return value;
  throw new UsageError(`--date takes a day such as 2024-05-31, not “${value}”.`, topic);
}

function isTopic(word: string): word is Topic {
  return word === "check" || word === "cite" || word === "report" || word === "extract" || word === "lsp";
}
