// Gives a TrueType font a `name` table with one name, the family's: some readers of fonts insist on having one, and the
// name that the source had may be reserved (OFL, condition 3).

const FAMILY = 1;

/** The table: version 0, one record for Windows, Unicode, American English, then the text. */
function table(name) {
  const text = Buffer.from(name, 'utf16le').swap16();
  const head = Buffer.alloc(18);
  [0, 1, 18, 3, 1, 0x409, FAMILY, text.length, 0].forEach((value, i) => head.writeUInt16BE(value, i * 2));
  return Buffer.concat([head, text]);
}

/** The sum that the directory of tables keeps of each. */
function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** The font (a Buffer of sfnt without `name`) with that family's name. */
export function named(font, name) {
  const tables = new Map([['name', table(name)]]);
  for (let i = 0; i < font.readUInt16BE(4); i += 1) {
    const at = 12 + i * 16;
    const from = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(from, from + font.readUInt32BE(at + 12)));
  }
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  font.copy(directory, 0, 0, 4);
  const search = [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16];
  search.forEach((value, i) => directory.writeUInt16BE(value, 4 + i * 2));
  let offset = directory.length;
  const bodies = sorted.map(([tag, bytes], i) => {
    const body = padded(bytes);
    directory.write(tag, 12 + i * 16, 'latin1');
    [checksum(body), offset, bytes.length].forEach((value, j) => directory.writeUInt32BE(value, 16 + i * 16 + j * 4));
    offset += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}
