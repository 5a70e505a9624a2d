/**
 * How far an act has gone, from a thought to a thing done. Knows lemmas and fixed phrases; who acts, and whether the
 * words are negated, is the caller's business.
 */

import { family } from "./families.ts";
import { once } from "./once.ts";

/** "act" words fit any act; "money" words say how far a payment, "case" words how far a proceeding has gone. */
export type LadderName = "act" | "money" | "case";

export interface Rung {
  readonly ladder: LadderName;
  /**
   * 0 considered, 1 proposed or planned, 2 announced or promised, 3 agreed or adopted, 4 in force, begun or paid,
   * 5 completed. One scale for all ladders.
   */
  readonly rank: number;
}

const RUNGS: Readonly<Record<LadderName, readonly string[]>> = {
  act: [
    "consider, mull, weigh, study, contemplate, explore, discuss, debate, examine, ponder, think about, look at, look into, consult, review, assess, deliberate, canvass, take note, idea, consultation, discussion, debate, option, possibility, under consideration, under discussion, under review",
    "propose, plan, intend, seek, urge, recommend, suggest, draft, table, aim, want, hope, prepare, submit, put forward, float, advocate, call for, call on, ask, request, demand, apply, bid, negotiate, nominate, proposal, intention, recommendation, reading, plan to, draft law, on the table, in the pipeline, would like, be to",
    "announce, pledge, promise, vow, commit, undertake, schedule, set, expect, due, unveil, offer, initial, initialing, announcement, commitment, undertaking, be set to, be due to, be about to, be scheduled to",
    "agree, decide, approve, adopt, pass, sign, endorse, ratify, back, accept, conclude, ink, clear, authorize, resolve, confirm, vote for, vote through, choose, appoint, elect, designate, green-light, order, mandate, instruct, agreement, decision, approval, adoption, ratification, signature, resolution",
    "enact, launch, begin, start, implement, introduce, impose, apply, enforce, inaugurate, establish, create, deploy, roll out, take effect, enter into force, come into force, go into effect, in force, in effect, under way, underway, in place, operate, operational, open, commence, carry out, set up, enactment, implementation, introduction, ongoing",
    "complete, finish, achieve, accomplish, end, conclude successfully, finalize, deliver, fulfill, completion, wrap up, close",
  ],
  money: [
    "cost out",
    "request funding, apply for, bid for, budget for, ask for",
    "promise, pledge, commit, offer, earmark",
    "allocate, award, grant, set aside, assign, allot, approve, awarding, allocation",
    "pay, disburse, transfer, spend, invest, donate, lend, give, contribute, pay out, hand over, payment, disbursement, spending",
    "repay, reimburse, refund, pay off, pay back, settle, repayment",
  ],
  case: [
    "investigate, probe, inquire, suspect, question, investigation, inquiry, suspicion",
    "accuse, allege, threaten, complain, summon, arrest, detain, accusation, allegation, complaint, arrest warrant",
    "charge, indict, sue, prosecute, file, take to court, lawsuit, prosecution, indictment, charge sheet",
    "try, hear, stand trial, trial, hearing",
    "convict, fine, sentence, sanction, penalize, find guilty, acquit, rule, order, conviction, verdict, ruling, judgment, penalty",
    "appeal, uphold, overturn, quash, jail, imprison, confirm on appeal",
  ],
};

/** Verbs whose infinitive has not happened yet: "plan to open" is as far as the plan. */
const GOVERNS = 3;
const LONGEST_PHRASE = 4;

/** The rung of a lemma or fixed phrase of lemmas ("enter into force"), or null for words that say nothing of it. */
export function ladder(lemma: string): Rung | null {
  const table = rungs();
  return table.get(lemma) ?? (lemma.includes(" ") ? null : (table.get(family(lemma)) ?? null));
}

/**
 * How far the act of a clause has gone, from its lemmas in order; null where no word tells. A word that looks forward
 * decides over the infinitive it governs ("agree to launch" is agreed); else the furthest rung counts.
 */
export function status(lemmas: readonly string[]): Rung | null {
  let furthest: Rung | null = null;
  for (let i = 0; i < lemmas.length; ) {
    const hit = longestAt(lemmas, i);
    if (hit === null) {
      i++;
      continue;
    }
    const next = lemmas[i + hit.length];
    const forward = hit.rung.rank <= GOVERNS && (next === "to" || hit.phrase.endsWith(" to"));
    if (furthest === null || hit.rung.rank > furthest.rank) furthest = hit.rung;
    if (forward) return hit.rung;
    i += hit.length;
  }
  return furthest;
}

/** Rungs from `a` up to `b`, negative downwards; null where the ladders cannot be compared. */
export function rungGap(a: Rung, b: Rung): number | null {
  const comparable = a.ladder === b.ladder || a.ladder === "act" || b.ladder === "act";
  return comparable ? b.rank - a.rank : null;
}

function longestAt(
  lemmas: readonly string[],
  at: number,
): { rung: Rung; phrase: string; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, lemmas.length - at); length > 0; length--) {
    const phrase = lemmas.slice(at, at + length).join(" ");
    const rung = ladder(phrase);
    if (rung !== null) return { rung, phrase, length };
  }
  return null;
}

const rungs = once(() => {
  const table = new Map<string, Rung>();
  for (const name of ["act", "money", "case"] as const) {
    RUNGS[name].forEach((line, rank) => {
      for (const phrase of line.split(", "))
        if (!table.has(phrase)) table.set(phrase, { ladder: name, rank });
    });
  }
  return table;
});
