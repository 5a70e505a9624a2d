/**
 * The words by which speech is reported, and the words that speakers are called by. Lemmas; knows no sentences.
 */

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Verbs that report speech or thought whoever their subject is. */
export const REPORTING_VERBS = set(`
  say tell add warn argue insist claim state declare announce explain reply respond answer retort counter object complain
  concede admit acknowledge confirm stress emphasize emphasise remark observe note comment write quip joke recall report
  believe think reckon estimate fear predict expect suggest propose maintain contend assert allege assure promise pledge
  vow deny reject dispute urge ask demand describe call term label brand dub characterize characterise hail praise dismiss
  denounce criticize criticise celebrate lament testify quote cite put conclude caution advise recommend reiterate repeat
  remind agree disagree protest boast joke muse tweet post shrug speak deem consider regard liken compare accuse shout
  whisper murmur mutter plead chime volunteer allow offer venture intone thunder continue go begin word phrase summarize summarise
  apologise apologize welcome blame condemn threaten hope joke reveal disclose mock ridicule oppose lash blast vent gush enthuse lament
  signal indicate hint scoff snap sigh wonder inform brief attest certify find judge rate grumble
`);

/** Reporting verbs that need "that", a colon or a quotation behind them, for they mean much else. */
export const WEAK_VERBS = set(
  `put go begin continue offer allow find word phrase post speak judge rate call term label brand dub consider regard compare cite ask
   demand expect hail praise dismiss describe urge propose offer agree quote promise reject accuse recommend advise note observe answer
   apologise apologize welcome blame condemn threaten hope reveal disclose mock ridicule oppose lash blast
   write state estimate signal indicate conclude stress counter volunteer brief report venture`,
);

/** The content is not asserted. */
export const DENIAL_VERBS = set("deny reject dispute rebut refute dismiss");

/** Nouns for what is said: "X's answer was …", "in the words of X". */
export const SPEECH_NOUNS = set(`
  word line answer reply response verdict phrase view message comment remark warning description judgment judgement statement
  claim assessment explanation retort conclusion formula image metaphor summary complaint objection argument plea promise admission
  motto slogan term quip wish opinion advice reaction account reading characterization characterisation dictum counsel
`);

/** Nouns for persons by what they do. Nouns in -ist, -man, -woman, -person and words joined to one of these count too, see `isPersonNoun`. */
const PERSON_NOUNS = set(`
  minister president chair chairman chairwoman chairperson director secretary spokesman spokeswoman spokesperson official officer chief head governor
  mayor commissioner ambassador envoy delegate representative negotiator diplomat economist analyst expert scientist researcher
  professor doctor lawyer attorney counsel judge justice coordinator chancellor premier senator deputy councillor councilor
  lawmaker legislator member leader founder owner manager executive ceo cfo boss general admiral colonel captain sergeant bishop pope king
  queen prince princess critic campaigner activist resident farmer grower fisherman merchant trader baker teacher nurse physician patient
  epidemiologist inspector auditor ombudsman treasurer rapporteur vice-chair vice-president co-chair co-founder host witness author
  reporter editor journalist columnist adviser advisor aide source insider banker investor employer worker striker student pupil parent
  neighbor neighbour passenger customer voter candidate politician statesman veteran colleague predecessor successor partner clerk
  sheriff prosecutor detective police superintendent provost dean rector principal curator architect engineer pilot driver shipper
  undersecretary speaker whip convener convenor president-elect vice-president envoy counsellor consul emissary registrar
  alderman councilman assemblyman businessman bystander eyewitness master keeper opponent supporter midwife staffer assistant
  mother father wife husband son daughter brother sister uncle aunt grandmother grandfather cousin widow widower friend twin
  counterpart conductor solicitor barrister shepherd historian librarian musician technician singer actor actress player coach captain fan
  tenant landlord survivor victim villager strategist contractor soldier firefighter paramedic vendor butcher chef composer dancer
  writer commander prefect mp msp mep peer consultant planner trustee organiser organizer graduate lecturer shopkeeper
  pensioner retiree commuter cyclist farmhand skipper sailor trainer translator biographer mathematician statistician tutor woman man
  congressman congresswoman laureate incumbent challenger newcomer millionaire billionaire painter republican democrat conservative
  girl boy teenager lady gentleman guest visitor organizer marshal constable bishop archbishop imam rabbi priest vicar pastor monk nun
`);

/** Offices that a text may speak of as "the mayor" without having named the holder. */
export const OFFICES = set(`
  minister president chancellor premier governor mayor king queen pope prince princess secretary chair chairman chairwoman speaker
  ambassador commissioner judge director chief head prosecutor sheriff general bishop archbishop spokesman spokeswoman
  spokesperson official
`);

