/** A book may mix flowing and fixed sections: runs of one kind, each shown by one renderer. */
import type { Book } from "./book.ts";
import { isOnTheWay } from "./manifest.ts";

export interface Run {
  isFixed: boolean;
  /** Sections of the run in reading order. */
  indices: number[];
  /** Whether turning pages passes through the section without leaving the run. */
  turns(index: number): boolean;
}

/**
 * The run around section `index`. A section off the reading order (a note, a picture that a link
 * leads to) is a run by itself when it is fixed; flowing ones can be shown by any flowing run.
 */
export function runAround(book: Book, index: number): Run {
  const isFixed = book.isFixed(index);
  const belongs = (i: number) => book.isFixed(i) === isFixed;
  const passes = (i: number) => {
    const section = book.sections[i];
    return section !== undefined && isOnTheWay(section);
  };
  if (isFixed && !passes(index)) return make(true, [index]);
  const indices: number[] = [];
  for (let i = index; i >= 0 && (belongs(i) || !passes(i)); i -= 1) if (passes(i)) indices.unshift(i);
  for (let i = index + 1; i < book.sections.length && (belongs(i) || !passes(i)); i += 1) if (passes(i)) indices.push(i);
  return make(isFixed, indices);
}

function make(isFixed: boolean, indices: number[]): Run {
  const members = new Set(indices);
  return { isFixed, indices, turns: (index) => members.has(index) };
}
