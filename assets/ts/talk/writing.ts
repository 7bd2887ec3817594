// What helps while one writes: how much room is left, said when it becomes little, and bars around a part to hide.

/** Tells how much is written; answers whether it is too much. */
export function count(composer: HTMLElement, area: HTMLTextAreaElement): boolean {
  const most = Number(composer.dataset.most);
  const length = [...area.value].length;
  const place = composer.querySelector<HTMLElement>(".composer__count");
  const isNear = length >= most * 0.9;
  if (place) {
    place.hidden = !isNear;
    place.toggleAttribute("data-over", length > most);
    place.querySelector("[data-counter]")?.replaceChildren(`${length} / ${most}`);
  }
  const words = length > most ? composer.dataset.over : composer.dataset.nearly;
  const announce = composer.querySelector("[data-announce]");
  // The same words are announced once.
  const now = isNear ? (words ?? "") : "";
  if (announce && announce.textContent !== now) announce.textContent = now;
  return length > most;
}

/** Shows the button that hides a part, which does nothing without scripts. */
export function offerHiding(composer: HTMLElement, area: HTMLTextAreaElement): void {
  const button = composer.querySelector<HTMLButtonElement>("[data-hide]");
  if (button) button.hidden = false;
  button?.addEventListener("click", () => hide(area));
}

/** Puts bars around what is selected, or around nothing, for what is typed next. */
function hide(area: HTMLTextAreaElement): void {
  const { selectionStart: from, selectionEnd: to, value } = area;
  area.setRangeText(`||${value.slice(from, to)}||`, from, to, "select");
  area.setSelectionRange(from + 2, to + 2);
  area.focus();
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A name by which the shop knows what is sent twice. */
export function newKey(): string {
  return Date.now().toString(36) + Math.random().toString(36).slice(2);
}
