// Passwords: shown and hidden by a word, their rules ticked off as they are met, a note while Caps Lock is on.
import { passwordRules } from "../forms/checks.ts";
import { controlOf, knownWords } from "../forms/controls.ts";
import { onMain } from "../forms/send.ts";

function fieldOf(button: HTMLElement): HTMLInputElement | null {
  const field = document.getElementById(button.dataset.reveals ?? "");
  return field instanceof HTMLInputElement ? field : null;
}

function reveal(button: HTMLButtonElement): void {
  const field = fieldOf(button);
  if (!field) return;
  const [words, label] = [button.textContent ?? "", button.ariaLabel ?? ""];
  field.type = field.type === "password" ? "text" : "password";
  button.textContent = button.dataset.hide ?? "";
  button.ariaLabel = button.dataset.hideLabel ?? "";
  Object.assign(button.dataset, { hide: words, hideLabel: label });
}

const buttonsIn = (part: ParentNode) => part.querySelectorAll<HTMLButtonElement>("[data-reveals]");

onMain((main) => {
  for (const button of buttonsIn(main)) {
    button.hidden = false;
    button.addEventListener("click", () => reveal(button));
  }
});

// A form that is sent with its password in the open would leave it in the browser's memory of what was typed.
addEventListener("submit", ({ target }) => {
  if (!(target instanceof HTMLFormElement)) return;
  for (const button of buttonsIn(target)) if (fieldOf(button)?.type === "text") reveal(button);
});

function tickOff(field: HTMLInputElement): void {
  const rules = passwordRules(field.value, Math.max(0, field.minLength), knownWords(field));
  for (const item of document.querySelectorAll<HTMLElement>(`#${CSS.escape(field.id)}-rules [data-rule]`)) {
    const met = item.dataset.rule === "length" ? rules.length : rules.unlike;
    item.classList.toggle("rules__item--met", met);
    const words = item.querySelector<HTMLElement>("[data-met]");
    if (words) words.hidden = !met;
  }
}

addEventListener("input", (event) => {
  const form = controlOf(event.target)?.form;
  // The username counts too, so a keystroke in any field may change what is met.
  for (const field of form?.querySelectorAll<HTMLInputElement>("[data-check=password]") ?? []) tickOff(field);
});

function note(event: Event, on: boolean): void {
  const field = event.target instanceof HTMLElement ? event.target.closest(".field") : null;
  const place = field?.querySelector<HTMLElement>("[data-caps]");
  const words = on ? (place?.dataset.caps ?? "") : "";
  if (place && place.textContent !== words) place.textContent = words;
}

for (const name of ["keydown", "keyup"]) {
  addEventListener(name, (event) => {
    // Filling in by the browser looks like a key without being one.
    if (event instanceof KeyboardEvent) note(event, event.getModifierState("CapsLock"));
  });
}
addEventListener("focusout", (event) => note(event, false));
