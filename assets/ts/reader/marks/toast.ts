/** Says what was done, for a while, with the way to undo it. */
import { text } from "../data.ts";
import { byId, element } from "../dom.ts";

const SHOWN_MS = 8000;

const words = element("span", { role: "status" });
const undo = element("button", { type: "button", class: "reader-action quiet", hidden: true }, text("undo"));
const toastBar = element("div", { id: "reader-toast", class: "reader-toast", hidden: true }, words, undo);
let timer: ReturnType<typeof setTimeout> | undefined;
let act: (() => void) | null = null;

undo.addEventListener("click", () => {
  const undone = act;
  hide();
  undone?.();
});
for (const rests of ["pointerenter", "focusin"]) toastBar.addEventListener(rests, () => clearTimeout(timer));
for (const leaves of ["pointerleave", "focusout"]) toastBar.addEventListener(leaves, hideLater);

/** In the top layer a sheet would cover it, so it goes into the sheet that is open. */
export function toast(said: string, remedy: (() => void) | null = null): void {
  (document.querySelector("dialog[open]") ?? byId("reader-view")).append(toastBar);
  toastBar.hidden = false;
  act = remedy;
  undo.hidden = remedy === null;
  words.textContent = "";
  // A region that is filled after it is there is read out.
  requestAnimationFrame(() => (words.textContent = said));
  hideLater();
}

function hideLater(): void {
  clearTimeout(timer);
  timer = setTimeout(hide, SHOWN_MS);
}

function hide(): void {
  clearTimeout(timer);
  toastBar.hidden = true;
  words.textContent = "";
  act = null;
}
