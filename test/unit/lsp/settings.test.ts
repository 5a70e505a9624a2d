/**
 * The settings as the server reads them against what the manifest offers and the README tells: the same names, defaults,
 * bounds and words.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../../server/src/lsp/settings.ts";

interface Property {
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const root = new URL("../../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const properties = Object.entries<Property>(manifest.contributes.configuration.properties);
/** `trace.server` is read by the client library, not by the server. */
const read = properties
  .map(([name, property]) => ({ path: name.slice("claimcheck.".length), ...property }))
  .filter(({ path }) => path !== "trace.server");

/** What a client sends that has set one setting: `{ severity: { uncited: "hint" } }`. */
function given(path: string, value: unknown): unknown {
  return path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

/** What the server takes for a setting from what a client sends, in the manifest's words. */
function taken(path: string, sent: unknown): unknown {
  const settings = readSettings(sent);
  if (path === "citations.style") return settings.citationStyle ?? "auto";
  return path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], settings);
}

describe("settings", () => {
  it.each(read)("$path: absent or of another type, it has the manifest's default", (property) => {
    expect(taken(property.path, {})).toEqual(property.default);
    expect(taken(property.path, undefined)).toEqual(property.default);
    expect(taken(property.path, given(property.path, { odd: true }))).toEqual(property.default);
  });

  it.each(read.filter(({ type }) => type === "boolean"))("$path: is taken either way", ({ path }) => {
    for (const value of [true, false]) expect(taken(path, given(path, value))).toBe(value);
  });

  it.each(read.filter((property) => property.enum))("$path: every word offered is taken", (property) => {
    const { path } = property;
    for (const value of property.enum!) expect(taken(path, given(path, value))).toBe(value);
    expect(taken(path, given(path, "nonsense"))).toBe(property.default);
    if (property.enumDescriptions) expect(property.enumDescriptions).toHaveLength(property.enum!.length);
  });

  it.each(read.filter(({ type }) => type === "number"))("$path: its bounds hold", (property) => {
    const { path, minimum, maximum } = property;
    expect([minimum, maximum]).toEqual([expect.any(Number), expect.any(Number)]);
    for (const value of [minimum, maximum]) expect(taken(path, given(path, value))).toBe(value);
    for (const value of [minimum! - 0.001, maximum! + 1])
      expect(taken(path, given(path, value))).toBe(property.default);
  });

  it("takes sources as they are named", () => {
    expect(taken("sources", { sources: ["press", "notes/*.md"] })).toEqual(["press", "notes/*.md"]);
    expect(taken("sources", { sources: "press" })).toEqual(["press"]);
  });

  it("are the rows of the README's table, with their defaults", () => {
    const rows = readFileSync(new URL("README.md", root), "utf8").matchAll(
      /^\| `(claimcheck\.[\w.]+)` \| `([^`]*)` \|/gm,
    );
    const told = [...rows].map(([, name, value]) => [name, value]);
    const offered = properties.map(([name, property]) => [
      name,
      typeof property.default === "string" ? property.default : JSON.stringify(property.default),
    ]);
    expect(told).toEqual(offered);
  });

  it("stand in an order of their own, each at one place", () => {
    const orders = properties.map(([, property]) => (property as { order?: number }).order);
    expect(orders).toEqual(properties.map((_, at) => at + 1));
  });
});
