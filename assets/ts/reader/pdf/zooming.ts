/** Zooming by hand: two fingers, or the wheel with Ctrl, which is also what a trackpad says of two fingers. */

export interface ZoomActions {
  /** By a factor, about a point of the window. */
  by(factor: number, x: number, y: number): void;
  /** The hand is still: what is reached may be kept. */
  rest(): void;
}

/** pdf.js counts in hundredths: what is less is saved up. */
const LEAST = 0.02;
const REST_MS = 400;
const LINE_PX = 20;

export function listenToZooming(target: HTMLElement, actions: ZoomActions): void {
  const hand = new Hand(actions);
  target.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      // Else the browser makes the whole page larger, bars and all.
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE_PX;
      hand.by(Math.exp(-Math.max(-60, Math.min(60, pixels)) / 200), event.clientX, event.clientY);
    },
    { passive: false },
  );
  let distance = 0;
  target.addEventListener("touchstart", ({ touches }) => (distance = apart(touches)), { passive: true });
  target.addEventListener(
    "touchmove",
    (event) => {
      const [one, other] = event.touches;
      if (!one || !other || distance === 0) return;
      event.preventDefault();
      const now = apart(event.touches);
      hand.by(now / distance, (one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2);
      distance = now;
    },
    { passive: false },
  );
  target.addEventListener("touchend", ({ touches }) => (distance = apart(touches)), { passive: true });
}

class Hand {
  #saved = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly actions: ZoomActions) {}

  by(factor: number, x: number, y: number): void {
    this.#saved *= factor;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.actions.rest(), REST_MS);
    if (Math.abs(this.#saved - 1) < LEAST) return;
    this.actions.by(this.#saved, x, y);
    this.#saved = 1;
  }
}

function apart(touches: TouchList): number {
  const [one, other] = touches;
  return one && other && touches.length === 2 ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;
}
