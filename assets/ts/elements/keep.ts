// Hearts, “read later”, “already read”: a press changes the button at once and is sent behind the page's back. All
// buttons of the page for the same book change together. What cannot be sent is put back and said beside the button;
// what the server refuses (signed out meanwhile, too often) goes the way it goes without this script.
import { toast } from "./toasts.ts";

const PATIENCE_MS = 15_000;

class Keep extends HTMLElement {
  // One after the other, so that the last press is what stays.
  #last = Promise.resolve();

  connectedCallback(): void {
    this.querySelector("form")?.addEventListener("submit", (event) => {
      const button = event.submitter;
      // Visitors are led to sign in, and back.
      if (!(button instanceof HTMLButtonElement) || !token() || "refused" in button.dataset) return;
      event.preventDefault();
      this.#press(button, button.getAttribute("aria-pressed") !== "true");
    });
  }

  #press(button: HTMLButtonElement, on: boolean): void {
    document.querySelectorAll("[data-refusal]").forEach((old) => old.remove());
    show(button, on);
    this.#last = this.#last.then(() => this.#send(button, on));
  }

  async #send(button: HTMLButtonElement, on: boolean): Promise<void> {
    const [path, kind] = address(button);
    const headers = { "x-csrf-token": token(), accept: "application/json" };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const answer = await fetch(path, { method: on ? "PUT" : "DELETE", headers, signal, keepalive: true });
      if (!answer.ok) return this.#refuse(button, on);
    } catch {
      show(button, !on);
      return unreachable(button);
    }
    const words = this.dataset[`${kind}${on ? "On" : "Off"}`] ?? "";
    toast(words, { label: this.dataset.undo ?? "", act: () => (button.focus(), this.#press(button, !on)) });
  }

  #refuse(button: HTMLButtonElement, on: boolean): void {
    button.dataset.refused = "";
    button.value = on ? "yes" : "no";
    this.querySelector("form")?.requestSubmit(button);
  }
}

function token(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=csrf-token]")?.content ?? "";
}

/** Where the API takes what the form takes: `/fr/book/7/favorite` is `/api/v1/books/7/favorite`. */
function address(button: HTMLButtonElement): [string, string] {
  const [, , , id = "", kind = ""] = new URL(button.formAction).pathname.split("/");
  return [`/api/v1/books/${id}/${kind}`, kind];
}

function show({ formAction }: HTMLButtonElement, on: boolean): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[form=keep]")) {
    if (button.formAction !== formAction) continue;
    button.setAttribute("aria-pressed", String(on));
    button.value = on ? "no" : "yes";
  }
}

function unreachable(button: HTMLButtonElement): void {
  const words = document.querySelector<HTMLTemplateElement>("#unreachable")?.content.firstElementChild?.cloneNode(true);
  if (!(words instanceof HTMLElement)) return;
  words.dataset.refusal = "";
  (button.closest("shop-shelf, ul, .book__actions") ?? button).before(words);
  words.scrollIntoView({ block: "nearest" });
}

customElements.define("shop-keep", Keep);
