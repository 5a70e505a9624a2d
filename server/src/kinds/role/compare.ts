/**
 * Whether two roles can be one person's one office. Knows parsed roles and the gazetteer; not who holds them.
 */
import { foldName, lookUpName, sameEntity } from "../../lexicon/gazetteer.ts";
import { compareNames } from "../name/compare.ts";
import { domainsConflict, sameField } from "./fields.ts";
import { parseRole } from "./parse.ts";
import type { RoleValue } from "./types.ts";
import { headClass, isTrade } from "./words.ts";

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
  if (bodies === "different") return excludesOther(a, b) ? conflict("body") : unrelated;
  if (bodies === "unknown" && excludesOther(a, b) && areTwoNames(a, b)) return conflict("body");
  const heads = compareHeads(a, b);
  // Who used to hold one office may hold another now.
  if (heads !== "agrees" && isPast(a) !== isPast(b)) return unrelated;
  if (heads === "conflicts" && isTrade(a.headClass)) return conflict("head");
  if (heads === "unrelated" && bodies !== "same") return unrelated;
  if (heads === "unrelated") return a.office && b.office ? unrelated : conflict("head");
  if (heads === "conflicts") return bodies !== "same" && presides(a, b) ? unrelated : conflict("head");
  if (!sameRanks(a.ranks, b.ranks)) return conflict("rank");
  if (domainsConflict(a, b)) return conflict("domain");
  return agrees;
}

/** Whether an office is told as one that was held; who has retired holds no other. */
export const isPast = ({ ranks }: RoleValue): boolean =>
  ranks.includes("former") && !ranks.includes("retired");

/** A minister or a mayor may chair a meeting, or report on it, without leaving office. */
function presides(a: RoleValue, b: RoleValue): boolean {
  const ofMeeting = (role: RoleValue): boolean => /^(?:chair|cochair|rapporteur)$/.test(role.headClass);
  const ofState = (role: RoleValue): boolean =>
    /^(?:minister|pm|mayor|governor|secretaryofstate|cabinetsecretary|statesecretary|lawmaker|member|envoy|judge)$/.test(
      role.headClass,
    );
  return (ofMeeting(a) && ofState(b)) || (ofMeeting(b) && ofState(a));
}

/** Whether nobody holds this office in two bodies at a time, as one may be a member or a chair of many. */
function excludesOther(a: RoleValue, b: RoleValue): boolean {
  return (
    a.headClass === b.headClass &&
    a.office &&
    sameRanks(a.ranks, b.ranks) &&
    !a.ranks.includes("former") &&
    !/^(?:member|chair|cochair|trustee|envoy|delegate|adviser|leader|head|president|founder|attorney)$/.test(
      a.headClass,
    )
  );
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
  const [one, other] = [lookUpName(left)[0], lookUpName(right)[0]];
  if (one && other && relation === "different")
    return one.entity.type === other.entity.type ? "different" : "unknown";
  const proper = isProper(left) && isProper(right);
  return proper && relation === "different" && !isAbbreviated(left) && !isAbbreviated(right)
    ? "different"
    : "unknown";
}

/** Whether capitals make a name of it: "the Portuguese centre" only describes a body. */
const isProper = (name: string): boolean => /\p{Lu}/u.test(name) && !/ \p{Ll}{5,}$/u.test(name);

const isAbbreviated = (name: string): boolean => /^[A-Z&-]{2,8}$/.test(name) || !name.includes(" ");

