import { SignerRefusal } from './refusal.js';

const VERSION = 1;

/** The browser's own database of keys, as promises: records of keys, and the one key of this device. */
export class Database {
  #connection;

  static async open(name) {
    try {
      const request = indexedDB.open(name, VERSION);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('keys', { keyPath: 'id' });
        request.result.createObjectStore('device');
      };
      const database = new Database();
      database.#connection = await done(request);
      // another page that deletes or upgrades it does not wait for this one
      database.#connection.onversionchange = () => database.close();
      return database;
    } catch (error) {
      throw new SignerRefusal('signer.store.unavailable', {}, `${error}`);
    }
  }

  close() {
    this.#connection.close();
  }

  all() {
    return this.#in('readonly', ({ keys }) => done(keys.getAll()));
  }

  find(id) {
    return this.#in('readonly', ({ keys }) => done(keys.get(id)));
  }

  /** Writes a new record; `refuse` sees all others first, in the same transaction. */
  add(record, refuse) {
    return this.#in('readwrite', async ({ keys }) => {
      refuse(await done(keys.getAll()));
      await done(keys.add(record));
    });
  }

  /** Changes a record as it is now. Gives it, or nothing when it is gone. */
  change(id, change) {
    return this.#in('readwrite', async ({ keys }) => {
      const record = await done(keys.get(id));
      if (!record) return undefined;
      const changed = { ...record, ...change(record) };
      await done(keys.put(changed));
      return changed;
    });
  }

  remove(id) {
    return this.#in('readwrite', ({ keys }) => done(keys.delete(id)));
  }

  /** The key of this device; the given one becomes it when there is none. Two pages at once agree on one. */
  async deviceKey(make) {
    const made = await this.#in('readonly', ({ device }) => done(device.get('key')));
    if (made) return made;
    const fresh = await make();
    return this.#in('readwrite', async ({ device }) => {
      const other = await done(device.get('key'));
      if (!other) await done(device.put(fresh, 'key'));
      return other ?? fresh;
    });
  }

  async #in(mode, work) {
    let transaction;
    try {
      transaction = this.#connection.transaction(['keys', 'device'], mode, { durability: 'strict' });
      const ended = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was ended'));
      });
      ended.catch(() => {});
      const stores = { keys: transaction.objectStore('keys'), device: transaction.objectStore('device') };
      const result = await work(stores);
      await ended;
      return result;
    } catch (error) {
      abort(transaction);
      throw error instanceof SignerRefusal ? error : new SignerRefusal('signer.store.unavailable', {}, `${error}`);
    }
  }
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function abort(transaction) {
  try {
    transaction?.abort();
  } catch (error) {
    // it had ended by itself, which is what was wanted
    if (error.name !== 'InvalidStateError') throw error;
  }
}
