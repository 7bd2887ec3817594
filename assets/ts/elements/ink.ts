// The ink-well: tells CSS where something was pressed, how far the drop must reach, and when it was let go.
// `data-ink-within` marks an element whose ink lies on a part of it only (a card's cover).

const SPREAD_MS = 320;

function well(target: EventTarget | null): HTMLElement | null {
  const found = target instanceof Element ? target.closest<HTMLElement>("[data-ink], [data-ink-within]") : null;
  return found?.hasAttribute("data-ink-within") ? found.querySelector<HTMLElement>("[data-ink]") : found;
}

function press(element: HTMLElement, x: number, y: number): void {
  const { width, height } = element.getBoundingClientRect();
  const reach = Math.hypot(Math.max(x, width - x), Math.max(y, height - y));
  element.style.setProperty("--x", `${x}px`);
  element.style.setProperty("--y", `${y}px`);
  element.style.setProperty("--reach", `${2 * reach}px`);
  element.dataset.inked = "down";
  const release = (): void => {
    element.dataset.inked = "up";
    setTimeout(() => delete element.dataset.inked, SPREAD_MS);
  };
  const events = ["pointerup", "pointercancel", "keyup", "blur"];
  const once = new AbortController();
  for (const name of events) {
    addEventListener(name, () => (once.abort(), release()), { signal: once.signal });
  }
}

addEventListener(
  "pointerdown",
  (event) => {
    const element = event.isPrimary ? well(event.target) : null;
    if (!element) return;
    const box = element.getBoundingClientRect();
    press(element, event.clientX - box.x, event.clientY - box.y);
  },
  { passive: true },
);

addEventListener("keydown", (event) => {
  const element = (event.key === "Enter" || event.key === " ") && !event.repeat ? well(event.target) : null;
  if (element) press(element, element.offsetWidth / 2, element.offsetHeight / 2);
});

export {};
