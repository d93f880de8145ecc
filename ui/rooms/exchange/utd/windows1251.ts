/** Bytes of windows-1251, the encoding in which titles are exchanged. */

/** Signs of bytes 0x80–0xBF; 0x98 stands for nothing. Letters А–я follow from 0xC0 in the order of Unicode. */
const UPPER =
  "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0000™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї";

const BYTES = new Map<string, number>([...UPPER].map((sign, index) => [sign, 0x80 + index]));
for (let index = 0; index < 64; index += 1) BYTES.set(String.fromCharCode(0x410 + index), 0xc0 + index);
BYTES.delete("\u0000");

/** The bytes, or the first sign that has none. */
export function toWindows1251(text: string): Uint8Array<ArrayBuffer> | { sign: string } {
  const bytes = new Uint8Array(text.length);
  let at = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const byte = code < 0x80 ? code : BYTES.get(sign);
    if (byte === undefined) return { sign };
    bytes[at] = byte;
    at += 1;
  }
  return bytes.slice(0, at);
}
