/**
 * Touch, taps and wheel. Zones and swipes are about the two sides of the page: what they turn to is
 * decided by the book's direction. Flowing pages follow the finger by foliate itself.
 */

export interface GestureActions {
  turn(direction: 1 | -1): void;
  /** Which way the page that lies at the left or at the right is. */
  towards(side: "left" | "right"): 1 | -1;
  toggleBars(): void;
  link(anchor: Element): void;
  /** A press that means something else than a turn: a mark, or what is offered beside the text. */
  pressed?(event: MouseEvent): boolean;
  /**
   * Whether taps at the sides turn, whether foliate drags pages along with the finger, and whether the
   * wheel has something to scroll before it turns.
   */
  mode(): { isPaged: boolean; isDragged: boolean; isScrollable: boolean };
  /** Whether there is nothing more of the section (scrolled) or the book (paged) in this direction. */
  isAtEdge(direction: 1 | -1): boolean;
}

const SIDE_ZONE = 0.3;
const SWIPE_PX = 48;
const WHEEL_PX = 60;
const WHEEL_REST_MS = 260;
const OWN_CLICKS = "button, input, select, textarea, label, summary, audio, video, [contenteditable], .reader-palette, .reader-offered, .reader-toast";

/** Listens on a document: a section's, or the page's own for the space around it. */
export function listen(doc: Document | HTMLElement, actions: GestureActions): void {
  doc.addEventListener("click", (event) => click(event as MouseEvent, actions));
  doc.addEventListener("auxclick", (event) => {
    // A middle click would open the bare resource, or a place outside without asking.
    if (anchorOf(event.target)) event.preventDefault();
  });
  listenToWheel(doc, actions);
  listenToSwipes(doc, actions);
}

function anchorOf(target: EventTarget | null): Element | null {
  return (target as Element | null)?.closest?.("a, area") ?? null;
}

function click(event: MouseEvent, actions: GestureActions): void {
  const anchor = anchorOf(event.target);
  if (anchor) {
    event.preventDefault();
    actions.link(anchor);
    return;
  }
  const target = event.target as Element | null;
  if (event.button !== 0 || target?.closest?.(OWN_CLICKS)) return;
  const selection = target?.ownerDocument?.getSelection();
  if (selection && !selection.isCollapsed) return;
  if (actions.pressed?.(event)) return;
  const share = across(event);
  if (actions.mode().isPaged && share < SIDE_ZONE) actions.turn(actions.towards("left"));
  else if (actions.mode().isPaged && share > 1 - SIDE_ZONE) actions.turn(actions.towards("right"));
  else actions.toggleBars();
}

/** Where across the window (0–1) an event happened, seen from the page and not from its frame. */
function across(event: MouseEvent): number {
  const frame = event.view?.frameElement as HTMLElement | null | undefined;
  if (!frame) return event.clientX / innerWidth;
  const box = frame.getBoundingClientRect();
  const scale = frame.offsetWidth > 0 ? box.width / frame.offsetWidth : 1;
  return (box.left + event.clientX * scale) / innerWidth;
}

function listenToWheel(doc: Document | HTMLElement, actions: GestureActions): void {
  let sum = 0;
  let last = 0;
  let restUntil = 0;
  doc.addEventListener(
    "wheel",
    (raw) => {
      const event = raw as WheelEvent;
      if (event.ctrlKey || event.timeStamp < restUntil) return;
      const { isScrollable } = actions.mode();
      const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      const delta = isSideways ? event.deltaX : event.deltaY;
      if (isScrollable && (isSideways || !actions.isAtEdge(delta > 0 ? 1 : -1))) return;
      sum = event.timeStamp - last > 400 || Math.sign(sum) !== Math.sign(delta) ? delta : sum + delta;
      last = event.timeStamp;
      if (Math.abs(sum) < WHEEL_PX * (isScrollable ? 4 : 1)) return;
      restUntil = event.timeStamp + WHEEL_REST_MS;
      if (isSideways) actions.turn(actions.towards(sum > 0 ? "right" : "left"));
      else actions.turn(sum > 0 ? 1 : -1);
      sum = 0;
    },
    { passive: true },
  );
}

interface Swipe {
  x: number;
  y: number;
  /** Whether the edge was already reached when the finger came down: backwards, forwards. */
  edges: [boolean, boolean];
}

function listenToSwipes(doc: Document | HTMLElement, actions: GestureActions): void {
  let start: Swipe | null = null;
  const options = { passive: true };
  const down = (raw: Event) => {
    const { touches } = raw as TouchEvent;
    const touch = touches[0];
    const isOne = touch !== undefined && touches.length === 1 && (visualViewport?.scale ?? 1) === 1;
    start = isOne ? { x: touch.screenX, y: touch.screenY, edges: [actions.isAtEdge(-1), actions.isAtEdge(1)] } : null;
  };
  const up = (raw: Event) => {
    const touch = (raw as TouchEvent).changedTouches[0];
    // A finger that selects words turns no page.
    const selection = "getSelection" in doc ? doc.getSelection() : null;
    if (start && touch && (selection?.isCollapsed ?? true)) swiped(start, touch, actions);
    start = null;
  };
  doc.addEventListener("touchstart", down, options);
  doc.addEventListener("touchend", up, options);
}

function swiped({ x, y, edges }: Swipe, touch: Touch, actions: GestureActions): void {
  const dx = touch.screenX - x;
  const dy = touch.screenY - y;
  const { isPaged, isDragged } = actions.mode();
  const isSideways = Math.abs(dx) > Math.abs(dy);
  if (Math.abs(isPaged ? dx : dy) < SWIPE_PX || isSideways !== isPaged) return;
  const direction = isPaged ? actions.towards(dx < 0 ? "right" : "left") : dy < 0 ? 1 : -1;
  // foliate and the browser move what they can move; the turn beyond the edge is ours.
  if ((isPaged && !isDragged) || edges[direction === 1 ? 1 : 0]) actions.turn(direction);
}
