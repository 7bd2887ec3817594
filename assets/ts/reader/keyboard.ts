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
  find?(): void;
  /** The next place found, or the one before. */
  found?(direction: 1 | -1): void;
  bookmark?(): void;
  /** The selected words, or those at the head of the page, are to be marked. */
  mark?(): void;
  /** The next mark on the page is asked for. */
  nextMark?(): void;
  /** Shift and an arrow: selects more or less; false leaves the key to the browser. */
  select?(event: KeyboardEvent): boolean;
  appearance(): void;
  /** Turns the pages by a quarter. */
  rotate?(): void;
  fitWidth?(): void;
  fitPage?(): void;
  fullScreen?(): void;
  /** Back to the place that a jump left. */
  back(): void;
  help(): void;
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

/** The letter by its place on the keyboard where the script is not Latin: who types Arabic presses the same key. */
function nameOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length > 1 || /^[ -~]$/.test(key)) return key.length > 1 ? key : key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  return letter ?? (code === "Slash" ? (shiftKey ? "?" : "/") : key);
}

function action(event: KeyboardEvent, keys: KeyActions): (() => void) | undefined {
  const isRightToLeft = keys.isRightToLeft();
  const actions: Record<string, (() => void) | undefined> = {
    ArrowRight: isRightToLeft ? keys.previous : keys.next,
    ArrowLeft: isRightToLeft ? keys.next : keys.previous,
    PageDown: screenful(keys, 1),
    PageUp: screenful(keys, -1),
    " ": screenful(keys, event.shiftKey ? -1 : 1),
    Home: keys.first,
    End: keys.last,
    Escape: keys.escape,
    Backspace: keys.back,
    t: keys.contents,
    "/": keys.find,
    n: keys.found && (() => keys.found?.(event.shiftKey ? -1 : 1)),
    b: keys.bookmark,
    h: keys.mark,
    m: keys.nextMark,
    a: keys.appearance,
    r: keys.rotate,
    w: keys.fitWidth,
    p: keys.fitPage,
    f: keys.fullScreen,
    "?": keys.help,
    "+": keys.larger,
    "=": keys.larger,
    "-": keys.smaller,
  };
  return Object.hasOwn(actions, nameOf(event)) ? actions[nameOf(event)] : undefined;
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
    if (event.shiftKey && event.key.startsWith("Arrow") && keys.select) {
      if (keys.select(event)) event.preventDefault();
      return;
    }
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
