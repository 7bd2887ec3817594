// What a reader sees of a book: the words that lie within the window, whatever shows them.

/** In a document of the book, or in the page of a PDF: all words in view, without spaces, in their order. */
function wordsInView() {
  const outer = window.frameElement;
  const page = outer ? window.parent.document : document;
  const box = outer?.getBoundingClientRect();
  if (box && box.width * box.height === 0) return "";
  const place = box ? { x: box.left, y: box.top, scale: outer.offsetWidth > 0 ? box.width / outer.offsetWidth : 1 } : { x: 0, y: 0, scale: 1 };
  const rectOf = (id) => page.getElementById(id).getBoundingClientRect();
  const stage = rectOf("reader-view");
  const top = Math.max(stage.top, rectOf("reader-top").bottom);
  const bottom = Math.min(stage.bottom, rectOf("reader-bottom").top);
  const centreIsIn = ({ left, right, top: above, bottom: below, width, height }) => {
    const across = place.x + ((left + right) / 2) * place.scale;
    const down = place.y + ((above + below) / 2) * place.scale;
    return width * height > 0 && across > stage.left && across < stage.right && down > top && down < bottom;
  };
  const touches = ({ left, right, top: above, bottom: below }) =>
    place.x + right * place.scale > stage.left && place.x + left * place.scale < stage.right && place.y + below * place.scale > top && place.y + above * place.scale < bottom;

  const range = document.createRange();
  const inTree = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let seen = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() === "") continue;
      range.selectNodeContents(node);
      if (![...range.getClientRects()].some(touches)) continue;
      for (const { 0: word, index } of node.data.matchAll(/\S{1,12}/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const boxes = [...range.getClientRects()];
        if (boxes.length > 0 && boxes.every(centreIsIn)) seen += word;
      }
    }
    return seen;
  };
  const roots = outer ? [document.body ?? document.documentElement] : [...document.querySelectorAll(".pdfViewer .textLayer")];
  return roots.map(inTree).join("");
}

/** All words of the book in view. */
export async function seenWords(page) {
  const parts = await Promise.all(page.frames().map((frame) => frame.evaluate(wordsInView).catch(() => "")));
  return parts.join("");
}

/**
 * Of the page of a PDF that the reader calls the current one: the words of its topmost line in view that has some, without spaces.
 * A file draws its lines in any order; and where its last page is a short one, the end of the page before stands above it.
 */
function topmostLine() {
  const { page } = document.getElementById("reader-view").dataset;
  const top = document.getElementById("reader-top").getBoundingClientRect().bottom;
  const bottom = document.getElementById("reader-bottom").getBoundingClientRect().top;
  const lines = [...document.querySelectorAll(`.pdfViewer .page[data-page-number="${page}"] .textLayer span`)]
    .map((line) => ({ words: line.textContent.replace(/\s+/g, ""), box: line.getBoundingClientRect() }))
    .filter(({ words, box }) => words !== "" && box.top >= top && box.bottom <= bottom)
    .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left);
  const telling = lines.filter(({ words }) => words.length >= 8);
  return (telling[0] ?? lines[0])?.words ?? "";
}

/** The words that stand at the head of what is in view: `letters` of them at most. */
export async function leadingWords(page, format, letters) {
  const words = await wordsAtRest(page);
  return (format === "pdf" ? await page.evaluate(topmostLine) : words).slice(0, letters);
}

/** Waits until what is in view has come to rest, and answers it. */
export async function wordsAtRest(page) {
  let before = await seenWords(page);
  for (let tries = 0; tries < 40; tries += 1) {
    await page.waitForTimeout(120);
    const now = await seenWords(page);
    if (now === before) return now;
    before = now;
  }
  return before;
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function chanceOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
