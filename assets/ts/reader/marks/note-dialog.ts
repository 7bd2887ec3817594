/** Writes a note. What is being typed is kept in this browser until it is saved, so that nothing typed is lost with the page. */
import type { Mark } from "../../sync/kinds.ts";
import { number, text } from "../data.ts";
import { element } from "../dom.ts";
import { forget, read, write } from "../places.ts";

const LONGEST = 5000;
// Nobody counts before the end is near.
const TOLD_FROM = LONGEST * 0.9;

const draftKey = (uuid: string): string => `reader-draft-${uuid}`;

/** `save` is given what was typed; it may be empty. */
export function writeNote(mark: Mark, save: (note: string) => void): void {
  const draft = read<{ note: string }>(draftKey(mark.uuid), ({ note }) => typeof note === "string");
  const field = element("textarea", { id: "reader-note-field", class: "reader-field reader-note-field", maxlength: LONGEST, rows: 5, dir: "auto", autofocus: true });
  field.value = draft?.note ?? mark.note;
  const count = element("p", { class: "reader-hint", role: "status" });
  const close = () => dialog.close();
  const form = element(
    "form",
    { class: "reader-note-form" },
    element("label", { for: field.id, class: "visually-hidden" }, text("mark-note")),
    field,
    count,
    draft && draft.note !== mark.note ? element("p", { class: "reader-hint" }, text("note-draft")) : null,
    element(
      "div",
      { class: "reader-actions" },
      element("button", { type: "button", class: "reader-action quiet", onclick: () => (forget(draftKey(mark.uuid)), close()) }, text("cancel")),
      element("button", { class: "reader-action" }, text("note-save")),
    ),
  );
  const quote = mark.locator.text?.highlight ?? "";
  const dialog = element(
    "dialog",
    { id: "reader-write", class: "reader-dialog", "aria-labelledby": "reader-write-title" },
    element("h2", { id: "reader-write-title" }, text(mark.note === "" ? "note-new" : "note-edit")),
    quote ? element("blockquote", { class: "reader-passage reader-note-quote", dir: "auto" }, quote) : null,
    form,
  );
  const counted = () => (count.textContent = field.value.length >= TOLD_FROM ? text("note-count", { count: number(field.value.length), most: number(LONGEST) }) : "");
  field.addEventListener("input", () => {
    write(draftKey(mark.uuid), { note: field.value });
    counted();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    forget(draftKey(mark.uuid));
    close();
    save(field.value.trim());
  });
  dialog.addEventListener("close", () => dialog.remove());
  for (const other of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) other.close();
  document.body.append(dialog);
  counted();
  dialog.showModal();
  field.setSelectionRange(field.value.length, field.value.length);
}
