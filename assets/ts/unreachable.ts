// What stands on the page when a press could not be sent.

/** Says that nobody answered, above the list that a button stands in, or above the button. */
export function unreachable(button: HTMLElement, detail: string): void {
  const words = document.querySelector<HTMLTemplateElement>("#unreachable")?.content.firstElementChild?.cloneNode(true);
  if (!(words instanceof HTMLElement)) return;
  words.dataset.refusal = "";
  words.querySelector(".alert__title ~ p")?.replaceChildren(detail);
  (button.closest("shop-shelf, ul, .book__actions") ?? button).before(words);
  words.scrollIntoView({ block: "nearest" });
}

/** Takes away what was said before. */
export function clearRefusals(): void {
  document.querySelectorAll("[data-refusal]").forEach((old) => old.remove());
}
