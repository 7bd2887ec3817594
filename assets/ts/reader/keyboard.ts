/** Keys of both readers. Turning follows the book's direction, everything else the key's name. */

export interface KeyActions {
  next(): void;
  previous(): void;
  /** A screenful, where that is another thing than a page. */
  screen?(direction: 1 | -1): void;
  /** A small step down or up where the text scrolls; false leaves the key to the browser. */
  step?(direction: 1 | -1): boolean;
  first(): void;
  last(): void;
  contents(): void;
  escape(): void;
  larger(): void;
  smaller(): void;
  isRightToLeft(): boolean;
}

/** The element under the caret keeps its own keys: fields, sliders, and Space on buttons and links. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target as Element | null;
  if (!target?.closest || document.querySelector("dialog[open]")) return true;
  if (target.closest("input, select, textarea, [contenteditable], audio, video")) return true;
  return (event.key === " " || event.key === "Enter") && target.closest("button, a[href], summary") !== null;
}

function action(event: KeyboardEvent, keys: KeyActions): (() => void) | null {
  const forward = keys.isRightToLeft() ? "ArrowLeft" : "ArrowRight";
  const backward = keys.isRightToLeft() ? "ArrowRight" : "ArrowLeft";
  switch (event.key) {
    case forward:
      return keys.next;
    case backward:
      return keys.previous;
    case "PageDown":
      return screenful(keys, 1);
    case "PageUp":
      return screenful(keys, -1);
    case " ":
      return screenful(keys, event.shiftKey ? -1 : 1);
    case "Home":
      return keys.first;
    case "End":
      return keys.last;
    case "t":
    case "T":
      return keys.contents;
    case "Escape":
      return keys.escape;
    case "+":
    case "=":
      return keys.larger;
    case "-":
      return keys.smaller;
    default:
      return null;
  }
}

function screenful(keys: KeyActions, direction: 1 | -1): () => void {
  return () => {
    if (keys.screen) keys.screen(direction);
    else if (direction === 1) keys.next();
    else keys.previous();
  };
}

export function keyHandler(keys: KeyActions): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (keys.step?.(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
      return;
    }
    const chosen = action(event, keys);
    if (!chosen) return;
    event.preventDefault();
    chosen.call(keys);
  };
}
