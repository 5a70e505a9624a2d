/**
 * The files of accepted findings of the workspace folders: read by the host, taken out of reports, and added to when the
 * writer accepts a finding. What a line says is the service's affair.
 */
import { URI, Utils } from "vscode-uri";
import {
  type AcceptedFinding,
  acceptedFinding,
  applyBaseline,
  type Baseline,
  EMPTY_BASELINE,
  printBaseline,
  readBaseline,
} from "../service/baseline.ts";
import { baselineFile } from "../service/config/scope.ts";
import { causeOf } from "../service/failures.ts";
import type { Claim, DraftReport } from "../service/report.ts";
import { decodeBytes } from "../text/encoding.ts";
import type { Host } from "./host.ts";
import type { UnreadFile } from "./project-diagnostics.ts";
import { type Project, pathIn, projectOf } from "./project-file.ts";
import { normalUri, parentOf } from "./source-places.ts";

interface Book {
  readonly project: Project;
  readonly uri: string;
  /** How people call the file. */
  readonly name: string;
  readonly text: string;
  readonly baseline: Baseline;
  /** Why the file cannot be read, so that nothing counts as accepted; null where it can, or is not there. */
  readonly unread: string | null;
}

type ChangeFindings = (findings: readonly AcceptedFinding[]) => readonly AcceptedFinding[];

export interface AcceptedContext {
  readonly host: Host;
  log(level: "warn", message: string): void;
}

export class AcceptedFindings {
  readonly #context: AcceptedContext;
  #books: readonly Book[] = [];
  /** Files that were not there before the writer accepted something in this session. */
  readonly #made = new Set<string>();

  /** The context may be completed later. */
  constructor(context: AcceptedContext) {
    this.#context = context;
  }

  /** Reads the files of all workspace folders; true where one says something else than before. */
  async read(projects: readonly Project[]): Promise<boolean> {
    const said = () => this.#books.map(({ uri, text }) => `${uri}\n${text}`).join("\n");
    const before = said();
    const books = await Promise.all(projects.map((project) => this.#bookFor(project)));
    const told = new Set(this.#books.flatMap(problemsOf));
    for (const problem of books.flatMap(problemsOf))
      if (!told.has(problem)) this.#context.log("warn", problem);
    this.#books = books;
    return said() !== before;
  }

  /** The files that cannot be read. */
  unread(): UnreadFile[] {
    return this.#books.flatMap(({ uri, unread }) => (unread === null ? [] : [{ uri, message: unread }]));
  }

  /** True for one of these files. `uri` is in normal spelling. */
  has(uri: string): boolean {
    return this.#books.some((book) => book.uri === uri);
  }

  /** True where findings of the draft can be accepted: it lies in a workspace folder. */
  canAccept(draft: string): boolean {
    return this.#bookOf(draft) !== undefined;
  }

  /** A check's report without what was accepted in the draft; null stays null. */
  async applied(draft: string, checked: Promise<DraftReport | null>): Promise<DraftReport | null> {
    const report = await checked;
    const book = this.#bookOf(draft);
    return report && book
      ? applyBaseline(report, pathIn(book.project.root, normalUri(draft)), book.baseline)
      : report;
  }

  /** Writes a finding of a draft into the file; its name. Throws, in one line for people, where it cannot. */
  async add(draft: string, claim: Claim, reason: string): Promise<string> {
    const book = this.#bookOf(draft);
    if (!book) throw new Error("Nothing was accepted: this draft is not in a folder of the workspace.");
    const { project, name } = book;
    const who = await this.#context.host.userName(project.root);
    const acceptance = { reason, who, date: this.#context.host.today() };
    const finding = acceptedFinding(pathIn(project.root, normalUri(draft)), claim, acceptance);
    await this.#rewrite(book, (findings) => [...findings, finding], "accepted");
    return name;
  }

  /**
   * Takes a finding of a draft out of the file again; its name. A file that was made for it goes with its last finding.
   * Throws, in one line for people, where it cannot.
   */
  async remove(draft: string, fingerprint: string): Promise<string> {
    const book = this.#bookOf(draft);
    if (!book) throw new Error("Nothing was changed: this draft is not in a folder of the workspace.");
    const path = pathIn(book.project.root, normalUri(draft));
    const isOther = (one: AcceptedFinding) => one.draft !== path || one.fingerprint !== fingerprint;
    await this.#rewrite(book, (findings) => findings.filter(isOther), "changed");
    return book.name;
  }

  async #rewrite(book: Book, change: ChangeFindings, done: "accepted" | "changed"): Promise<void> {
    const { uri, name } = book;
    // Git or a colleague may have written it since. What cannot be read would be lost.
    const { baseline } = await this.#readBook(book.project).catch((error) => {
      throw new Error(`${name} cannot be read (${causeOf(error)}). Nothing was ${done}.`);
    });
    const [problem] = baseline.problems;
    if (problem)
      throw new Error(`${name}, line ${problem.line + 1}: ${problem.message} Nothing was ${done}.`);
    const text = printBaseline({ ...baseline, findings: change(baseline.findings) });
    if (await this.#leadsOut(uri, book.project.root))
      throw new Error(`${name}: a symbolic link leads out of the folder. Nothing was ${done}.`);
    await this.#put(uri, text);
  }

  /** Writes the file; one that was made in this session goes with its last finding. */
  async #put(uri: string, text: string): Promise<void> {
    const { host } = this.#context;
    if (this.#made.has(uri) && text === printBaseline(EMPTY_BASELINE)) {
      this.#made.delete(uri);
      return host.removeFile(uri);
    }
    if ((await host.kindOf(uri)) === null) this.#made.add(uri);
    await host.writeFile(uri, text);
  }

  /** True where the file, or the folder that it would be made in, really lies elsewhere. */
  async #leadsOut(uri: string, root: string): Promise<boolean> {
    const { host } = this.#context;
    for (const place of [uri, parentOf(uri)])
      if ((await host.kindOf(place)) !== null && !(await host.isWithin(place, [root]))) return true;
    return false;
  }

