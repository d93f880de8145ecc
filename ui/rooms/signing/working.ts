/** Whether documents are being signed now: what else asks the server meanwhile waits. */
let running = 0;

export const isSigning = (): boolean => running > 0;

/** Runs the work as one that signs. */
export async function whileSigning(work: () => Promise<void>): Promise<void> {
  running += 1;
  try {
    await work();
  } finally {
    running -= 1;
  }
}
