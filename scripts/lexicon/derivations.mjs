/**
 * Groups words derived from one another (adopt, adoption; decide, decision) under a root. Cautious on purpose: WordNet
 * must know the link, the spelling must show it, and the two words must keep like company in running text.
 */
import { lexicalLinks } from "./wordnet.mjs";

const SUFFIX =
  /^(?:a|i|it|u)?(?:tion|ion)(?:al|ally|ary)?$|^(?:[st]|ss)ion$|^e?ment(?:al)?$|^[ae]nc[ey]$|^[ae]nt$|^i?al(?:ly)?$|^e?d$|^ing$|^e?r$|^or$|^ee$|^i?er$|^ure$|^age$|^er?y$|^y$|^[ai]?ti?ve(?:ly)?$|^s?ive(?:ly)?$|^[ai]ble$|^[ai]bility$|^i?ty$|^ity$|^i?ness$|^i?ly$|^ful(?:ly)?$|^i?c(?:al|ally)?$|^ical(?:ly)?$|^[ai]?ry$|^[ai]?t?ory$|^i?ous(?:ly)?$|^th$|^t$|^dom$|^ship$|^hood$|^is[mt]$|^n$|^ian$|^ese$|^se$|^ce$|^at(?:or|ory|ive)$|^s$/;

/** Drifted apart in meaning although WordNet links them; and pairs whose difference matters to a fact checker. */
const APART = new Set(
  (
    "statement/state meaning/mean being/be attention/attend attentive/attend organ/organise organic/organ " +
    "consideration/considerate committee/commit bearing/bear following/follow interesting/interest " +
    "department/depart engagement/engage execution/execute executive/execute executor/execute arms/arm " +
    "constitution/constitute constituent/constitute treaty/treat party/part partial/part " +
    "commission/commit fortunate/fortune general/generality civil/civility secretary/secrete reporter/report " +
    "concern/concerning regard/regarding custom/customer customs/custom operation/operate intelligence/intelligent " +
    "building/build housing/house running/run right/righteous fund/fundament ordinary/order article/articulate " +
    "creature/create editorial/edit editorialist/edit package/pack packaging/pack packaged/pack president/preside presidency/preside presidential/preside resident/reside residence/reside minister/ministry resolution/resolve " +
    "convention/convene conventional/convene institution/institute institutional/institute institute/institution congress/congressional"
  ).split(" "),
);

/** Families that WordNet leaves out or that the rules are too cautious for. Root first; all share two letters with it. */
const KNOWN = [
  "attend attendee attendance",
  "unemployed unemployment",
  "jobless joblessness",
  "invest investment investor",
  "analyze analysis analyst analytical",
  "comply compliance compliant",
  "lose loss",
  "choose choice",
  "buy buyer",
  "prove proof",
  "receive receipt recipient",
  "succeed success successful successfully",
  "apply application applicant",
  "respond response",
  "resign resignation",
  "accede accession",
  "oppose opposition opponent",
  "privatize privatization",
  "nationalize nationalization",
  "organize organization organizer",
  "authorize authorization",
  "legal legally legality legalize legalization",
  "solve solution",
  "expand expansion",
  "extend extension",
  "suspend suspension",
  "exclude exclusion",
  "include inclusion",
  "conclude conclusion",
  "vote voter",
  "win winner",
  "participate participation participant",
  "produce production producer",
  "reduce reduction",
  "spend spending",
  "deny denial",
  "ratify ratification",
  "vaccinate vaccination vaccine",
  "move movement",
  "employ employment",
  "construct construction constructor",
  "launch launching",
  "treat treatment",
  "strong strength strengthen",
  "long length lengthen",
  "wide width widen",
  "high height heighten",
  "deep depth deepen",
  "weak weakness weaken",
  "poor poverty",
  "warm warmth",
  "migrate migration migrant",
  "disclose disclosure",
];

/** Adds the families above to `roots`; where a root has a root of its own, its family joins that. */
export function addKnown(roots) {
  for (const line of KNOWN) {
    const [first, ...members] = line.split(" ");
    const root = roots.get(first) ?? first;
    for (const member of members) roots.set(member, root);
  }
  for (const [word, root] of roots) roots.set(word, roots.get(root) ?? root);
  for (const [word, root] of roots) if (word === root) roots.delete(word);
}

/** Returns a Map from word to root for every word of a family of two or more. `near(a, b)` is the cosine of two words. */
export function families(wordnet, { wanted, isVerb, near, rank }) {
  const bases = new Map();
  const links = [...lexicalLinks(wordnet, "+"), ...lexicalLinks(wordnet, "\\")];
  for (const { a, b } of links) {
    for (const [child, base] of [
      [a, b],
      [b, a],
    ]) {
      if (wanted.has(child) && wanted.has(base) && derives(child, base, isVerb, near))
        push(bases, child, base);
    }
  }
  for (const word of wanted)
    for (const base of participleBases(word))
      if (wanted.has(base) && isVerb(base) && !APART.has(`${word}/${base}`) && near(word, base) > 0.25)
        push(bases, word, base);
  const rootOf = (word, depth = 0) => {
    const options = bases.get(word);
    if (options === undefined || depth > 4) return word;
    const best = options
      .slice()
      .sort((x, y) => score(y, word, isVerb, near, rank) - score(x, word, isVerb, near, rank))[0];
    return rootOf(best, depth + 1);
  };
  const roots = new Map();
  for (const word of bases.keys()) {
    const root = rootOf(word);
    if (root !== word && near(root, word) > 0.08) roots.set(word, root);
  }
  return roots;
}

function push(map, key, value) {
  const list = map.get(key) ?? [];
  if (!list.includes(value)) list.push(value);
  map.set(key, list);
}

function score(base, word, isVerb, near, rank) {
  return (
    near(base, word) +
    (isVerb(base) ? 0.15 : 0) +
    commonPrefix(base, word) * 0.05 -
    Math.log(2 + (rank.get(base) ?? 4e5)) * 0.02
  );
}

function derives(child, base, isVerb, near) {
  if (APART.has(`${child}/${base}`) || APART.has(`${base}/${child}`)) return false;
  if (/i[sz](e|ation|er)$|ify$/.test(child) && !/i[sz]e$|ify$/.test(base)) return false;
  if (/i[sz]e$|ify$/.test(base) && !child.startsWith(base.slice(0, -1)) && !/ification$/.test(child))
    return false;
  const prefix = commonPrefix(child, base);
  const lost = base.length - prefix;
  const suffix = child.slice(prefix);
  const closer = near(child, base);
  if (prefix >= 3 && lost <= 3 && child.length > base.length && SUFFIX.test(suffix)) return closer > 0.22;
  if (prefix >= 3 && lost <= 2 && isVerb(base) && !isVerb(child) && child.length >= base.length - 1)
    return closer > 0.3;
  return (
    prefix >= 2 &&
    isVerb(base) &&
    !isVerb(child) &&
    Math.abs(child.length - base.length) <= 3 &&
    closer > 0.45
  );
}

function participleBases(word) {
  const match = /^(.{3,}?)(ed|ing)$/.exec(word);
  if (match === null) return [];
  const stem = match[1];
  return [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1"), stem.replace(/i$/, "y")];
}

export function commonPrefix(a, b) {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}
