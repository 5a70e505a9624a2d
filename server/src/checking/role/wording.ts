/**
 * Words a role's correction in the draft's own style: its case, its article, its rank words. Knows words only.
 */
import type { RoleComparison } from "../../kinds/role/compare.ts";
import { parseRole } from "../../kinds/role/parse.ts";
import { leadingVerbs, rankClasses } from "../../kinds/role/words.ts";
import { lookUpName } from "../../lexicon/gazetteer.ts";
import type { Span } from "../../text/types.ts";

/** What to put in place of which words of the claim's role; `span` counts in the role's text. */
export interface RoleCorrection {
  readonly span: Span;
  readonly newText: string;
}

/** What a role says of its holder, as a predicate: "heads the unit", "is mayor". */
export function predicateOf(role: string): string {
  return leadingVerbOf(role) ? role.replace(/^who /, "") : `is ${role}`;
}

/** The verb of "who heads the unit" and "heads the unit", or "". */
function leadingVerbOf(role: string): string {
  const verb = /^(?:who )?(\p{Ll}+) /u.exec(role)?.[1] ?? "";
  return leadingVerbs.has(verb) && (role.startsWith("who ") || verb.endsWith("s")) ? verb : "";
}

/** "heads the inventory unit" as a title: "head of the inventory unit". */
function titleOf(role: string): string {
  const verb = leadingVerbOf(role);
  if (verb === "") return role;
  const rest = role.slice(role.indexOf(verb) + verb.length + 1).replace(/^over /, "");
  return `${leadingVerbs.get(verb)} of ${rest}`;
}

/** The smallest change that gives `claim` what `source` says, in the claim's style. */
export function correctRole(
  claim: string,
  sourceWords: string,
  part: RoleComparison["part"],
): RoleCorrection {
  const source = titleOf(sourceWords);
  const a = parseRole(claim);
  const b = parseRole(source);
  if (part === "nationality") {
    const start = claim.indexOf(a.nationality);
    return { span: { start, end: start + a.nationality.length }, newText: b.nationality };
  }
  const core = claim.slice(a.core.start, a.core.end);
  if (part === "body") return correctBody(claim, a.body || a.nationality, source, b.body || b.nationality);
  if (leadingVerbOf(claim))
    return { span: a.core, newText: `is ${source.slice(b.core.start, b.core.end)} of` };
  if (part === "rank" && a.headClass === b.headClass) {
    const sourceCore = source.slice(b.core.start, b.core.end);
    const ranks = sourceCore.split(" ").filter((word) => rankClasses.has(word.toLowerCase()));
    const own = core.split(" ").filter((word) => !rankClasses.has(word.toLowerCase()));
    if (ranks.length === b.ranks.length)
      return {
        span: a.core,
        newText: [...ranks.map((rank) => likeCase(rank, own[0] ?? core)), ...own].join(" "),
      };
  }
  const fields = b.coreWithField.end > b.core.end || a.coreWithField.end > a.core.end;
  const target = fields ? a.coreWithField : a.core;
  const wanted = fields ? b.coreWithField : b.core;
  const words = source.slice(wanted.start, wanted.end).split(" ");
  const plain = words
    .filter((word) => a.nationality !== "" || lookUpName(word)[0]?.sense !== "people")
    .join(" ");
  return { span: target, newText: likeCase(plain, claim.slice(target.start, target.end)) };
}

/** Another body in the place of the claim's; the whole role where either stands in its own construction. */
function correctBody(claim: string, own: string, source: string, other: string): RoleCorrection {
  const start = claim.indexOf(own);
  if (start < 0 || isPeople(own) !== isPeople(other))
    return { span: { start: 0, end: claim.length }, newText: source };
  return { span: { start, end: start + own.length }, newText: other };
}

const isPeople = (name: string): boolean => lookUpName(name)[0]?.sense === "people";

/** Writes `words` as `model` is written: "Fire Chief" or "fire chief". Abbreviations and names stay. */
function likeCase(words: string, model: string): string {
  const capitals = model.split(" ").filter((word) => /^\p{Lu}/u.test(word)).length;
  const lowers = model.split(" ").filter((word) => /^\p{Ll}{4}/u.test(word)).length;
  return words
    .split(" ")
    .map((word, i) => {
      if (/\p{Lu}{2}/u.test(word) || lookUpName(word).length > 0) return word;
      if (capitals > 0 && lowers === 0)
        return i > 0 && /^(?:of|for|the|and|at|in)$/.test(word)
          ? word
          : word.charAt(0).toUpperCase() + word.slice(1);
      return capitals === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word;
    })
    .join(" ");
}

/** The article that goes before `words`: "an honorary fellow". */
export function articleFor(words: string): "a" | "an" {
  return /^(?:[aeio]|u(?!n[aeiou]|s|k)|hono|hour|heir)/i.test(words) ? "an" : "a";
}
