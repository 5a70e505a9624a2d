/**
 * Word lists for proper names: titles, heads of organisations, places and works, connectors, given names.
 * Knows words only; how a name is put together stands in read.ts.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const calendarWords = list(`
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march april may june july august september october november december
feb feb. mar apr jun jul aug aug. sep sept sept. oct oct. nov nov. dec dec. mondays tuesdays wednesdays thursdays fridays saturdays sundays
christmas christmases easter ramadan`);

export const honorifics = list(`
mr mrs ms miss mx dr prof professor sir lord lady dame baroness baron count madam madame monsieur herr frau señor
señora rev reverend fr hon cllr cllrs mr. mrs. ms. dr. prof. hon. rev. st-hon`);

/** Titles that stand before a person's name with a capital. */
export const titleWords = list(`
president minister secretary chancellor premier governor mayor senator representative congressman congresswoman
councillor councilman councilwoman commissioner ambassador envoy judge justice chief director chair chairman
chairwoman chairperson spokesman spokeswoman spokesperson member officer manager general admiral colonel major
captain commander lieutenant sergeant inspector superintendent king queen prince princess pope bishop archbishop
cardinal patriarch rabbi imam sheikh emperor emir sultan duke duchess secretary-general director-general vice-president
vice-chair vice-chairman vice-chancellor vice-premier counsellor counselor coordinator adviser advisor leader
speaker attorney prosecutor ombudsman rapporteur economist epidemiologist delegate deputy constable provost dean
rector principal coach engineer head editor treasurer comptroller controller auditor clerk marshal sheriff
supervisor administrator alderman ceo cfo coo cto executive surgeon co-chair conservator veterinarian commodore
brigadier undersecretary under-secretary-general general-secretary taoiseach tánaiste founder trustee analyst
scientist lecturer fellow
members ministers presidents judges senators councillors ambassadors secretaries directors governors commissioners`);

/** Words that only qualify a title: rank, portfolio and the like. */
export const titleModifiers = list(`
deputy vice assistant acting interim former honorary associate permanent prime first second joint senior foreign
finance interior defence defense home police fire state lead principal managing executive regional
national general high special economic chief private parliamentary shadow lord health education transport
environment energy agriculture trade justice labour labor press policy financial operating technical scientific
medical council city county district and independent under crown`);

export const organisationHeads = list(`
ministry department office agency authority commission committee council board bureau cabinet parliament
assembly congress senate house chamber court tribunal bank fund treasury university college school institute institution
academy centre center organization organisation association federation confederation union alliance league society
foundation trust party group company corporation corp corp. inc inc. ltd ltd. plc llc gmbh ag sa bv nv oy ab asa spa holdings industries
airlines airways motors energy systems service services police army navy force forces guard institute
observatory laboratory laboratories museum church network initiative coalition partnership programme program
secretariat directorate inspectorate registry exchange times post guardian journal news wire press herald tribune
gazette courier agence broadcaster television radio club unit division task-force panel forum community
cooperative co-operative consortium conference campaign government administration executive front movement
brigade hospital hospitals regulator ombudsman customs lords commons greens socialists conservatives liberals democrats
republicans labour tories operator utility railways brothers partners associates bancorp financial capital insurance
telecom telecoms mobile media technologies staff`);

export const placeHeads = list(`
river lake sea ocean gulf bay strait straits channel island islands isle isles peninsula cape mountain mountains mount
valley desert coast province region county district city town village street avenue road square park port airport
harbour harbor bridge republic kingdom states territory emirates north south east west delta basin forest canal terminal
station borough prefecture oblast hall plaza`);

/** Words that places and firms end in, and that tell by themselves neither of a place nor of a body. */
export const furtherHeads = list(`
falls lane hill hills park beach point farm mine mill yard library rail railway metals steel power foods pharma labs lines ferries
shipping launch terminals`);

export const workHeads = list(`
act bill treaty convention charter agreement protocol directive regulation declaration resolution accord pact code
constitution report review survey guidelines strategy plan framework law summit compact statement communiqué
memorandum arrangement bulletin budget manifesto roadmap index scheme`);

/** Heads after which "for" or "on" goes on with the name. */
export const prepositionHeads = list(`
ministry department office agency centre center institute council committee organization organisation association
alliance campaign society foundation authority programme program fund union confederation federation bank court
commission conference convention panel board bureau directorate secretariat institute academy coalition network doctors
framework compact agreement treaty protocol partnership initiative forum`);

export const nameParticles = list(
  "van von de der den da dos das do del della di du la le el al bin ibn ben ter ten zu zum af av y e",
);

/** Owners inside a body's name: "Queen's University", "Employers' Union". */
export const owningNouns = list(`
queen king people children women men workers employers farmers teachers doctors nurses peoples consumers citizens
parents veterans writers fishermen pensioners tenants residents drivers students investors lawyers journalists
miners artists patients prisoners girls boys traders buyers minister mayor president ladies bankers`);

