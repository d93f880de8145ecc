/** Writes `sw.js` beside the shell: the worker with the names of this build's files. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const source = fileURLToPath(new URL("../service/worker.js", import.meta.url));

/** What is fetched in advance: scripts, styles, and the letters of the two alphabets. */
function isWanted(name: string): boolean {
  return /^assets\/.*\.(js|css)$/.test(name) || /^assets\/golos-text-(cyrillic|latin)-wght.*\.woff2$/.test(name);
}

export function serviceWorker(): Plugin {
  return {
    name: "svitok-service-worker",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter(isWanted).sort().map((name) => `/${name}`);
      const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
      const text = readFileSync(source, "utf8").replace('["FILES"]', JSON.stringify(files)).replace('"VERSION"', JSON.stringify(version));
      this.emitFile({ type: "asset", fileName: "sw.js", source: text });
    },
  };
}
