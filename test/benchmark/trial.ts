/**
 * The first five minutes: short documents and the plain sentences that somebody types to see whether Claimcheck notices,
 * each right and with one plain error. `npm run benchmark:trial -- [FILE] [--list misses|alarms]`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createChecker } from "../../server/src/library.ts";
import type { Claim } from "../../server/src/service/report.ts";
import { overlaps } from "../../server/src/text/spans.ts";

const FOLDER = join(import.meta.dirname, "trial");
const UNREAD = join(FOLDER, "unread.jsonl");

/** A sentence as a writer gets it right and wrong; `bad` are the words of `wrong` that are. */
interface Trial {
  readonly right: string;
  readonly wrong: string;
  readonly bad: string;
  readonly kind: string;
}

interface Document {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly source: string;
  readonly sentences: readonly Trial[];
}

interface Tally {
  sentences: number;
  /** Wrong ones of which the wrong words are told. */
  told: number;
  /** … and those of which only other words are. */
  elsewhere: number;
  /** Right ones of which anything is told. */
  alarms: number;
}

interface Told {
  readonly miss: string | null;
  readonly alarm: string | null;
}

const [file = UNREAD] = process.argv.slice(2).filter((one) => one.endsWith(".jsonl"));
const list = process.argv[process.argv.indexOf("--list") + 1];
if (file === UNREAD && list && process.argv.includes("--list"))
  throw new Error(
    "Nobody reads what is missed in unread.jsonl; once somebody has, new documents have to be written.",
  );

const tallies = new Map<string, Tally>();
for (const document of documentsOf(file)) {
  const check = checkerOf(document);
  for (const trial of document.sentences) {
    const told = tally(trial, check);
    if (list === "misses" && told.miss) console.log(`${document.id}: ${told.miss}`);
    if (list === "alarms" && told.alarm) console.log(`${document.id}: ${told.alarm}`);
  }
}
console.table(Object.fromEntries([...tallies].sort(([a], [b]) => (a < b ? -1 : 1))));
console.table({ all: sum([...tallies.values()]) });

function documentsOf(path: string): Document[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Document);
}

/** What is found wrong in a draft of one sentence. */
function checkerOf({ title, published, source }: Document): (text: string) => readonly Claim[] {
  const checker = createChecker({ builtin: false });
  checker.setSource({
    uri: "file:///source.md",
    text: `---\ntitle: ${title}\npublished: ${published}\n---\n\n${source}\n`,
  });
  return (text) =>
    checker
      .check({ uri: "file:///draft.md", text, date: published })
      .claims.filter(({ verdict }) => verdict === "contradicted");
}

function tally({ kind, right, wrong, bad }: Trial, check: (text: string) => readonly Claim[]): Told {
  const counts = tallies.get(kind) ?? { sentences: 0, told: 0, elsewhere: 0, alarms: 0 };
  tallies.set(kind, counts);
  counts.sentences++;
  const start = wrong.indexOf(bad);
  const found = check(wrong);
  const isTold = found.some((claim) => overlaps(claim, { start, end: start + bad.length }));
  if (isTold) counts.told++;
  else if (found.length > 0) counts.elsewhere++;
  const alarms = check(right);
  if (alarms.length > 0) counts.alarms++;
  return {
    miss: isTold ? null : `${wrong} [${bad}]`,
    alarm: alarms.length === 0 ? null : `${right} [${alarms.map(({ message }) => message).join(" ")}]`,
  };
}

function sum(all: readonly Tally[]): Tally {
  const total = { sentences: 0, told: 0, elsewhere: 0, alarms: 0 };
  for (const one of all) for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += one[key];
  return total;
}
