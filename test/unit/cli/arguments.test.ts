/**
 * The command line's words: what is understood, and what is refused in one line.
 */
import { describe, expect, it } from "vitest";
import { type CheckOptions, readArguments } from "../../../server/src/cli/arguments.ts";
import { UsageError } from "../../../server/src/cli/errors.ts";

function check(...words: string[]): CheckOptions {
  const command = readArguments(["check", ...words]);
  if (command.name !== "check") throw new Error(`read as ${command.name}`);
  return command.options;
}

describe("what is understood", () => {
  it("takes defaults from nothing", () => {
    expect(check("a.md")).toEqual({
      drafts: ["a.md"],
      sources: [],
      date: undefined,
      format: "pretty",
      config: undefined,
      builtin: true,
      fix: false,
      dryRun: false,
      maxWarnings: 0,
      changedSince: null,
      acceptance: null,
      stdin: null,
      strict: false,
      explain: false,
      quiet: false,
      verbose: false,
    });
  });

  it("takes several drafts and sources, in any order", () => {
    const options = check("--source", "press", "a.md", "--source=wire.md", "b.md", "--no-builtin");
    expect(options).toMatchObject({
      drafts: ["a.md", "b.md"],
      sources: ["press", "wire.md"],
      builtin: false,
    });
  });

  it("takes what stands after -- as drafts", () => {
    expect(check("--quiet", "--", "--odd.md")).toMatchObject({ quiet: true, drafts: ["--odd.md"] });
  });

  it("names standard input", () => {
    expect(check("--stdin").stdin).toBe("<stdin>");
    expect(check("--stdin", "--stdin-filename", "notes/a.md").stdin).toBe("notes/a.md");
  });

  it.each([
    [["--help"], { name: "help", topic: undefined }],
    [["help", "extract"], { name: "help", topic: "extract" }],
    [["check", "a.md", "-h"], { name: "help", topic: "check" }],
    [["--version"], { name: "version" }],
    [["lsp", "--stdio"], { name: "lsp" }],
  ] as const)("reads %j", (words, command) => {
    expect(readArguments(words)).toEqual(command);
  });
});

describe("report", () => {
  it("passes on what check knows, and takes its form from the name of its file", () => {
    const read = (...words: string[]) => {
      const command = readArguments(["report", ...words]);
      return command.name === "report" ? command.options : null;
    };
    expect(read("a.md", "--source", "x", "--source=y", "--no-builtin", "-q", "-o", "r.md")).toMatchObject({
      format: "markdown",
      output: "r.md",
      check: { drafts: ["a.md"], sources: ["x", "y"], builtin: false, quiet: true, fix: false },
    });
    expect(read("a.md", "-o", "r.md", "--format", "html")).toMatchObject({ format: "html" });
    expect(read("a.md")).toMatchObject({ format: "html", output: null });
  });
});

describe("what is refused", () => {
  it.each([
    [[], /check, cite, report, extract or lsp/],
    [["chekc"], /Unknown command “chekc”/],
    [["extract"], /Name a source/],
    [["check", "a.md", "--frob"], /--frob/],
    [["check", "a.md", "--source"], /--source/],
    [["check", "a.md", "--format", "xml"], /“xml”: use pretty, json, sarif, github/],
    [["extract", "a.md", "--format", "sarif"], /use pretty, json, markdown/],
    [["check", "a.md", "--date", "2024-02-30"], /“2024-02-30”/],
    [["check", "a.md", "--date", "31.5.2024"], /2024-05-31/],
    [["check", "a.md", "--max-warnings", "few"], /whole number/],
    [["check", "a.md", "--dry-run"], /--dry-run needs --fix/],
    [["check", "a.md", "--stdin"], /leave out a\.md/],
    [["check", "a.md", "--stdin-filename", "b.md"], /needs --stdin/],
    [["check", "--stdin", "--fix"], /--fix writes files/],
    [["check", "a.md", "--quiet", "--verbose"], /not both/],
  ] as const)("refuses %j", (words, message) => {
    expect(() => readArguments(words)).toThrow(UsageError);
    expect(() => readArguments(words)).toThrow(message);
  });
});
