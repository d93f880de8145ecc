/** Compiled, never run: the types say what is called here, and no more. */
import { enclosed, QUEUE_CALLS_MAX, signEach, Signer, SignerRefusal } from '../js/signer.js';
import type { Calls, KeyHandle, Signed } from '../js/signer.js';

export async function everything(signer: Signer, file: File, certificate: Uint8Array): Promise<Signed[]> {
  const { key }: { key: KeyHandle } = await signer.makeKey({ set: 'XA' });
  const signers = [{ key, certificate }];
  const detached = await signer.sign({ content: file, signers }, { signal: AbortSignal.timeout(1000), onProgress: console.log });
  const attached = await signer.sign({ content: file, signers, attached: true });
  const whole: Blob = enclosed(file, attached);
  const { report } = await signer.verify({ message: detached.message, content: whole.stream(), trusted: ['-----BEGIN'] });
  const outcome = report.signers[0]?.outcome;
  if (outcome?.is === 'no') console.log(outcome.code);
  // @ts-expect-error a set that is none
  await signer.makeKey({ set: 'P-256' });
  // @ts-expect-error a detached signature has no halves
  console.log(detached.before, QUEUE_CALLS_MAX);
  const all: Signed[] = [];
  for await (const signed of signEach(signer, { contents: [file], signers })) all.push(signed);
  return all;
}

export const code = (error: unknown): string | undefined => (error instanceof SignerRefusal ? error.code : undefined);
export const names: Array<keyof Calls> = ['about', 'digest', 'signDigest'];
