/** Word lists of the generated texts. All of it is invented. */

export const SYLLABLES = [
  "bel",
  "cor",
  "dra",
  "esk",
  "fal",
  "gar",
  "hol",
  "ist",
  "jor",
  "kel",
  "lom",
  "mar",
  "nev",
  "ost",
  "pel",
  "quin",
  "rav",
  "sol",
  "tor",
  "ulm",
  "ver",
  "wen",
  "yar",
  "zel",
];

export const ENDINGS = [
  "ania",
  "burg",
  "dale",
  "en",
  "ford",
  "holm",
  "ia",
  "mouth",
  "o",
  "stad",
  "ton",
  "wick",
];

export const FIRST_NAMES = [
  "Ada",
  "Bruno",
  "Carla",
  "Dmitri",
  "Elif",
  "Farid",
  "Greta",
  "Hugo",
  "Ines",
  "Jonas",
  "Kaya",
  "Lena",
  "Milan",
  "Nora",
  "Oskar",
  "Petra",
  "Rosa",
  "Stefan",
  "Tilda",
  "Viktor",
];

export const WORKS = [
  "tram line",
  "harbour wall",
  "district hospital",
  "solar park",
  "water plant",
  "rail bridge",
  "science campus",
  "ferry service",
  "market hall",
  "flood barrier",
  "heat network",
  "cycle route",
];

export const BODIES = ["council", "port authority", "transport agency", "health board", "energy office"];

export const ROLES = [
  "director",
  "spokesperson",
  "chief engineer",
  "finance officer",
  "chair",
  "deputy mayor",
];

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const COUNTED = [
  "passengers",
  "households",
  "visitors",
  "patients",
  "permits",
  "complaints",
  "apprentices",
  "inspections",
  "volunteers",
  "deliveries",
];

export const SUBJECTS = [
  "the neighbourhood forum",
  "a regional newspaper",
  "the residents' union",
  "an outside reviewer",
  "the chamber of trade",
  "a former minister",
  "the committee",
  "a local historian",
  "the school board",
  "a group of engineers",
  "the opposition",
  "an online survey",
  "the tenants",
  "a visiting scholar",
];

export const VERBS = [
  "questioned",
  "welcomed",
  "described",
  "followed",
  "recorded",
  "weighed",
  "reviewed",
  "defended",
  "summarised",
  "examined",
  "discussed",
  "explained",
];

export const OBJECTS = [
  "the choice of materials",
  "the order of the works",
  "the effect on small shops",
  "the noise at night",
  "the design of the entrances",
  "the handling of old pipes",
  "the mood in the hall",
  "the quality of the soil",
  "the tone of the letters",
  "the wider lesson",
  "the view from the river",
  "the long preparation",
];

export const TAILS = [
  "without much ceremony",
  "in a short note",
  "over several evenings",
  "with some patience",
  "at the usual place",
  "for a general audience",
  "in plain language",
  "with mixed feelings",
  "after a walk around the site",
  "as others had before",
  "to everybody's surprise",
  "with great care",
];

export const LEADS = [
  "According to the file,",
  "As the record shows,",
  "In the agency's account,",
  "By way of background,",
  "For the reader's orientation,",
  "Seen from the street,",
  "In short,",
  "On the main point,",
];

export const QUOTED = [
  "We owe the people who live here a straight answer and a clear timetable",
  "Nobody should have to wait for a permit longer than for the works themselves",
  "The old plan was cheaper on paper and dearer in every other respect",
  "What we learned in the first winter shaped everything that we built afterwards",
  "This is a promise to the next generation and we intend to keep it",
  "Good engineering is mostly listening and only then drawing",
  "The figures are public and anybody may check them line by line",
  "A bridge that nobody can afford to maintain is not a bridge",
];
