/** The text of a page as it is searched: its lines one after the other, and words that a line's end parts made whole. */
import { matches, spaced } from "../find/words.ts";

/** A run of text as pdf.js gives it, and whether the line ends behind it. */
export interface Run {
  text: string;
  endsLine: boolean;
}

export interface PageText {
  text: string;
  /** Where each run begins in the text. */
  starts: number[];
}

const HYPHENATED = /\p{L}[-\u2010\u00ad]$/u;

export function joined(runs: Run[]): PageText {
  let text = "";
  const starts: number[] = [];
  for (const [index, { text: run, endsLine }] of runs.entries()) {
    starts.push(text.length);
    const goesOn = endsLine && HYPHENATED.test(run) && /^\p{Ll}/u.test(runs[index + 1]?.text ?? "");
    text += goesOn ? run.slice(0, -1) : endsLine ? `${run} ` : run;
  }
  return { text, starts };
}

/** An end of a line without text belongs to the run before it. */
export function runsOf(items: Iterable<{ str?: string; hasEOL?: boolean }>): Run[] {
  const runs: Run[] = [];
  for (const { str, hasEOL } of items) {
    if (str) runs.push({ text: str, endsLine: false });
    const last = runs.at(-1);
    if (hasEOL && last) last.endsLine = true;
  }
  return runs;
}

/** The text that lies over a page: what stands in it, and where. */
export class LayerText {
  readonly text: string;
  readonly #nodes: Text[];
  readonly #starts: number[];

  constructor(layer: HTMLElement) {
    const { runs, nodes } = runsOn(layer);
    const { text, starts } = joined(runs);
    this.text = text;
    this.#nodes = nodes;
    this.#starts = starts;
  }

  rangeOf(from: number, to: number): Range {
    const range = document.createRange();
    this.#place(from, false, (node, offset) => range.setStart(node, offset));
    this.#place(to, true, (node, offset) => range.setEnd(node, offset));
    return range;
  }

  /** Where in the text a point of the document is. */
  offsetOf(container: Node, offset: number): number {
    const known = this.#nodes.indexOf(container as Text);
    if (known >= 0) return (this.#starts[known] ?? 0) + offset;
    const point = document.createRange();
    point.setStart(container, offset);
    const next = this.#nodes.findIndex((node) => point.comparePoint(node, 0) >= 0);
    return next < 0 ? this.text.length : (this.#starts[next] ?? 0);
  }

  /** The pieces of text in a range, each a range of its own. */
  piecesOf(range: Range): Range[] {
    return this.#nodes.filter((node) => range.intersectsNode(node)).map((node) => {
      const piece = document.createRange();
      piece.setStart(node, node === range.startContainer ? range.startOffset : 0);
      piece.setEnd(node, node === range.endContainer ? range.endOffset : node.data.length);
      return piece;
    });
  }

  /** The node and offset of a place in the text; an end belongs to the run that it ends. */
  #place(at: number, isEnd: boolean, set: (node: Text, offset: number) => void): void {
    const index = Math.max(0, this.#starts.findLastIndex((start) => (isEnd ? start < at : start <= at)));
    const node = this.#nodes[index];
    if (node) set(node, Math.min(at - (this.#starts[index] ?? 0), node.data.length));
  }
}

/** Everywhere the text over a page has the words, in order. */
export function rangesIn(layer: HTMLElement, query: string): Range[] {
  const words = spaced(query).text;
  const over = new LayerText(layer);
  const { text: folded, from, to } = spaced(over.text);
  return Array.from(matches(folded, words), (at) => over.rangeOf(from[at] ?? 0, to[at + words.length - 1] ?? 0));
}

function runsOn(layer: HTMLElement): { runs: Run[]; nodes: Text[] } {
  const runs: Run[] = [];
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const last = runs.at(-1);
    if (node instanceof Text) {
      runs.push({ text: node.data, endsLine: false });
      nodes.push(node);
    } else if (last && node.nodeName === "BR") last.endsLine = true;
  }
  return { runs, nodes };
}
