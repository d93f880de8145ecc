import { scenarios as digests } from './digests.js';
import { scenarios as hostile } from './hostile.js';
import { scenarios as keys } from './keys.js';
import { scenarios as server } from './server.js';
import { scenarios as signatures } from './signatures.js';

/** Told in Node over `Operations` and in a page over `Signer`. */
export const groups = { keys, signatures, digests, server, hostile };
