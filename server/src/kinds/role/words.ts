/**
 * Words for roles: offices with their classes, ranks, verbs of leading, what organisations are called.
 * Knows words only.
 */

/** What sort of office a head noun names. */
export interface HeadClass {
  /** Heads of one class name one office. */
  readonly name: string;
  /** Whether its holder can be said to head, lead or run the body. */
  readonly top: boolean;
  /** Offices exclude one another in one body; callings (professor, engineer) go along with an office. */
  readonly office: boolean;
}

const headLines = `
head+|head,leader,boss
chief+|chief,superintendent
ceo+|chief executive,ceo,chief executive officer,chief exec
md+|managing director
gm+|general manager
dg+|director general,director-general
sg+|secretary general,secretary-general
gs+|general secretary
ed+|executive director
director+|director
president+|president
chair+|chair,chairman,chairwoman,chairperson
convener+|convener,convenor
cochair|co-chair,co-chairman,co-chairwoman
governor+|governor
minister+|minister
secretaryofstate+|secretary of state
cabinetsecretary+|cabinet secretary
pm+|prime minister,premier,chancellor
statesecretary|state secretary
secretary+|secretary
permanentsecretary+|permanent secretary,principal secretary
undersecretary|under-secretary,undersecretary,under secretary,parliamentary secretary
privatesecretary|private secretary
mayor+|mayor
commissioner+|commissioner
coordinator+|coordinator,co-ordinator
manager+|manager
spokes|spokesman,spokeswoman,spokesperson,press secretary,press officer
cos|chief of staff,chief of cabinet,head of cabinet
finance|chief financial officer,cfo,finance director
operating|chief operating officer,coo
-economist|economist
adviser|adviser,advisor
envoy|ambassador,envoy,permanent representative,high representative
delegate|delegate,negotiator
member|member,councillor,councilman,councilwoman,alderman
lawmaker|lawmaker,mp,mep,senator,congressman,congresswoman,deputy,legislator
attorney|attorney,counsel,city attorney,district attorney
-lawyer|lawyer,solicitor,barrister
attorneygeneral+|attorney general,solicitor general
judge|judge,justice,magistrate
prosecutor|prosecutor
clerk|clerk
treasurer|treasurer
auditor|auditor,auditor general,comptroller
ombudsman+|ombudsman
rapporteur|rapporteur,special rapporteur
captain|captain,skipper
general|general
admiral|admiral
brigadier|brigadier
colonel|colonel
commander+|commander
inspector|inspector
officer|officer
trustee|trustee
editor+|editor,editor-in-chief
rector+|rector,vice-chancellor,provost,principal
dean+|dean
monarch+|king,queen,prince,princess,emperor,sultan,emir
-fellow|fellow
-professor|professor
-lecturer|lecturer
-researcher|researcher,scientist
-epidemiologist|epidemiologist
-veterinarian|veterinarian,vet
-surgeon|surgeon
-doctor|doctor,physician,paediatrician
-nurse|nurse,midwife
-engineer|engineer
-analyst|analyst
-expert|expert,specialist
-historian|historian
-farmer|farmer
-founder|founder,co-founder
-owner|owner,co-owner
-author|author
-activist|activist,campaigner
-representative|representative,official,counsellor,diplomat
-physicist|physicist
-hydrologist|hydrologist
-geologist|geologist
-chemist|chemist
-biologist|biologist
-teacher|teacher
-bookkeeper|bookkeeper,accountant
-childminder|childminder
-journalist|journalist
-pharmacist|pharmacist
-architect|architect
-electrician|electrician
-dentist|dentist
-librarian|librarian
-civilservant|civil servant
coach|coach,head coach,trainer
-firefighter|firefighter
-baker|baker
-chef|chef
-pilot|pilot
-porter|porter
-driver|driver
-plumber|plumber
-carpenter|carpenter
-mechanic|mechanic
-publisher|publisher
-banker|banker,central banker
-critic|critic
-novelist|novelist
-poet|poet
-composer|composer
-conductor|conductor
-violinist|violinist
-pianist|pianist
-sculptor|sculptor
-curator|curator
-archivist|archivist
-translator|translator,interpreter
-detective|detective
-psychologist|psychologist
-paramedic|paramedic
-astronomer|astronomer
-volcanologist|volcanologist
-seismologist|seismologist
-ranger|ranger
-investigator|investigator
candidate|candidate
-meteorologist|meteorologist
-ecologist|ecologist
-sociologist|sociologist
-archaeologist|archaeologist
-fisherman|fisherman
-shopkeeper|shopkeeper
-mother|mother
-father|father
-student|student
`;

const heads = new Map<string, HeadClass>();
for (const line of headLines.trim().split("\n")) {
  const [label = "", words = ""] = line.split("|");
  const entry: HeadClass = {
    name: label.replace(/[-+]/g, ""),
    top: label.endsWith("+"),
    office: !label.startsWith("-"),
  };
  for (const word of words.split(",")) heads.set(word, entry);
}

