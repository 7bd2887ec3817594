// PDFs made on the spot: one of text to look for and mark, one as large as scans are.

/** Objects numbered from 1, each a dictionary and perhaps a stream, as a naïve program writes them: a table at the end. */
class Pdf {
  #parts = [Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  #at = this.#parts[0].length;
  #offsets = [];

  #put(part) {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    this.#parts.push(bytes);
    this.#at += bytes.length;
  }

  /** Writes the next object. */
  add(dictionary, stream) {
    this.#offsets.push(this.#at);
    const length = stream === undefined ? "" : `/Length ${stream.length}`;
    this.#put(`${this.#offsets.length} 0 obj\n<<${dictionary}${length}>>`);
    if (stream !== undefined) {
      this.#put("\nstream\n");
      this.#put(stream);
      this.#put("\nendstream");
    }
    this.#put("\nendobj\n");
  }

  end(trailer) {
    const start = this.#at;
    const rows = this.#offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    this.#put(`xref\n0 ${this.#offsets.length + 1}\n0000000000 65535 f \n${rows}`);
    this.#put(`trailer\n<</Size ${this.#offsets.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
    return Buffer.concat(this.#parts);
  }
}

const kidsFrom = (first, pages, step) => Array.from({ length: pages }, (_, page) => `${first + page * step} 0 R`).join(" ");

/** A book of text: `pages` are lists of lines in Latin letters; `rightToLeft` says how its pages are turned. */
export function textPdf({ title, pages, rightToLeft = false }) {
  const pdf = new Pdf();
  const direction = rightToLeft ? "/ViewerPreferences<</Direction/R2L>>" : "";
  pdf.add(`/Type/Catalog/Pages 2 0 R/Outlines 5 0 R${direction}`);
  pdf.add(`/Type/Pages/Count ${pages.length}/Kids[${kidsFrom(7, pages.length, 2)}]/MediaBox[0 0 420 595]/Resources<</Font<</F 3 0 R>>>>`);
  pdf.add("/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding");
  pdf.add(`/Title(${title})/Author(Leila Haddad)`);
  pdf.add("/First 6 0 R/Last 6 0 R/Count 1");
  pdf.add(`/Title(Second half)/Parent 5 0 R/Dest[${7 + Math.floor(pages.length / 2) * 2} 0 R/Fit]`);
  for (const [page, lines] of pages.entries()) {
    pdf.add(`/Type/Page/Parent 2 0 R/Contents ${8 + page * 2} 0 R`);
    const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
    pdf.add("", Buffer.from(`BT /F 12 Tf 18 TL 50 530 Td\n${shown}\nET`, "latin1"));
  }
  return pdf.end("/Info 4 0 R");
}

export const TEXT_TITLE = "The Harbour Ledger";
export const TURNED_TITLE = "The Mirror Ledger";

/** Twelve pages, each with a sentence of its own, one that all have, and a word that the end of a line parts. */
export function ledger({ title = TEXT_TITLE, rightToLeft = false } = {}) {
  const page = (number) => [
    `Page ${number} of the ledger opens at dawn.`,
    "Salt and rope are counted on the quay.",
    `The clerk wrote entry ${number * 111} in brown ink,`,
    "and the lamp above his desk was light-",
    "ening the room before the sun did.",
    ...Array.from({ length: 14 }, (_, line) => `Line ${line + 1} tells of barrels, nets and sails.`),
    `Here ends the tale of day ${number}.`,
  ];
  return textPdf({ title, rightToLeft, pages: Array.from({ length: 12 }, (_, index) => page(index + 1)) });
}

/** Numbers that are the same each time and cannot be packed. */
function noise(bytes, seed) {
  const made = Buffer.alloc(bytes);
  let state = (seed * 2654435761 + 1) >>> 0;
  for (let at = 0; at + 4 <= bytes; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    made.writeInt32LE(state | 0, at);
  }
  return made;
}

/** A book of pictures as a naïve program writes it: one flat page tree, and each page's dictionary beside its picture. */
export function heavyPdf({ title, pages = 300, kilobytes = 170 }) {
  const pdf = new Pdf();
  const width = 240;
  const height = Math.floor((kilobytes * 1024) / 3 / width);
  pdf.add("/Type/Catalog/Pages 2 0 R");
  pdf.add(`/Type/Pages/Count ${pages}/Kids[${kidsFrom(4, pages, 3)}]`);
  pdf.add(`/Title(${title})`);
  for (let page = 0; page < pages; page += 1) {
    const [content, picture] = [5 + page * 3, 6 + page * 3];
    pdf.add(`/Type/Page/Parent 2 0 R/MediaBox[0 0 480 640]/Contents ${content} 0 R/Resources<</XObject<</Im ${picture} 0 R>>>>`);
    pdf.add("", Buffer.from("480 0 0 640 0 0 cm /Im Do", "latin1"));
    pdf.add(`/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8`, noise(width * height * 3, page + 1));
  }
  return pdf.end("/Info 3 0 R");
}
