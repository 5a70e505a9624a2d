/**
 * The codes of findings and notes, and what each means: the one place that documentation pages, code links and
 * ignore directives take them from. Plain data; knows no draft, no source and no editor.
 */
import type { Code, Note } from "./report.ts";

/** Where the pages of `docs/codes` can be read. */
const CODE_PAGES = "https://github.com/claimcheck/claimcheck/blob/main/docs/codes";

export type NoteCode = Note["code"];

export interface CodePage {
  readonly code: Code | NoteCode;
  /** One line, without a full stop, that fits a list. */
  readonly title: string;
  /** What it means when this code is shown. */
  readonly meaning: string;
  /** A source's words and a draft's words that lead to it; `fixed` is the draft after the fix. */
  readonly example: { readonly source?: string; readonly draft: string; readonly fixed?: string };
  /** What is deliberately left alone. */
  readonly silent: string;
  /** What the writer can do. */
  readonly todo: string;
}

export const CODE_LIST: readonly CodePage[] = [
  {
    code: "date-mismatch",
    title: "The draft gives another date, period or deadline than the source",
    meaning:
      "A source states when the same thing happened, happens or is due, and the day, range, weekday, duration or deadline of the draft cannot be true together with it.",
    example: {
      source: "The hearing opens on 4 March 2024 and lasts two days.",
      draft: "The hearing opens on 14 March 2024.",
      fixed: "The hearing opens on 4 March 2024.",
    },
    silent:
      "A coarser date that holds the source's (“in early March”) agrees with it. A year or a month that the draft only implies never counts as a contradiction.",
    todo: "Take the source's date with the quick fix, or cite the document that gives yours.",
  },
  {
    code: "quantity-mismatch",
    title: "The draft gives another number, share, amount or bound than the source",
    meaning:
      "A source counts or measures the same thing, and the draft's number, with its bounds (“more than”, “nearly”) and its rounding, does not fit it.",
    example: {
      source: "The fund paid 2.4 billion euros to 31 ports.",
      draft: "The fund paid 2.4 million euros to 31 ports.",
      fixed: "The fund paid 2.4 billion euros to 31 ports.",
    },
    silent:
      "Fair rounding, other units of the same amount, sums and shares that follow from the source's figures. Percent and percentage points are not the same and are told apart.",
    todo: "Take the source's figure with the quick fix. The card shows the arithmetic where there is any.",
  },
  {
    code: "misquotation",
    title: "The words between quotation marks differ from the source",
    meaning:
      "The quotation can be recognised in a source, but words were dropped, added or changed without a mark.",
    example: {
      source: "“We will not reopen the treaty this year,” the minister said.",
      draft: "The minister said: “We will not reopen the treaty.”",
      fixed: "The minister said: “We will not reopen the treaty this year.”",
    },
    silent:
      "An ellipsis, words in square brackets, a changed capital at the start, other quotation marks, a full stop or comma at the end.",
    todo: "Restore the source's words, mark what you left out with an ellipsis, or drop the quotation marks.",
  },
  {
    code: "misattribution",
    title: "Somebody else said it in the source",
    meaning: "A source has these words or this statement from another speaker than the draft names.",
    example: {
      source: "“The bridge is safe,” said the city engineer, Ada Brandt.",
      draft: "“The bridge is safe,” said the mayor.",
      fixed: "“The bridge is safe,” said the city engineer, Ada Brandt.",
    },
    silent:
      "A short form of the same name, a role that the source gives the speaker, an organisation that its spokesperson speaks for.",
    todo: "Name the speaker of the source with the quick fix.",
  },
  {
    code: "role-mismatch",
    title: "The source gives the person or body another role",
    meaning:
      "A source states a title, office or description of the person or organisation that is not the draft's.",
    example: {
      source: "Ada Brandt, deputy director of the Ports Authority, signed the note.",
      draft: "Ada Brandt, director of the Ports Authority, signed the note.",
      fixed: "Ada Brandt, deputy director of the Ports Authority, signed the note.",
    },
    silent:
      "A shorter or more general form of the same title, and the word “then” or “former” for a past office.",
    todo: "Take the source's title with the quick fix.",
  },
  {
    code: "name-mismatch",
    title: "Another person, organisation or place takes part in the source's fact",
    meaning: "The source states the same fact, with another name in the place where the draft has this one.",
    example: {
      source: "The talks were hosted by Lisbon.",
      draft: "The talks were hosted by Madrid.",
      fixed: "The talks were hosted by Lisbon.",
    },
    silent: "Abbreviations, short forms and spellings that the draft or a source introduces.",
    todo: "Take the source's name with the quick fix.",
  },
  {
    code: "polarity-mismatch",
    title: "The draft says the opposite, or says that more is settled than the source does",
    meaning:
      "A source denies what the draft asserts, or the other way round; or the draft has as done what a source has as proposed, agreed or expected.",
    example: {
      source: "The council has proposed the levy.",
      draft: "The council has adopted the levy.",
      fixed: "The council has proposed the levy.",
    },
    silent: "What the draft itself denies, quotes to rebut, supposes, plans or recommends.",
    todo: "Take the source's status with the quick fix, or write when and where it changed.",
  },
  {
    code: "relation-mismatch",
    title: "The source has another direction, another doer or another reason",
    meaning:
      "The same participants stand in another relation: who did what to whom, which way it moved, or why.",
    example: {
      source: "The union sued the port operator.",
      draft: "The port operator sued the union.",
      fixed: "The union sued the port operator.",
    },
    silent: "The same fact told from the other side (“was sued by”).",
    todo: "Turn the sentence round, or take the source's verb with the quick fix.",
  },
  {
    code: "uncited",
    title: "A source supports this, and the draft does not say which",
    meaning:
      "The claim agrees with a source, but its paragraph has no footnote, link, citation or mention of that source.",
    example: {
      source: "The fund paid 2.4 billion euros to 31 ports.",
      draft: "The fund paid 31 ports.",
      fixed: "The fund paid 31 ports.[^fund-report]",
    },
    silent:
      "A paragraph, table row or lead-in sentence that cites the source, in whatever form, or names its title or publisher.",
    todo: "Insert the citation with the quick fix, or switch these hints off with `claimcheck.showUncited`.",
  },
  {
    code: "cited-source-disagrees",
    title: "The source that is cited does not say so, another one does",
    meaning:
      "The sentence cites one source, by a footnote, a key or a link. Nothing in that source supports the claim, and another source does. Of names, speakers, offices and acts one claim of a sentence is marked, and only where the source that is cited is silent on them.",
    example: {
      source: "Release: “The fund paid 31 ports.” Annual report: nothing on ports.",
      draft: "The fund paid 31 ports.[^annual-report]",
      fixed: "The fund paid 31 ports.[^release]",
    },
    silent:
      "A sentence that cites several sources, one that Claimcheck has not read, and words that the cited source holds as they are; a name that it has in another form, the office of somebody whom it knows, and an act of which one of its sentences may speak. A claim that the cited source contradicts is told as contradicted.",
    todo: "Cite the source that says so with the quick fix, beside the one that stands there or in its place.",
  },
  {
    code: "unsupported",
    title: "No source speaks of this",
    meaning:
      "The words state something that can be checked, but no source was found that says anything about it.",
    example: { draft: "Forty ports have asked for more money." },
    silent:
      "This is not shown unless `claimcheck.showUnsupported` is on: most sentences of a draft are its own.",
    todo: "Add the document that it comes from to the sources.",
  },
  {
    code: "disputed",
    title: "The sources disagree with one another",
    meaning:
      "One source has the claim as the draft does, another says otherwise, and their sentences differ in nothing else. It may be a figure or a day, in a sentence or in a table, the words of a quotation, who said it, an office, a name, whether it is so, or who did what to whom. The card shows both sides, the newest first.",
    example: {
      source: "Release: “31 ports”. Wire: “34 ports”.",
      draft: "The fund paid 31 ports.",
    },
    silent:
      "Sources that quote longer and shorter parts of the same words, figures that differ only in rounding, offices that somebody had for a time, and what may be so of several, such as who is for a plan. A source that corrects the other in so many words, that is declared to supersede it (`supersedes` or `superseded-by`) or that is ranked before it (`rank`), and passages that speak of another day or another thing. Where the draft cites one of the two at the claim, that one decides.",
    todo: "Open both passages from the card and say in the draft whose figure it is, with a citation; or declare which source takes precedence.",
  },
  {
    code: "stale",
    title: "The source has changed under this claim",
    meaning:
      "The sentence of a source that decided the claim no longer stands there. What the source says now has been compared again, but somebody should look: the claim may have lost its ground. Where the source contradicts or disputes the claim now, there is no mark beside that finding; it ends with what the source said before.",
    example: {
      source:
        "Before: “The quay cost 31 million euros.” Now: “The estimate for the quay was 31 million euros.”",
      draft: "The quay cost 31 million euros.",
    },
    silent:
      "A change anywhere else in the source, of its line breaks, or of a source that is taken away. A change is noticed while the editor runs, and when a draft that was checked before is opened again, for half a year. What the claims of a draft rest on is kept for that on this machine, in the cache; with `CLAIMCHECK_CACHE` set to `off` it is not.",
    todo: "Look at the source. Editing the sentence, the quick fix “Keep this claim: the source was looked at”, or *Check This Draft* takes the mark off.",
  },
  {
    code: "unused-ignore",
    title: "An ignore directive hides nothing",
    meaning:
      "The comment names no finding that stands where it applies, so it can go, or has a mistake in its code.",
    example: { draft: "<!-- claimcheck-ignore date-mismatch: moved by decree -->" },
    silent: "A directive of any code (“all”) counts as used when it hides one finding.",
    todo: "Remove the comment, or correct the code that it names.",
  },
  {
    code: "ignore-without-reason",
    title: "An ignore directive gives no reason",
    meaning: "The directive works, but a later reader cannot tell why the finding was accepted.",
    example: {
      draft: "<!-- claimcheck-ignore date-mismatch -->",
      fixed: "<!-- claimcheck-ignore date-mismatch: the ministry moved it by phone on 3 May -->",
    },
    silent: "Any words after the colon are a reason.",
    todo: "Write a colon and the reason after the code.",
  },
  {
    code: "front-matter",
    title: "The front matter could not be read",
    meaning:
      "The block between the “---” lines at the top is not valid YAML, so its date and title were not used.",
    example: { draft: "date: [2024-05-01", fixed: "date: 2024-05-01" },
    silent: "A file without front matter is fine.",
    todo: "Correct the line that the message names.",
  },
  {
    code: "not-checked",
    title: "The draft was not checked",
    meaning:
      "The file is larger than `claimcheck.maxFileSize`, or the check failed; nothing in it was verified.",
    example: { draft: "A file of more than 5 MB." },
    silent: "Everything else: a file that was checked never has this note.",
    todo: "Split the file, raise `claimcheck.maxFileSize`, or read the log for the cause.",
  },
  {
    code: "source-not-read",
    title: "A source could not be read, so what rests on it is not checked",
    meaning:
      "A file, folder or pattern that is named as a source is missing, or its text cannot be had: it is a scan, damaged, locked with a password or too large. Nothing in the draft was compared with it.",
    example: {
      source: "report.pdf holds pictures of pages but no text.",
      draft: "Any sentence that the report alone speaks of.",
    },
    silent:
      "A source that was read but should be looked at, such as one with broken front matter: the status item tells of it.",
    todo: "Do what the message says for each file, or take it out of the sources (`exclude` in `claimcheck.yaml`).",
  },
  {
    code: "fact-not-in-source",
    title: "A fact of a fact sheet is not in its source",
    meaning:
      "The fact sheet names its source in its front matter, and no passage of that source says this: its words are not there, or a date, a figure or a quotation of the fact is not. The source may have changed since the sheet was written.",
    example: {
      source: "The new pier has 12 berths. It opens in June.",
      draft: "- The new pier has 12 berths and a restaurant.",
    },
    silent:
      "What the source says word for word, and what it says in other words as long as dates, figures and quotations are the same. Paragraphs of a sheet that are no list items.",
    todo: "Correct the fact, or remove it. Keep it with a reason if you know it from elsewhere.",
  },
  {
    code: "fact-note",
    title: "A note below a fact says nothing",
    meaning:
      "A note “also:”, “not before:” or “not after:” in the list below a fact of a fact sheet has no name or no day with its year behind it, so it has no effect.",
    example: {
      draft: "- The pier is closed.\n  - not after: the summer",
      fixed: "- The pier is closed.\n  - not after: 2024-08-31",
    },
    silent: "Any other words in a list below a fact: they are facts themselves.",
    todo: "Write the day as 2024-08-31 or 31 August 2024, or the other name.",
  },
];

const known: ReadonlySet<string> = new Set(CODE_LIST.map((page) => page.code));

/** True for the code of a finding or a note. */
export function isCode(code: string): code is Code | NoteCode {
  return known.has(code);
}

/** The address of a code's page. */
export function codePage(code: Code | NoteCode): string {
  return `${CODE_PAGES}/${code}.md`;
}
