// An entry of the history is taken off at once, and can be put back while the confirmation stands. What cannot be sent is
// put back and said; what the server refuses goes the way it goes without this script.
import { token } from "../kept.ts";
import { clearRefusals, unreachable } from "../unreachable.ts";
import { toast } from "./toasts.ts";

const PATIENCE_MS = 15_000;

class Forget extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("submit", (event) => {
      const button = event.submitter;
      const row = button?.closest("li");
      if (!(button instanceof HTMLButtonElement) || !row || "refused" in button.dataset) return;
      event.preventDefault();
      void this.#remove(button, row);
    });
  }

  async #remove(button: HTMLButtonElement, row: HTMLLIElement): Promise<void> {
    clearRefusals();
    const next = row.nextElementSibling ?? row.previousElementSibling;
    const place = document.createComment("");
    row.replaceWith(place);
    (next?.querySelector("button") ?? document.getElementById("main"))?.focus({ preventScroll: true });
    this.#settle();
    const putBack = (): void => {
      place.replaceWith(row);
      this.#settle();
    };
    const answer = await send(button.dataset.at ?? "", "DELETE");
    // One that is gone already is as good as removed.
    if (answer?.ok || answer?.status === 404) return this.#confirm(button, putBack);
    putBack();
    if (!answer) return unreachable(button, this.dataset.lost ?? "");
    button.dataset.refused = "";
    this.querySelector("form")?.requestSubmit(button);
  }

  #confirm(button: HTMLButtonElement, putBack: () => void): void {
    toast(this.dataset.removed ?? "", { label: this.dataset.undo ?? "", act: () => void this.#undo(button, putBack) });
  }

  async #undo(button: HTMLButtonElement, putBack: () => void): Promise<void> {
    const { at, backAt = "", back = null } = button.dataset;
    const answer = await send(backAt, backAt === at ? "PUT" : "POST", back);
    if (!answer?.ok) return unreachable(this, this.dataset.lost ?? "");
    if (answer.status === 201) {
      // It is another entry now.
      const { id } = (await answer.json()) as { id: number };
      button.value = String(id);
      button.dataset.at = `${backAt}/${id}`;
    }
    putBack();
    button.focus();
    toast(this.dataset.back ?? "");
  }

  /** Headings without entries go, and where none is left stands what an empty history says. */
  #settle(): void {
    for (const group of this.querySelectorAll<HTMLElement>("section")) group.hidden = !group.querySelector("li");
    this.querySelector(":scope > .empty")?.remove();
    const words = this.querySelector("template")?.content.cloneNode(true);
    if (words && !this.querySelector("li") && !document.querySelector("shop-more a")) this.append(words);
  }
}

/** The answer, if anybody answered. */
async function send(path: string, method: string, body: string | null = null): Promise<Response | undefined> {
  const headers = { "x-csrf-token": token(), accept: "application/json", "content-type": "application/json" };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return fetch(path, { method, headers, signal, body, keepalive: true }).catch(() => undefined);
}

customElements.define("shop-forget", Forget);
