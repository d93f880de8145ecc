/**
 * Frames of requests and answers, as `src/message.rs` has them: the length of a JSON text (four octets, little-endian), the
 * text, then octet strings, each with its length before it.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
const LENGTH_BYTES = 4;

/** JSON as octets. */
export const jsonOctets = (fields) => encoder.encode(JSON.stringify(fields));

/** Bytes of the frame of these pieces. */
export function frameLength(pieces) {
  return pieces.reduce((sum, piece) => sum + LENGTH_BYTES + piece.length, 0);
}

/** Writes the pieces one after another into memory that is just so long. */
export function writeFrame(pieces, into) {
  const view = new DataView(into.buffer, into.byteOffset, into.byteLength);
  let at = 0;
  for (const piece of pieces) {
    view.setUint32(at, piece.length, true);
    into.set(piece, at + LENGTH_BYTES);
    at += LENGTH_BYTES + piece.length;
  }
}

/** The JSON and the octet strings of a frame; the strings are copies. */
export function readFrame(frame) {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const pieces = [];
  for (let at = 0; at < frame.length; ) {
    const begin = at + LENGTH_BYTES;
    at = begin + view.getUint32(at, true);
    pieces.push(frame.slice(begin, at));
  }
  const [json, ...parts] = pieces;
  return { json: JSON.parse(decoder.decode(json)), parts };
}
