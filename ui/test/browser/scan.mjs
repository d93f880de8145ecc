/** A scan that is a picture: a page in colour with lines on it, as PNG; each name gives another one. */
import { deflateSync } from "node:zlib";

/** A4 at 150 dpi: what the published rules take. */
const WIDTH = 1_240;
const HEIGHT = 1_754;
/** From one line of the page to the next. */
const STEP = 40;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = crcTable[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(kind, body) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(kind, "latin1"), body]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc(named));
  return Buffer.concat([head, named, tail]);
}

/** The picture. */
export function page(name) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const seed = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const row = WIDTH * 3 + 1;
  const pixels = Buffer.alloc(row * HEIGHT, 0xf4);
  for (let y = 0; y < HEIGHT; y += 1) {
    pixels[y * row] = 0;
    if (y % STEP > 6 || y < STEP * 3) continue;
    const length = 200 + ((seed * (y + 7)) % 900);
    for (let x = 100; x < 100 + length; x += 1) pixels.set([(seed * 3) % 120, 60, 110], y * row + 1 + x * 3);
  }
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", deflateSync(pixels)), chunk("IEND", Buffer.alloc(0))]);
}