  #bookOf(draft: string): Book | undefined {
    const project = projectOf(
      this.#books.map((book) => book.project),
      normalUri(draft),
    );
    return this.#books.find((book) => book.project === project);
  }

  /** The file as it is now; one that cannot be read counts as empty and says why. */
  async #bookFor(project: Project): Promise<Book> {
    try {
      return await this.#readBook(project);
    } catch (error) {
      const place = placeOf(project);
      const unread = `${place.name} cannot be read (${causeOf(error)}), so nothing counts as accepted. Correct the file or its permissions.`;
      return { project, ...place, text: "", baseline: EMPTY_BASELINE, unread };
    }
  }

  /** Throws where the file is there and cannot be read. */
  async #readBook(project: Project): Promise<Book> {
    const place = placeOf(project);
    const text = await this.#textOf(place.uri, project.root);
    const baseline = text === "" ? EMPTY_BASELINE : readBaseline(text);
    return { project, ...place, text, baseline, unread: null };
  }

  async #textOf(uri: string, root: string): Promise<string> {
    const { host } = this.#context;
    const kind = await host.kindOf(uri);
    if (kind === null) return "";
    if (kind === "folder") throw new Error("it is a folder");
    if (!(await host.isWithin(uri, [root]))) throw new Error("a symbolic link leads out of the folder");
    const decoded = decodeBytes(await host.readFile(uri));
    if (!decoded) throw new Error("it is no text");
    return decoded.text;
  }
}

function placeOf({ root, config }: Project): Pick<Book, "name" | "uri"> {
  const name = baselineFile(config);
  return { name, uri: normalUri(Utils.joinPath(URI.parse(root), name).toString()) };
}

function problemsOf({ name, baseline, unread }: Book): string[] {
  const problems = baseline.problems.map(({ line, message }) => `${name}:${line + 1}: ${message}`);
  return unread === null ? problems : [unread, ...problems];
}
