/** Sentences of a document: what is marked with a key alone. */
import { paragraphs, type Piece } from "../find/in-document.ts";

interface Sentence {
  pieces: Piece[];
  from: number;
  to: number;
}

function* sentencesOf([text, pieces]: [string, Piece[]], language: string): Generator<Sentence> {
  for (const { segment, index } of new Intl.Segmenter(language || undefined, { granularity: "sentence" }).segment(text)) {
    const from = index + (segment.length - segment.trimStart().length);
    const to = index + segment.trimEnd().length;
    if (to > from) yield { pieces, from, to };
  }
}

/** The first sentence that begins at `point` or behind it, or the last that begins before. */
export function sentence(doc: Document, point: { node: Node; offset: number }, step: 1 | -1): Range | null {
  const language = doc.documentElement.lang;
  const edge = doc.createRange();
  edge.setStart(point.node, point.offset);
  edge.collapse(true);
  let last: Range | null = null;
  for (const paragraph of paragraphs(doc.documentElement)) {
    const [text, pieces] = paragraph;
    const final = pieces.at(-1)?.node;
    // What ends before the point is not parted into sentences, but for the last of it.
    const isBefore = final !== undefined && edge.comparePoint(final, final.data.length) < 0;
    if (isBefore && step === 1) continue;
    for (const one of sentencesOf([text, pieces], language)) {
      const range = rangeOf(doc, one);
      const isBehind = edge.comparePoint(range.startContainer, range.startOffset) >= 0;
      if (isBehind) return step === 1 ? range : last;
      last = range;
    }
  }
  return step === 1 ? null : last;
}

function rangeOf(doc: Document, { pieces, from, to }: Sentence): Range {
  const range = doc.createRange();
  const first = pieces.findLast(({ start }) => start <= from) ?? pieces[0];
  const end = pieces.findLast(({ start }) => start < to) ?? pieces[0];
  if (first) range.setStart(first.node, Math.min(from - first.start, first.node.data.length));
  if (end) range.setEnd(end.node, Math.min(to - end.start, end.node.data.length));
  return range;
}
