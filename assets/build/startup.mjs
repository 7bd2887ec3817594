// The pictures that an iPhone or iPad shows while the installed shop starts: the mark in the middle of its ground, one for
// each size of screen, for light and dark. Elsewhere the system makes its own from the manifest.
import { crc32, deflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";

/** Upright, in CSS pixels, by the pixels that each of them is wide. A device for which there is none starts on white. */
const SCREENS = {
  2: ["375x667", "414x896", "744x1133", "768x1024", "810x1080", "820x1180", "834x1112", "834x1194", "834x1210", "1024x1366", "1032x1376"],
  3: ["375x812", "390x844", "393x852", "402x874", "414x736", "414x896", "420x912", "428x926", "430x932", "440x956"],
};

/** The paper of a page in dark colours; in light ones it is the icon's own ground, as in the manifest. */
const DARK = "#17110d";

/** The icon's width in CSS pixels; the mark fills the half of it. */
const ICON = 240;

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The icon's pixels as places in a palette, whose first colour is that of its corner: the ground. */
function indexed(svg, width) {
  const { pixels } = new Resvg(svg, { fitTo: { mode: "width", value: width } }).render();
  const palette = new Map();
  const places = Buffer.alloc(width * width);
  for (let at = 0; at < places.length; at += 1) {
    const colour = pixels.readUIntBE(at * 4, 3);
    if (!palette.has(colour)) palette.set(colour, palette.size);
    places[at] = palette.get(colour);
  }
  if (palette.size > 256) throw new Error(`the icon has ${palette.size} colours at ${width} pixels`);
  return { places, palette: [...palette.keys()] };
}

/** A PNG of that size whose middle is the icon. A picture of one colour is drawn faster, and packed smaller, by hand. */
function png(width, height, size, { places, palette }) {
  const row = width + 1;
  const data = Buffer.alloc(row * height);
  const [x, y] = [Math.floor((width - size) / 2), Math.floor((height - size) / 2)];
  for (let line = 0; line < size; line += 1) places.copy(data, (y + line) * row + 1 + x, line * size, (line + 1) * size);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  // Eight bits for each place in the palette.
  header.set([8, 3], 8);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, place) => colours.writeUIntBE(colour, place * 3, 3));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("PLTE", colours), chunk("IDAT", deflateSync(data, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

/** `startup-390x844@3-dark.png` and its like: the server finds out from the names what there is. */
export async function startup(output, icon) {
  const grounds = { "": icon, "-dark": icon.replace(/(<rect[^>]*fill=")#[0-9a-f]{6}/, `$1${DARK}`) };
  for (const [theme, svg] of Object.entries(grounds)) {
    for (const [ratio, screens] of Object.entries(SCREENS)) {
      const size = ICON * ratio;
      const mark = indexed(svg, size);
      for (const screen of screens) {
        const [width, height] = screen.split("x").map((points) => points * ratio);
        await output.add(`startup-${screen}@${ratio}${theme}.png`, png(width, height, size, mark));
      }
    }
  }
}