/** "Kelland's minister" beside "Sverland's": two single names, neither of them letters that stand for the other. */
function areTwoNames(a: RoleValue, b: RoleValue): boolean {
  const isName = (body: string) => /^\p{Lu}\p{Ll}{3,}$/u.test(body);
  return isName(a.body) && isName(b.body) && compareNames(a.body, b.body) === "different";
}

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
  secretary: [
    "sg",
    "gs",
    "statesecretary",
    "permanentsecretary",
    "minister",
    "secretaryofstate",
    "cabinetsecretary",
  ],
  chief: ["ceo", "head", "commander", "commissioner"],
  minister: ["secretary", "pm-", "secretaryofstate", "cabinetsecretary"],
  statesecretary: ["secretaryofstate"],
  ceo: ["md"],
  chair: ["cochair", "convener"],
  attorney: ["lawyer"],
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
  if (isSortOf(a, b) || isSortOf(b, a)) return "agrees";
  if (isTrade(a.headClass) && isTrade(b.headClass)) return "conflicts";
  if (isServant(a, b) || isServant(b, a)) return "conflicts";
  if (isStateSecretary(a, b) || isStateSecretary(b, a)) return "conflicts";
  if (isFieldOfficer(a, b) || isFieldOfficer(b, a)) return "conflicts";
  if (isChiefOfficer(a, b) || isChiefOfficer(b, a)) return "agrees";
  if (isUnderMinister(a) && isUnderMinister(b)) return "unrelated";
  if (isTechnical(a, b) || isTechnical(b, a)) return "conflicts";
  if (narrower[a.headClass]?.includes(b.headClass) || narrower[b.headClass]?.includes(a.headClass))
    return "agrees";
  if (a.headClass === "representative" || b.headClass === "representative") return "unrelated";
  if (isPosition(a, b) || isPosition(b, a)) return "conflicts";
  if (!a.office || !b.office) return "unrelated";
  const chief = compareChief(a, b) ?? compareChief(b, a);
  if (chief) return chief;
  if (headsPart(a, b) || headsPart(b, a)) return "conflicts";
  if (isGeneralTop(a)) return b.top || b.headClass === "officer" ? "agrees" : leads(b);
  if (isGeneralTop(b)) return a.top || a.headClass === "officer" ? "agrees" : leads(a);
  return "conflicts";
}

/** "technical director" beside "managing director": a director of one field does not run the whole. */
const isTechnical = (one: RoleValue, whole: RoleValue): boolean =>
  one.headClass === "director" &&
  one.domain.length > 0 &&
  /^(?:md|dg|ed)$/.test(whole.headClass) &&
  whole.domain.length === 0;

/** An epidemiologist is a researcher, and whoever has a trade may be called an expert in it. */
const isSortOf = (one: RoleValue, broad: RoleValue): boolean =>
  (broad.headClass === "expert" && (isTrade(one.headClass) || SCHOLARS.test(one.headClass))) ||
  (broad.headClass === "researcher" && SCHOLARS.test(one.headClass));
const SCHOLARS = /^(?:professor|lecturer|fellow|historian|analyst|physicist|chemist|economist|\w+ologist)$/;

/** "the school's nurse" beside "Principal", "race doctor" beside "race director": a trade that is exercised for a body is a position there. */
function isPosition(trade: RoleValue, office: RoleValue): boolean {
  if (!isTrade(trade.headClass) || !office.office || isLayOffice(office)) return false;
  const [mine, theirs] = [placeOf(trade), placeOf(office)];
  if (mine.length === 0 || trade.ranks.length > 0) return false;
  return theirs.length === 0 ? trade.body !== "" : mine.some((word) => theirs.includes(word));
}

/** Offices that go along with a trade: "a doctor and member of parliament". */
const isLayOffice = ({ headClass }: RoleValue): boolean =>
  /^(?:member|lawmaker|trustee|delegate|adviser|rapporteur|head|chief|officer)$/.test(headClass);

