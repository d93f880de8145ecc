/**
 * Server-sent events, held once for all pages of the program in a browser: of those that look at the same, one holds the
 * connection (a lock of the browser says which) and tells the others. A browser keeps six connections to a host.
 */

/** What the browser gave up on (the server ended it, or answered otherwise) is begun anew after this. */
const AGAIN_EVERY_MS = 30_000;

/** What is listened to. */
export interface Feed {
  address: string;
  /** Of the events. */
  name: string;
  onNews: (data: string) => void;
  /** The page comes into sight, or the connection was lost: something may have been missed. */
  onMissed: () => void;
}

/** Listens while the page is in sight; the answer ends it. */
export function listen({ address, name, onNews, onMissed }: Feed): () => void {
  const channel = new BroadcastChannel(`svitok ${address}`);
  channel.onmessage = ({ data }) => onNews(String(data));
  let source: EventSource | undefined;
  let leave: AbortController | undefined;
  const open = () => {
    source = new EventSource(address);
    source.addEventListener(name, ({ data }: MessageEvent<string>) => {
      onNews(data);
      channel.postMessage(data);
    });
  };
  const close = () => {
    source?.close();
    source = undefined;
  };
  const join = () => {
    if (leave) return;
    leave = new AbortController();
    hold(`svitok ${address}`, leave.signal, open, close);
  };
  const rest = () => {
    leave?.abort();
    leave = undefined;
  };
  const look = () => {
    if (document.visibilityState === "hidden") return rest();
    if (!leave) onMissed();
    join();
  };
  const timer = setInterval(() => {
    if (source?.readyState !== EventSource.CLOSED || !navigator.onLine) return;
    onMissed();
    open();
  }, AGAIN_EVERY_MS);
  if (document.visibilityState !== "hidden") join();
  document.addEventListener("visibilitychange", look);
  return () => {
    rest();
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
    channel.close();
  };
}

/** Waits for the lock and holds it until the signal. Without a secure context there are no locks: then each page holds its own. */
function hold(lock: string, signal: AbortSignal, begin: () => void, end: () => void): void {
  const whole = () => new Promise<void>((done) => {
    begin();
    signal.addEventListener("abort", () => { end(); done(); }, { once: true });
  });
  if (!("locks" in navigator)) return void whole();
  navigator.locks.request(lock, { signal }, () => (signal.aborted ? undefined : whole())).catch((error: unknown) => {
    // Who rests while waiting gives the place in the queue up.
    if (!signal.aborted) throw error;
  });
}
