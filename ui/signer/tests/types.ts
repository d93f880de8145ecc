/** Compiled, never run: the types say what is called here, and no more. */
import { BrowserWay, CryptoProWay, enclosed, FileWay, KeyStore, QUEUE_CALLS_MAX, ReadyWay, RutokenWay, signEach, Signer, SignerRefusal } from '../js/signer.js';
import type { Calls, KeyHandle, Signed, WayToSign } from '../js/signer.js';

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

export async function ways(signer: Signer, file: File, plugin: unknown): Promise<void> {
  const store = await KeyStore.open(signer);
  const { entry, backup } = await store.create({ name: 'Ромашка', password: 'длинный пароль' });
  await store.confirmBackup({ id: entry.id, file: backup, password: 'длинный пароль' });
  const files = new FileWay(signer);
  const [own] = await files.open({ files: [file], password: '' });
  if (own) await store.add({ ...files.signingKey({ id: own.id }), name: own.name ?? '', password: 'длинный пароль' });
  const all: WayToSign[] = [new BrowserWay(signer, store), files, new CryptoProWay(signer, plugin), new RutokenWay(signer, plugin)];
  for (const way of all) {
    for (const { id, needs } of await way.list()) {
      const { message } = await way.sign({ id, content: file, secret: needs === 'nothing' ? undefined : '1' });
      await new ReadyWay(signer).sign({ content: file, ready: message });
    }
  }
}
