/**
 * The help texts of the command line. Plain strings; knows no option's meaning but in words.
 */

const GENERAL = `Claimcheck checks a Markdown draft against its sources: dates, quantities, quotations,
speakers, roles, names, and whether a thing is so. Offline; nothing leaves this machine.

Usage
  claimcheck check <draft.md|folder|glob>... [options]   check drafts
  claimcheck cite <draft.md|folder|glob>... [options]    cite the sources of what they support
  claimcheck report <draft.md|folder|glob>... [options]  write a report to hand to an editor or a lawyer
  claimcheck extract <source>... [options]               print what a source states
  claimcheck lsp --stdio                                 run the language server

  claimcheck <command> --help                            options of a command
  claimcheck --version

Exit status
  0  no source contradicts a draft
  1  a source contradicts a draft
  2  wrong usage, or an input that cannot be read (one line on stderr says which)
`;

const CHECK = `claimcheck check [<draft.md|folder|glob>...] [options]

Checks drafts and prints every claim that a source contradicts, with the source's words.
Without a draft: those that "drafts" in claimcheck.yaml names.

Sources
  --source <path>      a file, folder or glob that facts come from; may be given again.
                       Without it: what claimcheck.yaml names, else the folders sources/ and
                       references/ beside the draft or above it, else the built-in fact sheet
  --no-builtin         never use the built-in fact sheet
  --date <YYYY-MM-DD>  the day that "tomorrow" or "last month" in a draft counts from.
                       Without it: the draft's front matter "date", else the configuration's, else today
  --config <file>      YAML or JSON with sources, drafts, exclude, date, builtin, severity, baseline and more.
                       Without it: the nearest claimcheck.yaml, from the draft's folder upwards.
                       Options take precedence over it

Output
  --format <name>      pretty (default), json, sarif or github
  --verbose            also print what is supported, uncited, or spoken of by no source
  --explain            with each finding why it is told: how sure it is, its arithmetic, all its evidence, the
                       values considered in the sources, and the numbers that the decision was made from.
                       json has them for every claim and for what was read and not told, as "explanations"
  --quiet              findings only: no summary, notes or progress

Corrections
  --fix                put the sources' words into the drafts wherever a correction is known, also where
                       the finding is less certain
  --dry-run            with --fix: say what would change and write nothing

Standard input
  --stdin              check the text from standard input
  --stdin-filename <name>  the name to report it under, and whose folder's sources are used

Accepted findings
  --update-baseline    accept all that is found: write it into claimcheck-baseline.txt beside claimcheck.yaml
                       (else in the current folder; "baseline" names another file), and take out of it what
                       no longer stands in the drafts. What it lists is not told again and does not fail
  --reason <text>      with --update-baseline: why it is accepted

What is reported
  --changed-since <ref>  only what stands on lines that differ from the commit, branch or tag of git

Exit status
  --max-warnings <n>   allow this many contradictions before the status is 1 (default 0)
  --strict             status 2 as soon as any source or draft found could not be read

Examples
  claimcheck check brief.md --source press/
  claimcheck check drafts/ --format sarif > claimcheck.sarif
  claimcheck check brief.md --fix --dry-run
  claimcheck check drafts/ --changed-since origin/main
  claimcheck check drafts/ --update-baseline --reason "agreed with the ministry"
`;

const REPORT = `claimcheck report [<draft.md|folder|glob>...] [options]

Checks drafts and writes a report on every claim to hand to an editor or a lawyer: the verdict, the draft's words, the
source's passage, its title, publisher and day, and how the draft cites it; what no source speaks of; which facts
of the sources no draft uses; which sources could not be read. One file that needs nothing else, ready to print.
Without a draft: those that "drafts" in claimcheck.yaml names.

  --output, -o <file>  where to write it; without it, standard output
  --format <name>      html (default) or markdown; without it, as the name of the output file says
  --source, --no-builtin, --date, --config, --strict, --quiet
                       as for claimcheck check

Exit status
  0 and 1 as for claimcheck check; the report is written in both cases

Example
  claimcheck report brief.md --source press/ --output brief-claims.html
`;

const CITE = `claimcheck cite <draft.md|folder|glob>... [options]

Cites the source of every supported claim that has no citation nearby, in the draft's own style.

  --style <name>       footnote, pandoc ([@key, p. 4]) or link. Without it: what claimcheck.yaml says,
                       else what the draft already uses, else footnotes
  --convert            instead: bring all citations of the draft into the style
  --remove             instead: take out all citations that say nothing but a source
  --dry-run            say what would change and write nothing
  --source, --config, --date, --no-builtin, --quiet     as for check

Keys come from the bibliography: what the draft's front matter names, else claimcheck.yaml, else the
only one beside it (.bib, CSL-JSON or CSL-YAML). A missing entry is added to it. No other text changes.

Examples
  claimcheck cite brief.md --source press/
  claimcheck cite brief.md --convert --style pandoc
`;

const EXTRACT = `claimcheck extract <source>... [options]

Prints what sources state: every sentence with its dates, quantities, quotations, names and speakers.

  --format <name>      pretty (default), json, or markdown: a fact sheet to edit and check drafts against
  --date <YYYY-MM-DD>  the day of a source that does not say when it was published
  --output, -o <file>  where to write it; a fact sheet then names its source from there
  --quiet              no notes on stderr

Example
  claimcheck extract press/release.pdf --format markdown --output sources/release-facts.md
`;

const LSP = `claimcheck lsp --stdio

Runs the language server for any editor. Diagnostics, hover cards, quick fixes.
Transport: --stdio (default), --socket=<port>, --pipe=<name>, --node-ipc.
`;

export type Topic = "check" | "cite" | "report" | "extract" | "lsp";

const TOPICS: Readonly<Record<Topic, string>> = {
  check: CHECK,
  cite: CITE,
  report: REPORT,
  extract: EXTRACT,
  lsp: LSP,
};

/** The help of a command, or of the whole. */
export function helpText(topic?: Topic): string {
  return topic ? TOPICS[topic] : GENERAL;
}
