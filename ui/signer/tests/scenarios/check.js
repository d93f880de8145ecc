/** Assertions that work in Node and in a page alike. */

export function ok(value, what = 'not so') {
  if (!value) throw new Error(`assertion: ${what}`);
}

export function equal(given, wanted, what = '') {
  const [a, b] = [shown(given), shown(wanted)];
  if (a !== b) throw new Error(`assertion: ${what} ${a.slice(0, 400)} instead of ${b.slice(0, 400)}`);
}

/** The refusal that the promise ends in must have this code. */
export async function refused(promise, code, args) {
  let given;
  try {
    given = await promise;
  } catch (refusal) {
    if (refusal.code !== code) throw new Error(`assertion: ${code} wanted, given ${refusal.code ?? refusal} (${refusal.message})`);
    if (args) equal(refusal.arguments, args, code);
    return refusal;
  }
  throw new Error(`assertion: ${code} wanted, given an answer ${shown(given).slice(0, 200)}`);
}

const hex = (octets) => Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');

function shown(value) {
  const plain = (_, it) => {
    if (it instanceof Uint8Array) return `hex ${hex(it)}`;
    const isFields = it && typeof it === 'object' && !Array.isArray(it);
    return isFields ? Object.fromEntries(Object.entries(it).sort()) : it;
  };
  return JSON.stringify(value, plain) ?? 'undefined';
}
