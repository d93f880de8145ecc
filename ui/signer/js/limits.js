/** Bytes hashed between two looks at whether the call was cancelled; also the piece in which a file is read. */
export const CHUNK_BYTES = 1024 * 1024;
/** Calls that wait or run at once in one worker: a page signs a thousand documents by asking as answers come. */
export const QUEUE_CALLS_MAX = 64;
/** Calls that run at once: the others' files are read while one is hashed, and a short call does not wait for a long file. */
export const RUNNING_CALLS_MAX = 4;
/** Bytes of chance brought to each call that wants it: as many as the longest key has. */
export const CHANCE_BYTES = 64;
/** Handles of one instance stay below this; numbers of keys outside are this many times the instance's number, and the handle. */
export const HANDLES_PER_INSTANCE = 2 ** 32;
/** Instances that one worker begins at most, so that the numbers of two workers' instances never meet. A module that broke so often
 * is not begun again; 2,048 workers' keys stay whole numbers. */
export const INSTANCES_PER_WORKER = 1024;
