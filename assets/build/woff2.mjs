// Reads what the build needs to know of a WOFF2 file: which characters it can draw. WOFF2 keeps
// its tables in one brotli stream; the character map among them is stored untransformed.
import { brotliDecompressSync } from "node:zlib";

const KNOWN_TAGS = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca"];

function base128(bytes, at) {
  let value = 0;
  for (let i = 0; i < 5; i += 1) {
    value = value * 128 + (bytes[at + i] & 0x7f);
    if ((bytes[at + i] & 0x80) === 0) return [value, at + i + 1];
  }
  throw new Error("woff2: bad length");
}

/** The bytes of the character map. */
function characterMap(file) {
  const count = file.readUInt16BE(12);
  let at = 48;
  let offset = 0;
  let found = null;
  for (let i = 0; i < count; i += 1) {
    const flags = file[at++];
    let tag = KNOWN_TAGS[flags & 0x3f];
    if ((flags & 0x3f) === 0x3f) {
      tag = file.toString("latin1", at, at + 4);
      at += 4;
    }
    let length;
    [length, at] = base128(file, at);
    const version = flags >> 6;
    const transformed = tag === "glyf" || tag === "loca" ? version !== 3 : version !== 0;
    if (transformed) [length, at] = base128(file, at);
    if (tag === "cmap") found = [offset, length];
    offset += length;
  }
  if (!found) throw new Error("woff2: no character map");
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return tables.subarray(found[0], found[0] + found[1]);
}

/** The code points that the font in `file` (a Buffer of WOFF2) can draw. */
export function codePoints(file) {
  const map = characterMap(file);
  const points = new Set();
  for (let i = 0; i < map.readUInt16BE(2); i += 1) {
    const table = map.subarray(map.readUInt32BE(4 + i * 8 + 4));
    if (table.readUInt16BE(0) === 4) segments(table, points);
    if (table.readUInt16BE(0) === 12) groups(table, points);
  }
  return points;
}

function segments(table, points) {
  const count = table.readUInt16BE(6) / 2;
  for (let i = 0; i < count; i += 1) {
    const end = table.readUInt16BE(14 + i * 2);
    const start = table.readUInt16BE(16 + count * 2 + i * 2);
    for (let point = start; point <= end && point < 0xffff; point += 1) points.add(point);
  }
}

function groups(table, points) {
  for (let i = 0; i < table.readUInt32BE(12); i += 1) {
    const end = table.readUInt32BE(16 + i * 12 + 4);
    for (let point = table.readUInt32BE(16 + i * 12); point <= end; point += 1) points.add(point);
  }
}

/** Code points as a CSS `unicode-range`. */
export function unicodeRange(points) {
  const sorted = [...points].sort((a, b) => a - b);
  const ranges = [];
  for (const point of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (n) => n.toString(16).toUpperCase().padStart(4, "0");
  return ranges.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(",");
}
