/**
 * A tiny engine behind the real server, so that its tests do not depend on what the engine can read. A source states
 * "The harbour has 31 berths."; a draft that gives another number contradicts it. Words that steer it in a draft:
 * "perhaps" lowers the confidence, "WAIT 500" takes that many milliseconds, "BREAK" throws.
 */
import type { Engine } from "../../../server/src/lsp/host.ts";
import { citationCode } from "../../../server/src/service/citations/uncited.ts";
import type { Claim, DraftReport, Evidence } from "../../../server/src/service/report.ts";
import { applySuppressions } from "../../../server/src/service/suppressions.ts";
import type {
  Checker,
  DraftInput,
  SourceInfo,
  SourceInput,
  SourceSet,
} from "../../../server/src/service/types.ts";
import { LineTable } from "../../../server/src/text/lines.ts";
import { readMarkdown } from "../../../server/src/text/markdown.ts";

const FACT = /\b[Tt]he (\w{1,40}) has (\d{1,9}) (\w{1,40})/g;
const BUILTIN: SourceInput = {
  uri: "claimcheck:ports",
  text: "The lighthouse has 7 keepers.\n",
  title: "Ports in figures",
};

export const fakeEngine: Engine = {
  createChecker: (options) => new FakeChecker(options.builtin ?? true),
  readDraft: readMarkdown,
};

interface Fact {
  readonly subject: string;
  readonly noun: string;
  readonly number: string;
  readonly at: number;
}

class FakeChecker implements Checker {
  readonly #sources = new Map<string, SourceInput>();
  #builtin: boolean;

  constructor(builtin: boolean) {
    this.#builtin = builtin;
  }

  setSource(source: SourceInput): void {
    this.#sources.set(source.uri, source);
  }
  removeSource(uri: string): void {
    this.#sources.delete(uri);
  }
  setBuiltin(enabled: boolean): void {
    this.#builtin = enabled;
  }
  sourceText(uri: string): string | undefined {
    return this.#all().find((source) => source.uri === uri)?.text;
  }
  forget(): void {}
  extract(): undefined {}
  explain(): [] {
    return [];
  }
  checkFacts(sheet: DraftInput): Promise<DraftReport> {
    return Promise.resolve(this.check(sheet));
  }
  factSheet(uris: readonly string[], path: (uri: string) => string): string {
    return uris.map((uri) => `- A fact of ${path(uri)}.\n`).join("");
  }
  card(): undefined {}

  sources(): SourceInfo[] {
    return this.#all().map((source) => {
      const { data, problem } = readMarkdown(source.text).frontMatter;
      const text = (key: string) => (typeof data[key] === "string" ? (data[key] as string) : null);
      const found = facts(source.text).length;
      return {
        uri: source.uri,
        title: source.title ?? text("title") ?? "",
        publisher: text("publisher"),
        published: text("published"),
        url: text("url"),
        statements: found,
        values: found,
        builtin: source === BUILTIN,
        problem,
      };
    });
  }

  check(draft: DraftInput): DraftReport {
    if (draft.text.includes("BREAK")) throw new Error("The fake engine breaks.");
    const document = readMarkdown(draft.text);
    const claims = facts(draft.text).map((fact) => {
      const claim = this.#claim(draft, fact);
      return claim.verdict === "supported" ? { ...claim, code: citationCode(document, claim) } : claim;
    });
    return applySuppressions({ path: draft.uri, claims, notes: [] }, document);
  }

  async checkInSlices(draft: DraftInput, cancelled: () => boolean): Promise<DraftReport | null> {
    const wait = Number(/WAIT (\d+)/.exec(draft.text)?.[1] ?? 0);
    for (const start = Date.now(); Date.now() - start < wait; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (cancelled()) return null;
    }
    return this.check(draft);
  }

  #all(set?: SourceSet): SourceInput[] {
    const given = [...this.#sources.values()].filter(({ uri }) => set?.uris.includes(uri) ?? true);
    return this.#builtin && given.length === 0 ? [BUILTIN] : given;
  }

  #claim({ text, date, sources }: DraftInput, fact: Fact): Claim {
    const infos = this.sources();
    const evidence = this.#all(sources).flatMap((source) =>
      facts(source.text)
        .filter((other) => other.subject === fact.subject && other.noun === fact.noun)
        .map((other) => evidenceOf(source, other, infos)),
    );
    const end = fact.at + fact.number.length;
    const [first] = evidence;
    const expected = first?.text.match(/\d+/)?.[0] ?? null;
    const numbers = new Set(evidence.map((item) => item.text.match(/\d+/)?.[0]));
    const verdict = verdictOf(numbers, fact.number);
    const lines = new LineTable(text);
    return {
      start: fact.at,
      end,
      range: { start: lines.placeAt(fact.at), end: lines.placeAt(end) },
      text: fact.number,
      kind: "quantity",
      verdict,
      code: {
        contradicted: "quantity-mismatch",
        disputed: "disputed",
        unsupported: "unsupported",
        supported: null,
      }[verdict] as Claim["code"],
      message: `It is ${expected} ${fact.noun}, not ${fact.number}.${date ? ` Read on ${date}.` : ""}`,
      confidence: text.slice(Math.max(0, fact.at - 60), fact.at).includes("perhaps") ? 0.7 : 0.95,
      actual: `${fact.number} ${fact.noun}`,
      expected: expected && `${expected} ${fact.noun}`,
      arithmetic: null,
      evidence,
      fixes:
        verdict === "contradicted"
          ? [{ title: `Correct to “${expected}”`, edits: [{ start: fact.at, end, newText: expected ?? "" }] }]
          : [],
      fingerprint: `${fact.subject} ${fact.noun} ${fact.number}`,
    };
  }
}

function verdictOf(numbers: ReadonlySet<string | undefined>, number: string): Claim["verdict"] {
  if (numbers.size === 0) return "unsupported";
  if (numbers.size > 1) return "disputed";
  return numbers.has(number) ? "supported" : "contradicted";
}

function evidenceOf(source: SourceInput, fact: Fact, infos: readonly SourceInfo[]): Evidence {
  const info = infos.find((candidate) => candidate.uri === source.uri)!;
  const start = source.text.lastIndexOf("\n", fact.at) + 1;
  const next = source.text.indexOf("\n", fact.at);
  const end = next < 0 ? source.text.length : next;
  const lines = new LineTable(source.text);
  return {
    source: source.uri,
    start,
    end,
    range: { start: lines.placeAt(start), end: lines.placeAt(end) },
    text: source.text.slice(start, end),
    focus: [{ start: fact.at, end: fact.at + fact.number.length }],
    title: info.title,
    published: info.published,
    publisher: info.publisher,
    url: info.url,
  };
}

function facts(text: string): Fact[] {
  return [...text.matchAll(FACT)].map((match) => ({
    subject: match[1]!,
    number: match[2]!,
    noun: match[3]!,
    at: match.index + match[0].indexOf(match[2]!, match[1]!.length + 8),
  }));
}
