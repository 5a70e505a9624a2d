/**
 * Checks what a draft calls a person against what the sources call the same person. Knows roles and who holds them;
 * not what the sentence says otherwise.
 */
import { compareRoles, isPast, type RoleComparison } from "../../kinds/role/compare.ts";
import { parseRole } from "../../kinds/role/parse.ts";
import type { Reading, RoleMention, Sentence } from "../../statements/types.ts";
import type { Span } from "../../text/types.ts";
import { roleIndexOf, type SourceRole, samePerson, surnameOf } from "../name/role-index.ts";
import type { Corpus, Finding, Passage } from "../types.ts";
import { type OtherBody, otherBody } from "./bodies.ts";
import { otherPerson } from "./persons.ts";
import { articleFor, correctRole, predicateOf } from "./wording.ts";

/** Findings on the roles of one sentence. */
export function checkRoles(sentence: Sentence, _draft: Reading, corpus: Corpus): Finding[] {
  const index = roleIndexOf(corpus);
  const findings: Finding[] = [];
  for (const role of sentence.roles) {
    const own = (index.bySurname.get(surnameOf(role.holder)) ?? []).filter((entry) =>
      samePerson(role.holder, entry.holder),
    );
    const finding =
      own.length > 0 ? judge(sentence, role, own, index.all, corpus) : untitled(sentence, role, corpus);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** Somebody whom the sources know but give no role, in a role that they give to somebody else who does what is told. */
function untitled(sentence: Sentence, role: RoleMention, corpus: Corpus): Finding | null {
  const { fullNames, all } = roleIndexOf(corpus);
  const known = fullNames.get(surnameOf(role.holder)) ?? [];
  if (!known.some(({ canonical }) => samePerson(role.holder, canonical))) return null;
  const person = otherPerson(sentence, role, all, corpus);
  if (!person || !role.holderSpan || namesHolder(person.sentence, role)) return null;
  return wrongPerson(sentence, role, role.holderSpan, person);
}

/** A sentence that names both tells of both, and the role of one of them may go unread. */
const namesHolder = ({ names }: Sentence, { holder }: RoleMention): boolean =>
  names.some(({ canonical }) => samePerson(canonical, holder));

interface Compared {
  readonly entry: SourceRole;
  readonly comparison: RoleComparison;
}

function judge(
  sentence: Sentence,
  role: RoleMention,
  own: readonly SourceRole[],
  all: readonly SourceRole[],
  corpus: Corpus,
): Finding | null {
  const other = otherBody(sentence, role, own, corpus);
  if (other) return wrongBody(sentence, role, other);
  const compared = own.map((entry) => ({ entry, comparison: compareRoles(role.text, entry.role.text) }));
  const conflicting = compared.filter((one) => one.comparison.relation === "conflicts");
  // "Judge Orr" says nothing of whether she is a sitting or a retired judge.
  const untold = conflicting.some(({ comparison }) => comparison.part === "rank");
  const agreeing = compared.find(
    ({ entry, comparison }) =>
      comparison.relation === "agrees" &&
      !(untold && parseRole(role.text).ranks.length > 0 && parseRole(entry.role.text).ranks.length === 0),
  );
  if (agreeing) return supported(sentence, role, agreeing.entry);
  const person = otherPerson(sentence, role, all, corpus);
  if (person && role.holderSpan) return wrongPerson(sentence, role, role.holderSpan, person);
  const best = conflicting.sort((a, b) => severity(b) - severity(a))[0];
  if (best) return contradicted(sentence, role, best, 0.9);
  const swapped = heldByAnother(role, own, all);
  return swapped
    ? contradicted(
        sentence,
        role,
        { entry: swapped, comparison: { relation: "conflicts", part: "head" } },
        0.85,
      )
    : null;
}

/** The nearest miss is what the writer meant: a rank or field that differs before another office. */
function severity({ comparison }: Compared): number {
  return comparison.part === "rank" ? 3 : comparison.part === "domain" ? 2 : 1;
}

/** The role the sources give the holder, where they give the claimed one of the same body to somebody else. */
function heldByAnother(
  role: RoleMention,
  own: readonly SourceRole[],
  all: readonly SourceRole[],
): SourceRole | null {
  const value = parseRole(role.text);
  if (!value.top || !value.office || value.headClass === "head" || value.ranks.length > 0) return null;
  const rival = all.find((entry) => {
    if (samePerson(entry.holder, role.holder)) return false;
    const other = parseRole(entry.role.text);
    return (
      other.headClass === value.headClass &&
      compareRoles(role.text, entry.role.text).relation === "agrees" &&
      sharesSource(entry, own)
    );
  });
  if (!rival) return null;
  const present = own.filter((entry) => !isPast(parseRole(entry.role.text)));
  return present.find((entry) => parseRole(entry.role.text).headClass !== "professor") ?? null;
}

const sharesSource = (entry: SourceRole, own: readonly SourceRole[]): boolean =>
  own.some((one) => one.source === entry.source);

function supported(sentence: Sentence, role: RoleMention, entry: SourceRole): Finding {
  return {
    kind: "role",
    verdict: "supported",
    sentence,
    span: { start: role.start, end: role.end },
    confidence: 0.95,
    actual: role.text,
    expected: entry.role.text,
    message: null,
    arithmetic: null,
    passages: [passageOf(entry)],
    replacements: [],
    features: {},
  };
}

function wrongPerson(sentence: Sentence, role: RoleMention, span: Span, entry: SourceRole): Finding {
  return {
    ...contradicted(sentence, role, { entry, comparison: { relation: "conflicts", part: "head" } }, 0.85),
    kind: "name",
    span,
    actual: sentence.text.slice(span.start, span.end),
    expected: entry.holder,
    replacements: [{ span, newText: entry.holder }],
  };
}

function wrongBody(sentence: Sentence, role: RoleMention, { claimed, right, entry }: OtherBody): Finding {
  // "Director of the one" for "president of the other": no part of it is right.
  const heads = [role.text, entry.role.text].map((text) => parseRole(text).headClass);
  const isAllWrong = heads[0] !== heads[1] && !heads.includes("head");
  const span = isAllWrong ? { start: role.start, end: role.end } : { start: claimed.start, end: claimed.end };
  const newText = isAllWrong ? entry.role.text : right.canonical;
  return {
    ...contradicted(sentence, role, { entry, comparison: { relation: "conflicts", part: "body" } }, 0.85),
    span,
    actual: sentence.text.slice(span.start, span.end),
    expected: newText,
    replacements: [{ span, newText }],
  };
}

function contradicted(
  sentence: Sentence,
  role: RoleMention,
  { entry, comparison }: Compared,
  confidence: number,
): Finding {
  const correction = correctRole(role.text, entry.role.text, comparison.part);
  const change = withArticle(
    sentence.text,
    {
      start: role.start + correction.span.start,
      end: role.start + correction.span.end,
    },
    correction.newText,
  );
  return {
    kind: "role",
    verdict: "contradicted",
    sentence,
    span: change.span,
    confidence,
    actual: sentence.text.slice(change.span.start, change.span.end),
    expected: change.newText,
    message: `${entry.holder} ${predicateOf(entry.role.text)} in “${entry.source.title}”.`,
    arithmetic: null,
    passages: [passageOf(entry)],
    replacements: [change],
    features: {},
  };
}

/** Takes "a" or "an" before the words along when the correction needs the other. */
function withArticle(text: string, span: Span, newText: string): { span: Span; newText: string } {
  const article = /(?:^|\s)(an?)\s$/i.exec(text.slice(Math.max(0, span.start - 4), span.start))?.[1];
  if (!article || article.toLowerCase() === articleFor(newText)) return { span, newText };
  const fitting = articleFor(newText);
  const written = /^A/.test(article) ? fitting.charAt(0).toUpperCase() + fitting.slice(1) : fitting;
  return {
    span: { start: span.start - article.length - 1, end: span.end },
    newText: `${written} ${newText}`,
  };
}

function passageOf(entry: SourceRole): Passage {
  return {
    source: entry.source,
    sentence: entry.sentence,
    focus: [{ start: entry.role.start, end: entry.role.end }],
  };
}
