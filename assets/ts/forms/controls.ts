// A control of a form and the words around it, as the server draws them (`ui::field` and its like).
import { type Problem, problemOf } from "./checks.ts";

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The control that something happened to; of radio buttons the first, which carries their sentences. */
export function controlOf(target: EventTarget | null): Control | null {
  if (!(target instanceof HTMLElement)) return null;
  const control = target.closest<Control>(".form :is(input, select, textarea)");
  if (control instanceof HTMLInputElement && control.type === "radio") {
    return control.form?.querySelector<HTMLInputElement>(`input[type=radio][name="${CSS.escape(control.name)}"]`) ?? null;
  }
  return control;
}

/** What a new password must not be, as far as it is known by now. */
export function knownWords(control: Control): string[] {
  const { unlikeFields = "", unlikeWords = "" } = control.dataset;
  const typed = unlikeFields.split(" ").map((name) => control.form?.elements.namedItem(name));
  return [...unlikeWords.split(" "), ...typed.map((field) => (field instanceof HTMLInputElement ? field.value : ""))];
}

function find(control: Control): Problem | null {
  const { validity, value } = control;
  if (validity.valueMissing) return "missing";
  if (value === "") return null;
  const least = "minLength" in control ? Math.max(0, control.minLength) : 0;
  const own = problemOf(control.dataset.check, value, least, knownWords(control));
  return own ?? (validity.patternMismatch || validity.typeMismatch ? "wrong" : null);
}

/** What is wrong with a control, in the page's language; `null` where nothing is. */
export function sentenceFor(control: Control): string | null {
  const problem = find(control);
  return problem && (control.dataset[problem] ?? control.validationMessage);
}

/** Shows a sentence below a control and ties it to it, or takes it away. */
export function tell(control: Control, sentence: string | null): void {
  const place = document.getElementById(`${control.id}-error`);
  if (!place) return;
  const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== "" && id !== place.id);
  const described = sentence === null ? others : [...others, place.id];
  if (described.length > 0) control.setAttribute("aria-describedby", described.join(" "));
  else control.removeAttribute("aria-describedby");
  if (sentence === null) control.removeAttribute("aria-invalid");
  else control.setAttribute("aria-invalid", "true");
  place.hidden = sentence === null;
  place.lastElementChild?.replaceChildren(sentence ?? "");
}
