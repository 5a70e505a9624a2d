/**
 * The `claimcheck.*` settings with their defaults, read from whatever a client sends. Knows no protocol.
 */
import { CITATION_STYLES, type CitationStyle } from "../service/citations/types.ts";
import { DEFAULT_SEVERITIES, SEVERITIES, type Severities } from "../service/severity.ts";

export interface Settings {
  /** Files, folders and globs, relative to the workspace folder; empty means the default folders. */
  readonly sources: readonly string[];
  /** Use the built-in fact sheet while the workspace has no source. */
  readonly builtin: boolean;
  readonly severity: Severities;
  /** Milliseconds after the last key before words being typed are shown as wrong, and before a push. */
  readonly pause: number;
  readonly showUncited: boolean;
  readonly showUnsupported: boolean;
  /** Megabytes; larger drafts are not checked and larger sources not read. */
  readonly maxFileSize: number;
  readonly hover: "always" | "findings" | "off";
  /** Null leaves it to what the draft already uses. */
  readonly citationStyle: CitationStyle | null;
}

export const DEFAULTS: Settings = {
  sources: [],
  builtin: true,
  severity: DEFAULT_SEVERITIES,
  pause: 300,
  showUncited: true,
  showUnsupported: false,
  maxFileSize: 5,
  hover: "always",
  citationStyle: null,
};

const HOVERS: readonly Settings["hover"][] = ["always", "findings", "off"];

/** Settings with a default for everything that is absent or of the wrong type. */
export function readSettings(value: unknown): Settings {
  const given = record(value);
  const severity = record(given.severity);
  return {
    sources: strings(given.sources),
    builtin: flag(given.builtin, DEFAULTS.builtin),
    severity: {
      contradicted: oneOf(severity.contradicted, SEVERITIES, DEFAULTS.severity.contradicted),
      uncertain: oneOf(severity.uncertain, SEVERITIES, DEFAULTS.severity.uncertain),
      disputed: oneOf(severity.disputed, SEVERITIES, DEFAULTS.severity.disputed),
      uncited: oneOf(severity.uncited, SEVERITIES, DEFAULTS.severity.uncited),
      miscited: oneOf(severity.miscited, SEVERITIES, DEFAULTS.severity.miscited),
      unsupported: oneOf(severity.unsupported, SEVERITIES, DEFAULTS.severity.unsupported),
    },
    pause: within(given.pause, 0, 10_000, DEFAULTS.pause),
    showUncited: flag(given.showUncited, DEFAULTS.showUncited),
    showUnsupported: flag(given.showUnsupported, DEFAULTS.showUnsupported),
    maxFileSize: within(given.maxFileSize, 0.001, 200, DEFAULTS.maxFileSize),
    hover: given.hover === false ? "off" : oneOf(given.hover, HOVERS, DEFAULTS.hover),
    citationStyle: CITATION_STYLES.find((style) => style === record(given.citations).style) ?? null,
  };
}

function record(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function strings(value: unknown): string[] {
  const list = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  return list.filter((item): item is string => typeof item === "string" && item.trim() !== "");
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === "boolean" ? value : otherwise;
}

function within(value: unknown, least: number, most: number, otherwise: number): number {
  return typeof value === "number" && value >= least && value <= most ? value : otherwise;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((item) => item === value) ?? otherwise;
}
