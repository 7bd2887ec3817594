// A place in a list that was made longer, kept in the history entry: the parts that were added, and which item stood
// where. Pixels from the top would say nothing, while items that are out of sight have a height that is only a guess.

interface Kept {
  parts: string[];
  /** The first item in sight, by its number in the list. */
  item: number;
  /** How far its upper edge was from the window's. */
  offset: number;
}

const SCROLL_REST_MS = 300;
const SETTLING_FRAMES = 5;

/** Calls back whenever the page has come to rest, and before a link leads away from it. */
export function onRest(act: () => void): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const scrolled = () => {
    clearTimeout(rest);
    rest = setTimeout(act, SCROLL_REST_MS);
  };
  addEventListener("scroll", scrolled, { passive: true });
  addEventListener("click", act, { capture: true });
}

/** The parts that were added when the reader left this page, none on a first visit. */
export function partsKept(): string[] {
  return kept()?.parts ?? [];
}

export function keepPlace(list: Element | null, parts: string[]): void {
  const items = [...(list?.children ?? [])];
  const item = items.findIndex((one) => one.getBoundingClientRect().bottom > 0);
  const offset = items[item]?.getBoundingClientRect().top;
  if (offset === undefined || parts.length === 0) return;
  const more: Kept = { parts, item, offset };
  history.scrollRestoration = "manual";
  history.replaceState({ ...(history.state as object | null), more }, "");
}

/** Scrolls to the place kept, once the parts are there again. */
export async function returnToPlace(list: Element | null): Promise<void> {
  const place = kept();
  if (!place) return;
  // What comes into sight on the way takes its true height, which moves what is below it.
  for (let frame = 0; frame < SETTLING_FRAMES; frame += 1) {
    const top = (list?.children[place.item]?.getBoundingClientRect().top ?? place.offset) - place.offset;
    scrollBy({ top, behavior: "instant" });
    await new Promise(requestAnimationFrame);
  }
}

function kept(): Kept | null {
  return (history.state as { more?: Kept } | null)?.more ?? null;
}
