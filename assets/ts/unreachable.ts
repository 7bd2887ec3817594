// What stands on the page when a press could not be sent.

/** Says that nobody answered, or what was answered: below the row of a comment's buttons, else above the list that a button
 *  stands in, or above it. */
export function unreachable(button: HTMLElement, detail: string, answered = ""): void {
  const words = document.querySelector<HTMLTemplateElement>("#unreachable")?.content.firstElementChild?.cloneNode(true);
  if (!(words instanceof HTMLElement)) return;
  words.dataset.refusal = "";
  if (answered) words.querySelector(".alert__title")?.replaceChildren(answered);
  if (detail) words.querySelector(".alert__title ~ p")?.replaceChildren(detail);
  else words.querySelector(".alert__title ~ p")?.remove();
  const row = button.closest(".said__actions");
  if (row) row.after(words);
  else (button.closest("shop-shelf, ul, .book__actions") ?? button).before(words);
  words.scrollIntoView({ block: "nearest" });
}

/** Takes away what was said before. */
export function clearRefusals(): void {
  document.querySelectorAll("[data-refusal]").forEach((old) => old.remove());
}
