import { Operations } from './operations.js';
import { serve } from './serve.js';

/** The signer's worker. Its first message says where the module is and how many instances there were before; all others are calls. */
let hear;
self.addEventListener('message', ({ data }) => {
  if (data.module) hear = serve(self, Operations.load(data.module, data.begun));
  else hear(data);
});
