// A form is sent once: the button that sent it stays busy until the answer is there. It stays focusable, and CSS
// turns the wheel only when the answer takes its time.
import { send } from "../forms/send.ts";

// Nobody tells a page that the answer was a file to be kept.
const PATIENCE_MS = 30_000;

const sent = new Map<HTMLFormElement, HTMLElement | null>();

function release(form: HTMLFormElement, button: HTMLElement | null): void {
  form.removeAttribute("aria-busy");
  button?.removeAttribute("aria-disabled");
  sent.delete(form);
}

function releaseAll(): void {
  for (const [form, button] of sent) release(form, button);
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  const { submitter } = event;
  sent.set(form, submitter);
  form.setAttribute("aria-busy", "true");
  submitter?.setAttribute("aria-disabled", "true");
  setTimeout(releaseAll, PATIENCE_MS);
  if (!form.matches(".form")) return;
  event.preventDefault();
  void send(form, submitter).then((leaves) => leaves || release(form, submitter));
});

// Back on this page from the answer; whoever comes back need not be who sent it, so passwords are gone.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of sent.keys()) {
    for (const field of form.querySelectorAll<HTMLInputElement>(".field__box [autocomplete$=password]")) field.value = "";
  }
  releaseAll();
});
// Never gone, because the request was stopped.
window.navigation?.addEventListener("navigateerror", releaseAll);

export {};
