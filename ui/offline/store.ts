/**
 * What stays on the device: drafts that are being filled in, and (kept by the service worker) what was opened, to be read
 * without a network. All of it goes at sign-out.
 */
const DATABASE = "svitok";
const VERSION = 2;
/** Stores of the database: УПД that are being filled in, official forms that are. */
const STORES = ["drafts", "forms"] as const;
type Store = (typeof STORES)[number];

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, VERSION);
    asked.onupgradeneeded = () => {
      for (const store of STORES) if (!asked.result.objectStoreNames.contains(store)) asked.result.createObjectStore(store);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("the database of the browser"));
  });
}

async function within<T>(store: Store, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onerror = () => reject(transaction.error ?? new Error("the database of the browser"));
      transaction.onabort = transaction.onerror;
    });
  } finally {
    database.close();
  }
}

/** Keeps a value under a key. */
export async function keep(store: Store, key: string, value: unknown): Promise<void> {
  await within(store, "readwrite", (at) => at.put(value, key));
}

/** The value under the key. */
export function find<T>(store: Store, key: string): Promise<T | undefined> {
  return within(store, "readonly", (at) => at.get(key) as IDBRequest<T | undefined>);
}

/** Every value, in the order of keys. */
export function list<T>(store: Store): Promise<T[]> {
  return within(store, "readonly", (at) => at.getAll() as IDBRequest<T[]>);
}

/** Takes a value away. */
export async function drop(store: Store, key: string): Promise<void> {
  await within(store, "readwrite", (at) => at.delete(key));
}

/** What the service worker kept of the server's answers. */
const READ = "svitok-read";

/** What was read goes; forms that were begun stay for the same person's next sign-in. */
export async function forgetRead(): Promise<void> {
  if ("caches" in globalThis) await caches.delete(READ);
}

/** Everything of the person goes. */
export async function forget(): Promise<void> {
  for (const store of STORES) await within(store, "readwrite", (at) => at.clear());
  await forgetRead();
}