/** What a role is exercised for, in words: its body and, before the head, its field. */
const placeOf = ({ body, domain }: RoleValue): string[] =>
  [...foldName(body).split(/[\s'-]+/), ...domain].filter((word) => word.length > 3);

/** A civil servant is none of those who are elected or sworn in. */
const isServant = (servant: RoleValue, other: RoleValue): boolean =>
  servant.headClass === "civilservant" && /^(?:minister|pm|mayor|lawmaker|senator)$/.test(other.headClass);

/** "head", "leader", and "chief" without a field: words for whoever runs the body. */
function isGeneralTop(role: RoleValue): boolean {
  return role.headClass === "head" || (role.headClass === "chief" && role.domain.length === 0);
}

/** "head of the inventory unit" against "director general": a part of the body against the whole. */
function headsPart(part: RoleValue, whole: RoleValue): boolean {
  if (part.headClass === "head" && part.domain.length > 0 && isExecutive(whole)) return true;
  return (
    part.headClass === "head" &&
    part.domain.length > 0 &&
    whole.domain.length === 0 &&
    /^(?:ceo|md|gm|dg|ed|sg|president|mayor|minister|pm|rector)$/.test(whole.headClass)
  );
}

/** "executive secretary": a secretary who runs the body. */
const isExecutive = ({ headClass: head, domain }: RoleValue): boolean =>
  head === "secretary" && domain.length === 1 && domain[0] === "executive";

/** "chief physician" against "head of research": the calling names the field that the chief heads. */
function compareChief(chief: RoleValue, head: RoleValue): "agrees" | "conflicts" | null {
  const isChief = chief.office && headClass(chief.head)?.office === false;
  if (!isChief || head.headClass !== "head" || head.domain.length === 0) return null;
  return head.domain.some((field) => sameField(field, chief.head)) ? "agrees" : "conflicts";
}

/** A country's secretary of state without a field is no minister with one, the foreign minister apart. */
function isStateSecretary(secretary: RoleValue, minister: RoleValue): boolean {
  return (
    secretary.headClass === "secretaryofstate" &&
    minister.headClass === "minister" &&
    secretary.domain.length === 0 &&
    (secretary.body !== "" || secretary.nationality !== "") &&
    minister.domain.length > 0 &&
    !minister.domain.some((field) => /^(?:foreign|external)$/.test(field))
  );
}

/** "chief medical officer" against "chief executive": an officer for a field does not run the whole. */
function isFieldOfficer(officer: RoleValue, chief: RoleValue): boolean {
  return (
    officer.headClass === "officer" &&
    officer.domain.length > 0 &&
    /^(?:ceo|finance|operating)$/.test(chief.headClass)
  );
}

/** "investment chief" for "chief investment officer". */
function isChiefOfficer(chief: RoleValue, officer: RoleValue): boolean {
  return (
    chief.headClass === "chief" &&
    officer.headClass === "officer" &&
    chief.domain.some((one) => officer.domain.some((other) => sameField(one, other)))
  );
}

/** What countries call the office below a minister in many ways. */
function isUnderMinister(role: RoleValue): boolean {
  return (
    /^(?:undersecretary|statesecretary)$/.test(role.headClass) ||
    (role.headClass === "minister" && role.ranks.some((rank) => /^(?:deputy|junior|assistant)$/.test(rank)))
  );
}

/** Whether somebody of this office may at the same time head something. */
function leads(role: RoleValue): "conflicts" | "unrelated" {
  return /^(?:spokes|adviser|cos|statesecretary)$/.test(role.headClass) ? "conflicts" : "unrelated";
}

function sameRanks(a: readonly string[], b: readonly string[]): boolean {
  if (isOver(a, b) || isOver(b, a)) return false;
  const [left, right] = [a.filter(isOfOffice), b.filter(isOfOffice)];
  if (a.includes("retired") || b.includes("retired"))
    return left.filter(isNotFormer).join() === right.filter(isNotFormer).join();
  return left.length === right.length && left.every((rank) => right.includes(rank));
}

/** "retired judge" against "sitting judge": only one of them still holds the office. */
const isOver = (a: readonly string[], b: readonly string[]): boolean =>
  b.includes("sitting") && (a.includes("retired") || a.includes("former"));
const isNotFormer = (rank: string): boolean => rank !== "former";
/** Being retired or in office is no rank, and often goes unsaid. */
const isOfOffice = (rank: string): boolean => rank !== "retired" && rank !== "sitting";
