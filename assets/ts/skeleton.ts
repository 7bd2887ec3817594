// Shapes of what is awaited. They come only where the answer takes its time, and then stay long enough to be seen for
// what they are: shapes that flash by would look like a fault.

const LATE_MS = 300;
const SEEN_MS = 400;
/** Enough for any window; what is awaited begins below what is in sight. */
const CARDS = 12;

/** Takes shapes away. */
type Clear = () => unknown;

/** The answer that is awaited; not before the shapes, where `draw` had to draw any, have been seen and are gone. */
export async function withSkeleton<T>(answer: Promise<T>, draw: () => Clear | undefined): Promise<T> {
  let clear: Clear | undefined;
  let seen: Promise<void> | undefined;
  const late = setTimeout(() => {
    clear = draw();
    if (clear) seen = new Promise((enough) => setTimeout(enough, SEEN_MS));
  }, LATE_MS);
  try {
    return await answer;
  } finally {
    clearTimeout(late);
    await seen;
    clear?.();
  }
}

const LINES = ["", " skeleton__line--short", " skeleton__line--small"].map((kind) => `<span class="skeleton__line${kind}"></span>`).join("");

/** Draws cards on their way at the end of a grid of books; no other list has shapes. */
export function drawCards(list: Element | null): Clear | undefined {
  if (!list?.matches(".grid")) return undefined;
  const cards = Array.from({ length: CARDS }, () => {
    const card = document.createElement("li");
    card.className = "skeleton";
    card.ariaHidden = "true";
    card.innerHTML = `<span class="skeleton__cover"></span>${LINES}`;
    return card;
  });
  list.ariaBusy = "true";
  list.append(...cards);
  return () => {
    list.ariaBusy = null;
    for (const card of cards) card.remove();
  };
}
