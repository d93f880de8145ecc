/** Many files as one: a ZIP archive without compression. Source: APPNOTE.TXT of PKWARE, 4.3.7, 4.3.12, 4.3.16. */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version that reads it; names are UTF-8. */
const VERSION = 20;
const UTF8 = 0x0800;
/** 1 January 1980: the archive tells no time. */
const NO_DAY = 0x0021;
/** What numbers of two octets hold. */
const FILES_MAX = 0xffff;

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const octet of bytes) value = (TABLE[(value ^ octet) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Numbers of two and of four octets, little-endian, as [size, value]. */
function header(...fields: readonly [2 | 4, number][]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/** A file of the archive. */
export interface ZipFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The archive. Names that repeat get a number. */
export function zipped(files: readonly ZipFile[]): Blob {
  if (files.length > FILES_MAX) throw new Error(`an archive of more than ${FILES_MAX} files`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const list: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const { name, bytes } of withOwnNames(files)) {
    const called = new TextEncoder().encode(name);
    const common: [2 | 4, number][] = [
      [2, VERSION], [2, UTF8], [2, 0], [2, 0], [2, NO_DAY], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, called.length], [2, 0],
    ];
    const local = header([4, LOCAL], ...common);
    parts.push(local, called, bytes);
    list.push(header([4, CENTRAL], [2, VERSION], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), called);
    at += local.length + called.length + bytes.length;
  }
  const size = list.reduce((sum, part) => sum + part.length, 0);
  const end = header([4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]);
  return new Blob([...parts, ...list, end], { type: "application/zip" });
}

/** «Акт.xml», «Акт (2).xml»: no file hides another. */
export function withOwnNames(files: readonly ZipFile[]): ZipFile[] {
  const taken = new Set<string>();
  return files.map(({ name, bytes }) => {
    const dot = name.lastIndexOf(".") > 0 ? name.lastIndexOf(".") : name.length;
    let own = name;
    for (let number = 2; taken.has(own.toLowerCase()); number += 1) own = `${name.slice(0, dot)} (${number})${name.slice(dot)}`;
    taken.add(own.toLowerCase());
    return { name: own, bytes };
  });
}