const FEMALE_NOUNS = set(
  "mother wife daughter sister aunt grandmother widow actress woman girl lady queen princess nun baroness congresswoman",
);
const MALE_NOUNS = set(
  "father husband son brother uncle grandfather widower man boy gentleman king prince monk congressman lord",
);

/** The gender that a noun for a person tells: "spokeswoman", "father"; null where it tells none. */
export function genderOf(noun: string): "m" | "f" | null {
  if (FEMALE_NOUNS.has(noun) || /[a-z]{3}woman$/.test(noun)) return "f";
  return MALE_NOUNS.has(noun) || /[a-z]{3}sman$/.test(noun) ? "m" : null;
}

/** Words before a name that are no part of it. */
export const HONORIFICS = set(
  "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend right rt honourable cllr cllr. sen sen. rep rep. gov gov. gen gen. col col. capt capt. lt lt. sgt sgt. maj maj. insp supt det adm adm. mr. mrs. ms. dr. prof. rev. hon hon. herr frau madame monsieur",
);
export const MALE = set("mr mr. sir lord baron herr monsieur king prince");
export const FEMALE = set("mrs mrs. ms ms. miss dame lady baroness frau madame queen princess");

/** Adjectives and nouns that stand in a title before a name. */
export const TITLE_PARTS = set(`
  deputy vice prime foreign finance interior defence defense justice environment health labour labor trade energy transport agriculture education
  home former acting interim chief executive senior junior general state federal national regional city county district
  assistant associate under permanent special resident country managing financial accountability planning housing chief-of-staff
  information central police fire press climate data science economy economic treasury attorney major lieutenant brigadier rear
  high principal lead first second budget digital house senate culture infrastructure fisheries police party union committee
`);

/** Words that make a capitalised run an organisation. */
export const ORGANISATION_WORDS = set(`
  ministry council agency institute university union party bank authority department commission committee office bureau court parliament
  assembly association federation confederation society foundation trust company corporation corp inc ltd plc group holdings
  organisation organization service administration board chamber congress senate government cabinet network alliance league forum
  daily weekly review chronicle mail radio television tv
  centre center college school hospital club times post journal news press agency wire fund programme program treasury
  directorate inspectorate secretariat observatory laboratory observer tribune gazette herald guardian police embassy
  summit conference report survey watch international nations republic kingdom states
`);

/** More common nouns for bodies that speak. */
export const BODY_NOUNS = set(
  `firm operator charity lender retailer airline maker carmaker supplier utility watchdog regulator provider newspaper broadcaster club
   coalition organiser body ngo campaign startup developer manufacturer publisher insurer think-tank parliament team paper`,
);

const DATE_WORDS = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december today yesterday tomorrow tonight week month year morning evening afternoon night weekend noon spring
  summer autumn winter reporters journalists parliament lawmakers mps
`);

/** True for words that follow "said" or "in" but never speak: days, months, "reporters". */
export function isDateWord(word: string): boolean {
  return DATE_WORDS.has(word.toLowerCase());
}

/** Whether a noun's lemma names a person by what he or she does. */
export function isPersonNoun(lemma: string): boolean {
  return isTitleNoun(lemma) || /(?:[a-z]{3}(?:ist|man|woman|person)|[a-z]{4}(?:chair))$/.test(lemma);
}

/** As `isPersonNoun`, for a word that may be a surname: "Newman" and "Nyqvist" are no titles. */
export function isTitleNoun(lemma: string): boolean {
  if (PERSON_NOUNS.has(lemma) || /[a-z]{3}(?:woman|person)$/.test(lemma)) return true;
  const joined = /^[a-z]{2,6}-([a-z]{4,})$/i.exec(lemma)?.[1];
  return joined !== undefined && PERSON_NOUNS.has(joined.toLowerCase());
}

/** Whether a word of a text names a person by what he or she does. */
export function namesPerson({ text, lemma }: { readonly text: string; readonly lemma: string }): boolean {
  return /^\p{Lu}/u.test(text) ? isTitleNoun(lemma) : isPersonNoun(lemma);
}

const SPOKES = /^spokes(?:man|woman|person)$/;

/** The noun that says what somebody is in a phrase ("head of the unit": head), spokes-words as one; null without one. */
export function headOf(phrase: string): string | null {
  let head: string | null = null;
  for (const text of phrase.split(/[^\p{L}'’-]+/u)) {
    const word = text.toLowerCase();
    if (head && /^(?:of|for|at|in|to|on|from|who|which)$/.test(word)) break;
    const singular = namesPerson({ text, lemma: word }) ? word : word.replace(/(?:['’]s|s)$/, "");
    if (namesPerson({ text, lemma: singular }) && !/['’]s$/.test(word))
      head = SPOKES.test(singular) ? "spokesperson" : singular;
  }
  return head;
}
