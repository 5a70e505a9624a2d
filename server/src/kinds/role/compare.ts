/**
 * Whether two roles can be one person's one office. Knows parsed roles and the gazetteer; not who holds them.
 */
import { foldName, sameEntity } from "../../lexicon/gazetteer.ts";
import { compareNames } from "../name/compare.ts";
import { parseRole } from "./parse.ts";
import type { RoleValue } from "./types.ts";

export interface RoleComparison {
  readonly relation: "agrees" | "conflicts" | "unrelated";
  /** What differs, or "" where nothing does. */
  readonly part: "" | "head" | "rank" | "domain" | "nationality" | "body";
}

const agrees: RoleComparison = { relation: "agrees", part: "" };
const unrelated: RoleComparison = { relation: "unrelated", part: "" };
const conflict = (part: RoleComparison["part"]): RoleComparison => ({ relation: "conflicts", part });

/** Compares what a claim calls somebody with what a source calls the same person, both as written. */
export function compareRoles(claim: string, source: string): RoleComparison {
  const a = parseRole(claim);
  const b = parseRole(source);
  if (a.headClass === "" || b.headClass === "") return compareDescriptions(a, b);
  const bodies = compareBodies(a, b);
  if (bodies === "different") return unrelated;
  const heads = compareHeads(a, b);
  if (heads === "unrelated" && bodies !== "same") return unrelated;
  if (heads === "unrelated") return a.office && b.office ? unrelated : conflict("head");
  if (heads === "conflicts") return conflict("head");
  if (!sameRanks(a.ranks, b.ranks)) return conflict("rank");
  if (domainsConflict(a, b)) return conflict("domain");
  return agrees;
}

/** What organisations are called: only nationality can be wrong, a word for the trade has too many fellows. */
function compareDescriptions(a: RoleValue, b: RoleValue): RoleComparison {
  if (a.headClass !== b.headClass) return unrelated;
  if (
    a.nationality !== "" &&
    b.nationality !== "" &&
    sameEntity(a.nationality, b.nationality) === "different"
  )
    return conflict("nationality");
  return a.head === b.head ? agrees : unrelated;
}

function compareBodies(a: RoleValue, b: RoleValue): "same" | "different" | "unknown" {
  const left = a.body !== "" ? a.body : a.nationality;
  const right = b.body !== "" ? b.body : b.nationality;
  if (left === "" || right === "") return "unknown";
  const relation = compareNames(left, right);
  if (relation === "same" || relation === "metonym") return "same";
  if (shareWords(left, right)) return "same";
  const proper = /\p{Lu}/u.test(left) && /\p{Lu}/u.test(right);
  return proper && relation === "different" && !isAbbreviated(left) && !isAbbreviated(right)
    ? "different"
    : "unknown";
}

const isAbbreviated = (name: string): boolean => /^[A-Z&-]{2,8}$/.test(name) || !name.includes(" ");

function shareWords(a: string, b: string): boolean {
  const words = (text: string): string[] =>
    foldName(text)
      .split(/[\s'-]+/)
      .filter((word) => word.length > 4);
  const right = words(b);
  return words(a).filter((word) => right.includes(word)).length >= 2;
}

const narrower: Readonly<Record<string, readonly string[]>> = {
  director: ["dg", "md", "ed", "finance", "operating"],
  secretary: ["sg", "gs", "statesecretary", "permanentsecretary", "minister"],
  chief: ["ceo", "head", "commander", "commissioner"],
  minister: ["secretary", "pm-"],
  ceo: ["md"],
  chair: ["cochair"],
  officer: ["ceo", "finance", "operating", "auditor"],
  member: ["lawmaker"],
  envoy: ["representative", "delegate"],
  rector: ["president"],
  manager: ["gm"],
  general: ["commander"],
  representative: [],
};

function compareHeads(a: RoleValue, b: RoleValue): "agrees" | "conflicts" | "unrelated" {
  if (a.headClass === b.headClass) return "agrees";
  if (narrower[a.headClass]?.includes(b.headClass) || narrower[b.headClass]?.includes(a.headClass))
    return "agrees";
  if (a.headClass === "representative" || b.headClass === "representative") return "unrelated";
  if (!a.office || !b.office) return "unrelated";
  if (isGeneralTop(a)) return b.top || b.headClass === "officer" ? "agrees" : leads(b);
  if (isGeneralTop(b)) return a.top || a.headClass === "officer" ? "agrees" : leads(a);
  return "conflicts";
}

/** "head", "leader", and "chief" without a field: words for whoever runs the body. */
function isGeneralTop(role: RoleValue): boolean {
  return role.headClass === "head" || (role.headClass === "chief" && role.domain.length === 0);
}

/** Whether somebody of this office may at the same time head something. */
function leads(role: RoleValue): "conflicts" | "unrelated" {
  return /^(?:spokes|adviser|cos|statesecretary)$/.test(role.headClass) ? "conflicts" : "unrelated";
}

function sameRanks(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((rank) => b.includes(rank));
}

const fieldSynonyms: readonly (readonly string[])[] = [
  ["finance", "treasury", "exchequer", "budget", "financial"],
  ["foreign", "external"],
  ["interior", "home"],
  ["defence", "defense", "war"],
  ["labour", "labor", "employment", "work"],
  ["health", "healthcare"],
  ["transport", "transportation", "infrastructure"],
  ["environment", "environmental", "climate", "ecology"],
  ["press", "media", "communications"],
];

function domainsConflict(a: RoleValue, b: RoleValue): boolean {
  const left = fieldsOf(a);
  const right = fieldsOf(b);
  if (left.length === 0 || right.length === 0) return false;
  return !left.some((one) => right.some((other) => sameField(one, other)));
}

/** The field words, with those of the body's name where the other side may state them so. */
function fieldsOf(role: RoleValue): string[] {
  if (role.domain.length === 0) return [];
  return [...role.domain, ...foldName(role.body).split(/[\s'-]+/)].filter(
    (word) => word.length > 3 && word !== "affairs",
  );
}

function sameField(a: string, b: string): boolean {
  if (a === b || (a.length >= 5 && b.length >= 5 && a.slice(0, 5) === b.slice(0, 5))) return true;
  return fieldSynonyms.some((group) => group.includes(a) && group.includes(b));
}
