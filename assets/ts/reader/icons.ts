/** The few icons of the reader, drawn from lucide's shapes (ISC) so that its pages need no sprite. */

const SHAPES = {
  back: ["m12 19-7-7 7-7", "M19 12H5"],
  contents: ["M3 5h.01", "M3 12h.01", "M3 19h.01", "M8 5h13", "M8 12h13", "M8 19h13"],
  appearance: [
    "m15 16 2.536-7.328a1.02 1.02 1 0 1 1.928 0L22 16",
    "M15.697 14h5.606",
    "m2 16 4.039-9.69a.5.5 0 0 1 .923 0L11 16",
    "M3.304 13h6.392",
  ],
  left: ["m15 18-6-6 6-6"],
  right: ["m9 18 6-6-6-6"],
  close: ["M18 6 6 18", "m6 6 12 12"],
  up: ["m18 15-6-6-6 6"],
  down: ["m6 9 6 6 6-6"],
  rows: ["M3 5h18", "M3 12h18", "M3 19h18"],
  undo: ["M9 14 4 9l5-5", "M4 9h10.5a5.5 5.5 0 0 1 0 11H11"],
  search: ["m21 21-4.34-4.34", "M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0z"],
  bookmark: [
    "M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z",
  ],
  note: ["M13 21h8", "M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"],
  copy: ["M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2z", "M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"],
  share: ["M21 5a3 3 0 1 1-6 0 3 3 0 0 1 6 0z", "M9 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0z", "M21 19a3 3 0 1 1-6 0 3 3 0 0 1 6 0z", "m8.59 13.51 6.83 3.98", "m15.41 6.51-6.82 3.98"],
  remove: ["M10 11v6", "M14 11v6", "M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6", "M3 6h18", "M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"],
  lock: ["M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z", "M7 11V7a5 5 0 0 1 10 0v4"],
  minus: ["M5 12h14"],
  plus: ["M5 12h14", "M12 5v14"],
  width: ["m18 8 4 4-4 4", "M2 12h20", "m6 8-4 4 4 4"],
  page: [
    "M8 3H5a2 2 0 0 0-2 2v3",
    "M21 8V5a2 2 0 0 0-2-2h-3",
    "M3 16v3a2 2 0 0 0 2 2h3",
    "M16 21h3a2 2 0 0 0 2-2v-3",
  ],
  rotate: ["M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8", "M21 3v5h-5"],
  warning: ["m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3", "M12 9v4", "M12 17h.01"],
} as const;

export type IconName = keyof typeof SHAPES;

// These point along the line of reading, so they turn round with the interface.
const MIRRORED = new Set<IconName>(["back", "contents", "undo", "rows"]);

const SVG = "http://www.w3.org/2000/svg";

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", MIRRORED.has(name) ? "icon mirrored" : "icon");
  svg.setAttribute("aria-hidden", "true");
  for (const shape of SHAPES[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}
