/**
 * A footnote in a sheet. The note stays in a document of the book, under the book's policy: a frame loads its chapter and
 * keeps nothing of it but the note.
 */
import { text } from "../data.ts";
import { element } from "../dom.ts";
import type { Preferences } from "../preferences.ts";
import { Sheet } from "../sheet.ts";
import type { Book, Target } from "./book.ts";
import { familiesOf, styles } from "./book-styles.ts";
import { prepare } from "./document.ts";
import { addFonts } from "./fonts.ts";
import { noteAt } from "./notes.ts";

export interface NoteActions {
  /** Shows the note where it stands in the book. */
  go(): void;
  /** A link in the note. */
  follow(anchor: Element): void;
  key(event: KeyboardEvent): void;
}

/** Shows the note that a target is; false where the target turns out to be no note. */
export async function showNote(book: Book, target: Target, preferences: Preferences, actions: NoteActions): Promise<boolean> {
  const url = book.load(target.index);
  if (url === null || typeof target.anchor !== "function") return false;
  const frame = element("iframe", { class: "reader-note", title: text("note"), sandbox: "allow-same-origin allow-scripts" });
  const open = element("button", { type: "button", class: "reader-action quiet" }, text("note-open"));
  const sheet = new Sheet("reader-note", text("note"), frame, open);
  sheet.dialog.addEventListener("close", () => sheet.dialog.remove());
  open.addEventListener("click", () => {
    sheet.close();
    actions.go();
  });
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = url;
  // A frame loads only where it is part of the page and not hidden.
  sheet.open();
  await loaded;
  const doc = frame.contentDocument;
  const note = doc ? noteAt(found(target, doc)) : null;
  if (!doc || !note) {
    sheet.close();
    return false;
  }
  keepOnly(doc, note, book, preferences);
  frame.title = text("note");
  fit(frame, doc);
  void addFonts(doc, familiesOf(preferences.font)).then(() => fit(frame, doc));
  doc.addEventListener("keydown", (event) => (event.key === "Escape" ? sheet.close() : actions.key(event)));
  doc.addEventListener("click", (event) => {
    const anchor = (event.target as Element | null)?.closest?.("a");
    if (!anchor) return;
    event.preventDefault();
    sheet.close();
    actions.follow(anchor);
  });
  return true;
}

function found({ anchor }: Target, doc: Document): Element | null {
  const place = typeof anchor === "function" ? anchor(doc) : null;
  if (place === null || typeof place === "number") return null;
  return "startContainer" in place ? place.startContainer.parentElement : place;
}

function keepOnly(doc: Document, note: Element, book: Book, preferences: Preferences): void {
  const kept = note.cloneNode(true) as Element;
  kept.removeAttribute("hidden");
  // The way back is the sheet's own.
  for (const link of kept.querySelectorAll("[role~=doc-backlink]")) link.remove();
  const body = doc.createElementNS("http://www.w3.org/1999/xhtml", "div");
  body.append(kept);
  doc.body.replaceChildren(body);
  prepare(doc, book.manifest, true);
  const [before, after] = styles(preferences, book.manifest);
  const add = (css: string, first: boolean) => {
    const style = doc.createElementNS("http://www.w3.org/1999/xhtml", "style");
    style.textContent = css;
    if (first) doc.head?.prepend(style);
    else doc.head?.append(style);
  };
  add(before, true);
  add(`${after}\nhtml, body { writing-mode: horizontal-tb !important; block-size: auto !important; margin: 0 !important; padding: 0 !important; columns: auto !important; } body > div > * { display: block !important; position: static !important; float: none !important; margin-block: 0 !important; } body > div > * > :first-child { margin-block-start: 0 !important; } body > div > * > :last-child { margin-block-end: 0 !important; }`, false);
}

/** As high as its text; the sheet scrolls what is too long. */
function fit(frame: HTMLIFrameElement, doc: Document): void {
  frame.style.blockSize = `${Math.ceil(doc.documentElement.getBoundingClientRect().height) + 4}px`;
}
