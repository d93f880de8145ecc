/**
 * Acts that nothing can undo are put off: done when the time to take them back is over, or at once when the page is left or
 * the person signs out, and not at all when they are taken back. Pure but for the clock; `toast.tsx` says it to the person.
 */

/** Time to take an act back: long enough to read what was done. */
export const TAKE_BACK_MS = 6_000;

/** An act that waits. */
export interface PutOff {
  /** What it is about; while one waits, no other about the same is taken. */
  key: string;
  act: () => Promise<unknown>;
  /** It was done, it failed, or it was taken back: nothing of it waits any more. */
  onEnd?: (how: "done" | "back") => void;
  onFailed: (error: unknown) => void;
}

interface Waiting extends PutOff {
  timer: ReturnType<typeof setTimeout>;
}

const waiting = new Map<string, Waiting>();
const heard = new Set<() => void>();
let shown: ReadonlySet<string> = new Set();

function changed(): void {
  shown = new Set(waiting.keys());
  for (const hear of heard) hear();
}

/** Puts an act off. False where one about the same waits already. */
export function putOff(asked: PutOff): boolean {
  if (waiting.has(asked.key)) return false;
  waiting.set(asked.key, { ...asked, timer: setTimeout(() => void now(asked.key), TAKE_BACK_MS) });
  changed();
  return true;
}

/** Takes an act back. False where it is done already. */
export function takeBack(key: string): boolean {
  const one = waiting.get(key);
  if (!one) return false;
  clearTimeout(one.timer);
  waiting.delete(key);
  changed();
  one.onEnd?.("back");
  return true;
}

async function now(key: string): Promise<void> {
  const one = waiting.get(key);
  if (!one) return;
  clearTimeout(one.timer);
  waiting.delete(key);
  try {
    await one.act();
    one.onEnd?.("done");
  } catch (error) {
    one.onFailed(error);
  } finally {
    changed();
  }
}

/** Does at once what waits: before the page is left, and before signing out. */
export async function doAllNow(): Promise<void> {
  await Promise.all([...waiting.keys()].map(now));
}

/** What waits, by its key; the same set until something changes. */
export function whatWaits(): ReadonlySet<string> {
  return shown;
}

/** Hears of every change; the answer ends it. */
export function hearWaiting(hear: () => void): () => void {
  heard.add(hear);
  return () => heard.delete(hear);
}
