/**
 * Sources and drafts for measuring: invented public works with dates, amounts, counts, people and quotations. A draft
 * retells the sources in other words, gets about every tenth fact wrong, and pads it with sentences of its own. Knows
 * no checker.
 */
import { createRandom, type Random } from "./random.ts";
import {
  BODIES,
  COUNTED,
  ENDINGS,
  FIRST_NAMES,
  LEADS,
  MONTHS,
  OBJECTS,
  QUOTED,
  ROLES,
  SUBJECTS,
  SYLLABLES,
  TAILS,
  VERBS,
  WORKS,
} from "./words.ts";

export interface Text {
  readonly uri: string;
  readonly text: string;
}

/** One invented project: what a source is about. */
interface Project {
  readonly place: string;
  readonly work: string;
  readonly body: string;
  readonly person: string;
  readonly surname: string;
  readonly role: string;
  readonly quotation: string;
  readonly agreed: string;
  readonly opens: string;
  /** Millions of euros. */
  readonly cost: number;
  readonly share: number;
  readonly length: number;
  readonly yearly: readonly { readonly year: number; readonly noun: string; readonly count: number }[];
}

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023];

/** `count` sources of about 650 words each, or of at least `words`, and a maker of drafts that lean on all of them. */
export function makeLibrary(count: number, { seed = 7, words = 0 } = {}) {
  const random = createRandom(seed);
  const projects = Array.from({ length: count }, () => makeProject(random));
  const sources = projects.map((project, index) => {
    const { uri, text } = makeSource(project, index, random);
    return { uri, text: `${text}${background(words - countWords(text), random)}` };
  });
  return { sources, draft: (words: number, draftSeed = 1) => makeDraft(projects, words, draftSeed) };
}

/** Words as a word counter of an editor would count them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function makeProject(random: Random): Project {
  const surname = nameOf(random);
  return {
    place: nameOf(random) + random.pick(ENDINGS),
    work: random.pick(WORKS),
    body: random.pick(BODIES),
    person: `${random.pick(FIRST_NAMES)} ${surname}`,
    surname,
    role: random.pick(ROLES),
    quotation: random.pick(QUOTED),
    agreed: dayOf(random, 2016, 2018),
    opens: dayOf(random, 2024, 2029),
    cost: random.int(12, 980),
    share: random.int(11, 89),
    length: random.int(3, 240),
    yearly: YEARS.flatMap((year) =>
      [random.pick(COUNTED), random.pick(COUNTED)].map((noun) => ({
        year,
        noun,
        count: random.int(120, 98_000),
      })),
    ),
  };
}

function nameOf(random: Random): string {
  const word = random.pick(SYLLABLES) + random.pick(SYLLABLES);
  return word[0]!.toUpperCase() + word.slice(1);
}

function dayOf(random: Random, from: number, to: number): string {
  return `${random.int(1, 28)} ${random.pick(MONTHS)} ${random.int(from, to)}`;
}

function makeSource(project: Project, index: number, random: Random): Text {
  const { place, work, body, person, role, quotation } = project;
  const published = `2023-${String((index % 12) + 1).padStart(2, "0")}-15`;
  const paragraphs = [
    `The ${place} ${body} agreed on the ${work} on ${project.agreed}. It is to open on ${project.opens}.`,
    `The ${work} in ${place} costs ${project.cost} million euros, of which ${project.share} percent comes from the region. It is ${project.length} metres long.`,
    `“${quotation},” said ${person}, ${role} of the ${place} ${body}.`,
    ...project.yearly.map(
      ({ year, noun, count }) =>
        `In ${year} the ${place} ${body} counted ${grouped(count)} ${noun}. ${filler(random)} ${filler(random)}`,
    ),
    Array.from({ length: 14 }, () => filler(random)).join(" "),
  ];
  const head = `---\ntitle: The ${work} of ${place}\npublisher: ${place} ${body}\npublished: ${published}\nurl: https://example.org/${index}\n---`;
  return {
    uri: `sources/${String(index).padStart(4, "0")}.md`,
    text: `${head}\n\n# The ${work} of ${place}\n\n${paragraphs.join("\n\n")}\n`,
  };
}

/** Paragraphs without a fact, of at least so many words. */
function background(words: number, random: Random): string {
  let text = "";
  for (let count = 0; count < words; ) {
    const paragraph = Array.from({ length: 5 }, () => filler(random)).join(" ");
    count += countWords(paragraph);
    text += `\n${paragraph}\n`;
  }
  return text;
}

function makeDraft(projects: readonly Project[], words: number, seed: number): string {
  const random = createRandom(seed * 7919 + words);
  const parts = ["---\ndate: 2024-02-01\n---", "# What the works have brought"];
  let count = 8;
  for (let paragraph = 0; count < words; paragraph++) {
    const project = random.pick(projects);
    if (paragraph % 8 === 0) parts.push(`## ${project.place}: ${random.pick(OBJECTS)}`);
    const sentences = Array.from({ length: 5 }, () =>
      random.chance(0.5) ? claim(project, random) : filler(random),
    );
    const text = paragraph % 8 === 5 ? sentences.map((one) => `- ${one}`).join("\n") : sentences.join(" ");
    parts.push(text);
    count += countWords(text);
  }
  return `${parts.join("\n\n")}\n`;
}

/** One fact in the draft's words; every tenth is wrong. */
function claim(project: Project, random: Random): string {
  const { place, work, body, person, role, quotation } = project;
  const wrong = random.chance(0.1);
  const off = wrong ? random.int(2, 40) : 0;
  const aside = random.chance(0.6)
    ? `, which ${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(TAILS)}`
    : "";
  const lead = random.chance(0.4) ? `${random.pick(LEADS)} the` : "The";
  const { year, noun, count } = random.pick(project.yearly);
  const forms = [
    () =>
      `${lead} ${body} of ${place} approved its ${work} on ${wrong ? dayOf(random, 2016, 2018) : project.agreed}${aside}.`,
    () =>
      `${lead} ${work} will open in ${place} on ${wrong ? dayOf(random, 2024, 2029) : project.opens}${aside}.`,
    () => `${lead} ${work} at ${place} will cost **${project.cost + off} million** euros${aside}.`,
    () => `${lead} region pays ${project.share + off} percent of the ${place} ${work}${aside}.`,
    () => `${lead} ${body} in ${place} recorded ${grouped(count + off * 100)} ${noun} in ${year}${aside}.`,
    () => `“${wrong ? quotation.replace("the ", "those ") : quotation},” ${person} said${aside}.`,
    () =>
      `${lead} ${wrong ? random.pick(ROLES) : role} of the ${place} ${body}, ${person}, answered letters${aside}.`,
  ];
  return random.pick(forms)();
}

/** A sentence without a fact. */
function filler(random: Random): string {
  const text = `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)} ${random.pick(TAILS)}`;
  const more = random.chance(0.4)
    ? `, and ${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)}`
    : "";
  return `${text[0]!.toUpperCase()}${text.slice(1)}${more}.`;
}

function grouped(value: number): string {
  return value.toLocaleString("en-US");
}
