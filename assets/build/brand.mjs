// The mark in every form a browser or a home screen asks for, all drawn from the two files in
// `assets/brand`. Changing the brand means changing those two files.
import { readFile } from "node:fs/promises";
import { Resvg } from "@resvg/resvg-js";
import { startup } from "./startup.mjs";

const draw = (svg, width) => new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng();

/** The maskable ground with its corners cut, for places that do not cut them themselves. */
const rounded = (svg) => svg.replace(/(<rect width="512" height="512")/, '$1 rx="112"');

/** The mark alone in white on nothing: the system tints it. */
const monochrome = (svg) => svg.replace(/<rect[^>]*\/>/, "").replace(/#[0-9a-f]{6}/g, "#ffffff");

/** The mark in the middle of its ground, in the shape that link previews have. */
function preview(icon) {
  const [ground] = /#[0-9a-f]{6}/.exec(icon);
  const mark = icon.replace("<svg", '<svg x="285" width="630" height="630"');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="${ground}"/>${mark}</svg>`;
}

/** The mark in ink that turns with the browser's own theme. */
function favicon(logo) {
  const style = "<style>svg{color:#271c13;--rubric:#cc3526}@media(prefers-color-scheme:dark){svg{color:#ebe6dd;--rubric:#f1735a}}</style>";
  return logo.replace(/<!--[\s\S]*?-->/, "").replace(/ role="img" aria-label="[^"]*"/, "").replace(/\s*\n\s*/g, "").replace(/(<svg[^>]*>)/, `$1${style}`);
}

/** An .ico file that holds the given PNGs, which every browser in the support table reads. */
function ico(pngs) {
  const header = Buffer.alloc(6 + pngs.length * 16);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pngs.length, 4);
  let offset = header.length;
  pngs.forEach(([size, png], index) => {
    const at = 6 + index * 16;
    header.writeUInt8(size, at);
    header.writeUInt8(size, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pngs.map(([, png]) => png)]);
}

export async function brand(output) {
  const logo = await readFile("assets/brand/logo.svg", "utf8");
  const icon = await readFile("assets/brand/icon-maskable.svg", "utf8");
  await output.add("logo.svg", logo.replace(/<!--[\s\S]*?-->/, "").replace(/\s*\n\s*/g, ""));
  await output.add("favicon.svg", favicon(logo));
  await output.add("favicon.ico", ico([16, 32, 48].map((size) => [size, draw(rounded(icon), size)])));
  await output.add("apple-touch-icon.png", draw(icon, 180));
  for (const size of [192, 512]) {
    await output.add(`icon-${size}.png`, draw(rounded(icon), size));
    await output.add(`icon-maskable-${size}.png`, draw(icon, size));
  }
  await output.add("preview.png", draw(preview(icon.replace(/<!--[\s\S]*?-->/g, "").replace(/<\?xml.*?\?>/, "").replace(/ (width|height)="\d+"(?=[^>]*viewBox)/g, "")), 1200));
  await output.add("icon-monochrome-512.png", draw(monochrome(icon), 512));
  await startup(output, icon);
}
