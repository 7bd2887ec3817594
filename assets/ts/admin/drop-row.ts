// A file on its way, as its row tells of it.
import { amount } from "../offline/said.ts";
import type { Going } from "./send-file.ts";

export type Words = Record<string, string>;

function said(words: Words, key: string, values: Words = {}): string {
  return (words[key] ?? "").replace(/<(\w+)>/g, (_, name: string) => `\u2068${values[name] ?? ""}\u2069`);
}

export class Row {
  constructor(
    private readonly row: HTMLElement,
    private readonly words: Words,
    readonly file: File,
  ) {
    row.querySelector("bdi")?.replaceChildren(file.name);
    this.tell("waiting", said(words, "waiting"));
  }

  /** How far it is, how fast it goes, how long it takes. */
  going({ sent, bytes, perSecond }: Going): void {
    const bar = this.row.querySelector("progress");
    if (bar) bar.value = (100 * sent) / bytes;
    const minutes = Math.ceil((bytes - sent) / perSecond / 60);
    const left = minutes > 1 ? said(this.words, "minutes", { count: amount(minutes) }) : said(this.words, "soon");
    const speed = amount(Math.max(0.1, Math.round(perSecond / 100_000) / 10));
    const percent = amount(Math.floor((100 * sent) / bytes));
    this.tell("going", said(this.words, sent < bytes ? "going" : "arriving", { percent, speed, left }));
  }

  /** It did not arrive: the reason, or that it was stopped. */
  failed(words: string | null): string {
    const told = words === null ? said(this.words, "stopped") : words || said(this.words, "unreachable");
    this.tell("failed", told);
    return `${this.file.name}: ${told}`;
  }

  /** What its button does. */
  offer(deed: "stop" | "again", act: () => void): void {
    const button = this.row.querySelector("button");
    if (!button) return;
    button.hidden = false;
    button.querySelector("span")?.replaceChildren(said(this.words, deed));
    button.setAttribute("aria-label", `${said(this.words, deed)}: ${this.file.name}`);
    button.onclick = act;
  }

  remove(): void {
    this.row.remove();
  }

  private tell(state: string, words: string): void {
    this.row.dataset.state = state;
    const word = this.row.querySelector(".drop__word");
    if (word) word.textContent = words;
  }
}
