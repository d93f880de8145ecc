/**
 * Signs several contents one after another, each into a message of its own. Gives what came of each in order: a refusal of one
 * does not stop the others, a cancelled signal stops all.
 */
export async function* signEach(signer, { contents, ...request }, { signal, onProgress } = {}) {
  let index = 0;
  for await (const content of contents) {
    const place = index;
    const told = onProgress && ((bytes) => onProgress({ index: place, bytes }));
    try {
      const signed = await signer.sign({ ...request, content }, { signal, onProgress: told });
      yield { index, ...signed };
    } catch (refusal) {
      if (signal?.aborted) throw refusal;
      yield { index, refusal };
    }
    index += 1;
  }
}

/** The whole message, for a signature with its content inside. */
export function enclosed(content, { before, after }) {
  return new Blob([before, content, after], { type: 'application/pkcs7-mime' });
}
