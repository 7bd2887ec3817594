// Fields that say what is wrong as soon as they are left, and stop saying it with the keystroke that makes it right.
// They never speak while somebody types for the first time. Without this script the server says the same.
import { tidyCode } from "../forms/checks.ts";
import { type Control, controlOf, sentenceFor, tell } from "../forms/controls.ts";
import { onMain } from "../forms/send.ts";

// The browser's own words would come in the browser's language.
onMain((main) => {
  for (const form of main.querySelectorAll<HTMLFormElement>("form.form")) form.noValidate = true;
});

function tick(control: Control, right: boolean): void {
  const mark = control.parentElement?.querySelector<HTMLElement>("[data-tick]");
  if (mark) mark.hidden = !right || control.value === "";
}

function check(control: Control): boolean {
  if (control.dataset.check === "code") control.value = tidyCode(control.value);
  const sentence = sentenceFor(control);
  tell(control, sentence);
  tick(control, sentence === null);
  return sentence === null;
}

// A field is left by pressing something else. A sentence that appeared at once would move that away before it is let
// go, and the press would be lost; so it waits for the press to be over (on a touchscreen a moment longer).
const waiting = new Set<Control>();
let pressed = false;

function settle(): void {
  pressed = false;
  for (const control of waiting) check(control);
  waiting.clear();
}

addEventListener("pointerdown", () => void (pressed = true), { passive: true });
for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => setTimeout(settle, 100), { passive: true });

addEventListener("change", (event) => {
  const control = controlOf(event.target);
  if (control && pressed) waiting.add(control);
  else if (control) check(control);
});

addEventListener("input", (event) => {
  const control = controlOf(event.target);
  if (!control) return;
  const right = sentenceFor(control) === null;
  if (!right) tick(control, false);
  // What is wrong with a password may be mended in the username.
  for (const other of [control, ...(control.form?.querySelectorAll<HTMLInputElement>("[data-check=password]") ?? [])]) {
    if (other.getAttribute("aria-invalid") === "true" && sentenceFor(other) === null) tell(other, null);
  }
});

addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.matches(".form")) return;
  const controls = [...event.target.elements].map(controlOf).filter((control) => control !== null);
  const wrong = [...new Set(controls)].filter((control) => control.willValidate && !check(control));
  if (wrong.length === 0) return;
  event.preventDefault();
  wrong[0]?.focus();
});