/** Words that open a sentence with a capital and are often taken for names. */
export const openingWords = list(`
the a an this that these those it its he she they we you i his her their our my your who what when where why how which
in on at by for from to of with without under over after before since until during between among against about as if
whether while although though because so but and or nor not no yes only even still yet then there here now today
tomorrow yesterday last next first second third fourth fifth another other both each every all some many most more few
several any such one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred half
once twice two-thirds according despite instead meanwhile however moreover also again later earlier recently
asked speaking introducing following given see note let read add check ask keep expect say do does did is are was
were has have had will would can could may might must should shall please thanks thank dear nobody nothing
everyone everything somebody someone neither either whatever perhaps maybe quite rather less fewer much little
officials ministers members states governments countries companies critics experts sources reports figures
deputy assistant acting former vice annex article section paragraph chapter figure table box page part option
question answer appendix step phase round draft source sources update background summary context purpose
recommendation recommendations conclusion next key main new old further total share year years month months week weeks
day days date dates number numbers result results work costs cost money budget price prices growth trade talks
negotiators delegates delegations lawmakers parliamentarians campaigners scientists researchers unions employers farmers
spending revenue inflation unemployment interest rates payments taxes exports imports emissions north south east west
mr mrs ms sir note memo brief briefing subject attachment attachments ref re cc`);

/** Common given names of many countries: enough to tell a person from a company. */
export const givenNames = list(`
aaron abdul abdullah abigail adam adrian adriana agnes agnieszka ahmad ahmed aisha akira alan albert alejandro aleksander
alena alessandro alex alexander alexandra alexei alfred ali alice alicia alison amanda amina amir amy ana anastasia anders
andrea andreas andrei andrew andrzej angela anita ann anna anne annette anthony antoine anton antonio antónio arjun arne arthur
astrid ayesha barbara beatrice beatriz ben benjamin bernard beth birgir birgit bjorn björn boris brendan brian bridget bruno
camille carla carlos carmen carol caroline catherine cecilia charles charlotte chiara chloe chris christian christina
christine christopher ciara claire clara claudia claire colin colm daniel daniela david deborah denis dennis diana
diego dieter dimitri dmitry dominic dorothy douglas edward eduardo eileen elena elias elif elisabeth elizabeth ellen emeka
emil emily emma eric erica erik ernst esther eva evelyn fatima fatou felix fernando fiona frances francesca francesco francis
francisco frank franz fred frederick fumiko gabriel gareth garrett gary geoffrey george georgina gerald gerard giorgos
giovanni giulia goran grace graham greta gudrun guillaume gunnar gustav guy hamid hana hanna hannah hans harald harold
harriet harry hassan hector heidi helen helena helga henri henrik henry hiroshi hugh hugo ian ibrahim igor ildikó ines
inês ingrid irene irina isabel isabelle ivan jack jacob jacques jakub james jamal jan jana jane janet jasmine jason javier
jean jennifer jens jeremy jesper jessica jim joan joana joanna joanne joel johan johanna johannes john jonas jonathan
jorge josé joseph josef joshua joyce juan judith julia julian julie jun jürgen karen karim karin karl kate katherine
kathleen katarina katrin kazuo keith kemal ken kenji kenneth kevin khalid klaus kofi kristin kristina kwame lars
laszlo lászló laura laurent lauren lea leila lena leon leonid lida linda lisa liv ljubica lorenzo louis louise luc lucia
lucy luis luisa lukas magda magnus maja malik manuel marc marcel marco marcus margaret margarita maria marianne marie
marina mario marion marius mark marko markus marta martin martina mary maryam mateo mats matteo matthew maureen maurice max
meera mehmet mei michael michel michelle miguel mikael mikhail mila milan miriam mohamed mohammad mohammed monica monika
morten mustafa nadia naomi natalia natalie nathan neil nicholas nicola nicolas niels nigel nikola nikos nils nina noah noor
nora norman nuno oksana olaf oleg olga oliver olivia olivier omar oscar osman otto pablo paolo patricia patrick
paul paula paulo pavel pedro peter petr petra philip philippe pierre piet pieter piotr priya rachel rafael raj ralph
ramon raul rebecca renata ricardo richard rita robert roberto robin roger roland rolf roman rosa rosalind rosemary ross
roxana ruth ryan sabine salma salome sam samira samuel sandra sara sarah sean sebastian sergei sergey sergio shira
sigrun sigrún simon simone sofia sonia sophia sophie stavros stefan stella stephanie stephen steve steven stuart susan susanna
svetlana sven sylvia takashi tamara tanja tariq teresa thabo theo theresa thomas tim timothy tobias tom tomas tony torsten
tove ursula valentina valerie vera veronica victor victoria viktor vincent vladimir wanjiru walter wei wendy werner
wilhelm will william wolfgang xavier yann yasmin yuki yusuf yves zainab zoe zoltan zsolt zsófia per rolle greg gregory brad jerome
jerry joe joseph larry donald ronald barack hillary bill george nancy susan boris keir rishi emmanuel olaf giorgia viktor
volodymyr joão jordi josep mercedes pilar dolores hae-won min-jun yoon kim park lee chen li wang zhang`);

/** Bodies that are called now one, now the other: "the House" may be the Assembly. */
export const genericBodies: readonly ReadonlySet<string>[] = [
  list("house parliament assembly chamber legislature congress senate commons lords"),
  list("government cabinet administration executive state crown ministry department council"),
  list(
    "agency authority office regulator inspectorate service administration institute directorate department",
  ),
  list("court tribunal bench"),
  list("union confederation federation association league alliance"),
  list("bank board committee company group firm corporation"),
];

/** Words that a letter or a Roman numeral follows: "Annex B". */
export const documentParts = list(
  "annex appendix article section paragraph part chapter table figure box panel phase option alternative question item schedule class category group type plan stage tier level zone grade tranche lot",
);