/** The class of a role's head ("chief executive"), lower case, singular; undefined for any other word. */
export function headClass(head: string): HeadClass | undefined {
  return heads.get(head);
}

/** Trades of which hardly anybody has two. */
const trades: ReadonlySet<string> = new Set(
  `lawyer doctor nurse teacher engineer farmer bookkeeper childminder journalist pharmacist architect electrician dentist
librarian veterinarian firefighter baker chef pilot porter driver plumber carpenter mechanic publisher banker conductor curator
detective paramedic fisherman shopkeeper mother father composer sculptor chemist economist historian physicist ranger investigator`.split(
    /\s+/,
  ),
);

/** Whether a class of heads is a trade, as no scholar's or officer's calling is. */
export const isTrade = (name: string): boolean => trades.has(name);

/** Whether a word alone or with the next can be the head of a role. */
export function mayHeadRole(word: string): boolean {
  return heads.has(word);
}

/** Rank words → the class in which they exclude one another. */
export const rankClasses: ReadonlyMap<string, string> = new Map([
  ["deputy", "deputy"],
  ["vice", "deputy"],
  ["vice-", "deputy"],
  ["assistant", "assistant"],
  ["associate", "associate"],
  ["acting", "acting"],
  ["interim", "acting"],
  ["former", "former"],
  ["ex", "former"],
  ["ex-", "former"],
  ["honorary", "honorary"],
  ["emeritus", "emeritus"],
  ["junior", "junior"],
  ["under", "under"],
  ["shadow", "shadow"],
  ["retired", "retired"],
  ["sitting", "sitting"],
  ["serving", "sitting"],
  ["incumbent", "sitting"],
]);

/** Words before a head that say nothing that could conflict. */
export const emptyModifiers: ReadonlySet<string> = new Set(
  "senior lead new long-time veteran outgoing incoming then top current own joint principal lord first elected able so-called".split(
    " ",
  ),
);

/** "heads the unit", "runs it": verbs that make their subject the head of a body, with the class they give. */
export const leadingVerbs: ReadonlyMap<string, string> = new Map([
  ["heads", "head"],
  ["head", "head"],
  ["headed", "head"],
  ["leads", "head"],
  ["led", "head"],
  ["lead", "head"],
  ["runs", "head"],
  ["ran", "head"],
  ["run", "head"],
  ["directs", "director"],
  ["chairs", "chair"],
  ["chaired", "chair"],
  ["edits", "editor"],
  ["presides", "president"],
]);

/** What an organisation is, before or after its name. */
export const bodyNouns: ReadonlySet<string> = new Set(
  `group operator company firm charity broadcaster agency bank union association newspaper regulator manufacturer
maker retailer airline carrier utility supplier shipyard shipbuilder consultancy laboratory institute university party
ngo watchdog foundation federation wholesaler importer exporter producer contractor developer dairy builder lender
insurer brokerage startup start-up magazine daily think-tank body`
    .trim()
    .split(/\s+/),
);

/** What a part of a body is called: whoever heads it does not head the whole. */
const partNouns: ReadonlySet<string> = new Set(
  "unit section team division department desk branch directorate laboratory programme program operations".split(
    " ",
  ),
);

/** Words that end like an activity and are bodies or errands instead. */
const noActivities: ReadonlySet<string> = new Set(
  `government parliament delegation mission commission institution association federation confederation organisation
organization administration corporation foundation union agency university city community county country society
charity party ministry state household constituency embassy presidency nation station department`.split(
    /\s+/,
  ),
);

/** Whether a phrase in small letters names a part of a body or a field of work: "inventory unit", "system operation". */
export function namesPart(phrase: string): boolean {
  if (!/^\p{Ll}[\p{Ll} -]{2,60}$/u.test(phrase)) return false;
  const last = phrase.slice(phrase.lastIndexOf(" ") + 1);
  if (partNouns.has(last)) return true;
  return (
    !noActivities.has(last) &&
    /(?:[ts]ions?|ments?|ics|ings?|[ae]nce|ety|ity|cy|gy|lth|arch|affairs|estates|sales|resources|services)$/.test(
      last,
    )
  );
}

/** What is led for a while and makes nobody the head of anything: "led the investigation". */
const undertakings: ReadonlySet<string> = new Set(
  "study talks project review work effort efforts inquiry trial trials survey mission delegation way march field list research audit probe".split(
    " ",
  ),
);

/** Whether a phrase names something done rather than a body: "the investigation", "the talks". */
export function namesUndertaking(phrase: string): boolean {
  const words = phrase.trim().split(" ");
  const last = words.at(-1) ?? "";
  if (undertakings.has(last)) return true;
  return (
    words.length <= 2 && !partNouns.has(last) && !noActivities.has(last) && /(?:[ts]ions?|ings?)$/.test(last)
  );
}
