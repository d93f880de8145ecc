/**
 * Where the signing module is: `import address from "virtual:signer-module"`. `cargo xtask wasm` built it into
 * `target/signer`; the build puts it beside the client under the name that its content gave it. Built without it, the
 * address is empty and the client says that it cannot sign.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ID = "virtual:signer-module";
const RESOLVED = "\0signer-module";
const folder = process.env["SVITOK_SIGNER"] ?? fileURLToPath(new URL("../../target/signer/", import.meta.url));

/** Named by who builds all of it (`dev/ui`, which puts the module there itself), else what lies in the folder. */
const told = process.env["VITE_SIGNER_MODULE"];

function found(): string | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder).find((name) => /^signer\.[\da-f]+\.wasm$/.test(name));
}

export function signerModule(): Plugin {
  let isBuild = false;
  return {
    name: "svitok-signer-module",
    configResolved: (config) => { isBuild = config.command === "build"; },
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const name = found();
      return `export default ${JSON.stringify(told ?? (name ? `/signer/${name}` : ""))};`;
    },
    generateBundle() {
      const name = found();
      if (isBuild && name && !told) this.emitFile({ type: "asset", fileName: `signer/${name}`, source: readFileSync(`${folder}/${name}`) });
    },
    configureServer(server) {
      server.middlewares.use("/signer/", (request, response, next) => {
        const name = found();
        if (!name || request.url !== `/${name}`) return next();
        response.setHeader("content-type", "application/wasm");
        response.end(readFileSync(`${folder}/${name}`));
      });
    },
  };
}
