// A long book made on the spot: many chapters of plain text, in a zip archive without compression.
import { crc32 } from "node:zlib";

export const LONG_TITLE = "Two Hundred Chapters";

const PARAGRAPH =
  "The road went down to the harbour between two walls of pale stone, and whoever walked it in the evening heard " +
  "the water before it could be seen. Nobody hurried there. The boats came in when they came in, the lamps were " +
  "lit one after the other, and the old man who sold paper closed his shutters last of all. ";

const page = (title, body) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;

function entries(chapters, title) {
  const numbers = Array.from({ length: chapters }, (_, index) => index + 1);
  const items = numbers.map((n) => `<item id="c${n}" href="c${n}.xhtml" media-type="application/xhtml+xml"/>`);
  const contents = numbers.map((n) => `<li><a href="c${n}.xhtml">Chapter ${n}</a></li>`);
  return {
    mimetype: "application/epub+zip",
    "META-INF/container.xml":
      '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "book.opf": `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:warraq:${title.toLowerCase().replaceAll(" ", "-")}</dc:identifier><dc:title>${title}</dc:title><dc:language>en</dc:language><dc:creator>Nobody</dc:creator><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${items.join("")}</manifest><spine>${numbers.map((n) => `<itemref idref="c${n}"/>`).join("")}</spine></package>`,
    "nav.xhtml": page("Contents", `<nav epub:type="toc"><ol>${contents.join("")}</ol></nav>`),
    ...Object.fromEntries(numbers.map((n) => [`c${n}.xhtml`, page(`Chapter ${n}`, `<h1>Chapter ${n}</h1>${`<p>${PARAGRAPH.repeat(2)}</p>`.repeat(25)}`)])),
  };
}

/** The bytes of an EPUB of `chapters` chapters of about 17 kB each. */
export function longBook(chapters = 200, title = LONG_TITLE) {
  const local = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries(chapters, title))) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
    // Version, flags, method (stored), time, date (1 January 1980), then what is the same in both headers.
    const facts = Buffer.alloc(26);
    [[20, 0], [0x800, 2], [0, 4], [0, 6], [0x21, 8]].forEach(([value, at]) => facts.writeUInt16LE(value, at));
    [[crc32(bytes), 10], [bytes.length, 14], [bytes.length, 18]].forEach(([value, at]) => facts.writeUInt32LE(value, at));
    facts.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    local.push(Buffer.from("PK\x03\x04"), facts, path, bytes);
    central.push(Buffer.from("PK\x01\x02\x14\x00"), facts, tail, path);
    offset += 30 + path.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  [8, 10].forEach((at) => end.writeUInt16LE(central.length / 4, at));
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
