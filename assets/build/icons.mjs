// One sprite of every icon in use. Shapes come from lucide (ISC); colour, stroke and size come
// from CSS, so the symbols hold geometry only. `assets/icons/*.svg` are our own shapes.
import { readFile, readdir } from "node:fs/promises";
import { basename } from "node:path";

const LUCIDE = `
a-large-small arrow-left arrow-right bell book bookmark book-open calendar camera check chevron-down
chevron-left chevron-right chevron-up circle-alert circle-check circle-user-round clock columns-2 copy
download ellipsis-vertical expand external-link file-text flag funnel gift globe heart highlighter history
house info key-round languages laptop layout-grid library link list lock log-out mail message-circle minus
monitor moon pencil plus printer receipt reply rotate-ccw scroll-text search send settings-2 share-2
shopping-bag shrink sliders-horizontal smartphone sticky-note sun tablet tag thumbs-up trash-2 triangle-alert undo-2 upload user
wifi-off x zoom-in zoom-out
`.trim().split(/\s+/);

function symbol(name, svg) {
  const box = /viewBox="([^"]+)"/.exec(svg)[1];
  const shapes = svg.replace(/<!--[\s\S]*?-->/g, "").replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "");
  return `<symbol id="${name}" viewBox="${box}">${shapes.replace(/\s+/g, " ").replace(/> </g, "><").trim()}</symbol>`;
}

export async function icons(output) {
  const own = (await readdir("assets/icons")).filter((file) => file.endsWith(".svg")).sort();
  const sources = [
    ...LUCIDE.map((name) => [name, `node_modules/lucide-static/icons/${name}.svg`]),
    ...own.map((file) => [basename(file, ".svg"), `assets/icons/${file}`]),
  ];
  const symbols = [];
  for (const [name, path] of sources) symbols.push(symbol(name, await readFile(path, "utf8")));
  output.symbols(sources.map(([name]) => name));
  await output.add("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}
