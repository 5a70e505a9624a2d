/**
 * Given names that tell whether a pronoun may mean their bearer. Names that men and women share are left out, or stand in
 * both lists; knows nothing of persons.
 */

const list = (names: string) => new Set(names.trim().split(/\s+/));

const MALE = list(`
  andrea nicola
  aaron abdul abdullah adam adrian ahmad ahmed alan albert aldo alejandro aleksander alessandro alexander alexei alfred ali amir anders
  andrei andrew andrzej anthony antoine anton antonio antónio arjun arne arthur ben benjamin bernard bill björn bob boris brad brendan brian
  bruno carlos charles christian christopher claude colin colm craig damian daniel dave david dennis derek dev diego dieter dimitri dmitri
  dmitry dominic donald douglas duncan ed eduardo edward elias emil emmanuel enrique eric erik ernest ernesto ernst farid felipe felix
  fernando frank franz fred frederick gabriel gareth garrett gary geoff geoffrey george gerald gerard giorgio giovanni giulio gordon graham grant
  greg gregory guillaume gunnar gustav guy hamid hans harald harold harry hassan hector henri henrik henry hiroshi howard hugh hugo ian
  ibrahim igor ivan jack jacob jacques jakub jamal james jason javier jeff jens jeremy jerome jesper jim joaquin joe joel johan johannes john
  jon jonas jonathan jordi jorge josef joseph joshua josé joão juan juha julian jürgen karl keith keir kemal ken kenji kenneth kevin khalid klaus
  konstantin kwame lars laszlo laurent lászló leonid liam lorenzo louis luc lucas luis lukas malik manuel marc marcel marco marcus mario mark
  markus martin mateo mats matteo matthew maurice max mehmet michael michel miguel mikael mikhail milan mohamed mohammad mohammed moses
  mustafa nathan neil neville nicholas nick nicolas nigel nikos nils norman nuno oleg olaf oliver olivier omar oscar oskar osman otto pablo
  paolo patrick paul paulo pavel pedro pete peter petr philip philippe pierre piet pieter piotr rafael raj ralph ramon rashid raul ravi ray
  ricardo richard rishi rob robert roberto robin roger roland rolf roman ronald rory roy ryan samuel scott sebastian sergei sergey sergio
  simon stan stavros stefan stephen steve steven stewart stuart sven takashi tariq ted terrence terry theo thomas tim timothy tobias
  todd tom tomas tony torsten trevor victor viktor vincent vladimir volodymyr walter werner wilhelm will william wolfgang xavier yann yusuf
  yves zoltan zsolt emeka kofi thabo kwesi joseph jakob mads søren rasmus bjarne kristian knut leif einar moshe yosef itamar amit rahul
  tuomas pekka matti jari otakar jiri tomasz krzysztof marek vaclav zdenek gabor istvan attila ferenc bogdan mihai radu stoyan zoran
  per
  vikram sanjay arun anil sunil imran bilal hamza karim walid nasser hussein saeed reza mahmoud tunde chidi femi sipho
`);

const FEMALE = list(`
  abigail adriana agnes agnieszka aisha alena alexandra alice alicia alison amanda amina amy ana anastasia andrea angela anita ann anna
  anne annette annika astrid ayesha barbara beata beatrice beatriz beth birgit bridget camille carla carmen carol caroline catherine cecilia
  charlotte chiara chloe christina christine ciara claire clara clare claudia dana daniela deborah diana dolores dorothy doreen edith eileen
  elena eleni elisabeth elizabeth elke ellen emily emma erica esther eva evelyn fatima fatou fiona frances francesca freya gemma georgina
  giorgia giulia grace greta gudrun hana hanna hannah harriet heidi helen helena helga hilary hillary ildikó ines ingrid inês irena irene irina
  isabel isabelle jacqueline jana jane janet jasmine jennifer jessica jill joan joanna joanne johanna josephine joyce judith judy julia julie
  karen karin kate katherine kathleen kathryn katarina katrin kirsty kristin kristina laura lauren lea leila lena lida linda lisa liv ljubica
  louise lorraine lucia lucy luisa lydia magda maja margaret margarita maria marianne marie marina marion marisol marit marta martina mary
  maryam maureen meera melanie mercedes michelle mila miriam molly monica monika nadia nancy naomi natalia natalie natasha nina nora oksana
  olga olivia patricia paula petra pilar priya rachel rebecca renata rita rosa rosalind rosemary ruth sabine sally salma samira sandra sanne
  sara sarah shira sigrid sofia sonia sophia sophie stella stephanie sunita susan susanna svetlana sylvia tamara tanja teresa theresa ursula
  valentina valerie vera veronica victoria wendy yasmin yasmine zainab zoe zsófia amara asha lakshmi anjali deepa sunniva signe solveig
  ingeborg maren kirsten mette pia tuula aino niamh siobhan aoife wanjiru achieng thandi nomsa ngozi chiamaka folake yuki fumiko keiko
  ilse marija jelena milica ivana petronella annelies hilde saskia femke karolina malgorzata ewa zuzana lucie tereza jitka katalin zsuzsanna
  mei xiu hye-jin ji-woo soo-jin noor layla rania hala dina yara shirin leyla aylin elif zeynep
`);

/** The gender that the first given name of a full name tells, null where it tells none. */
export function genderByName(name: string): "m" | "f" | null {
  const [given, rest] = [name.split(/\s+/)[0]!.toLowerCase(), /\s/.test(name)];
  if (!rest) return null;
  if (MALE.has(given)) return FEMALE.has(given) ? null : "m";
  return FEMALE.has(given) ? "f" : null;
}

/** Whether the capitalised word is a given name, whatever a tagger takes it for: "Per", "Will". */
export function isGivenName(word: string): boolean {
  const lower = word.toLowerCase();
  return MALE.has(lower) || FEMALE.has(lower);
}
