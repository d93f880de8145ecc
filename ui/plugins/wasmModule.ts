/**
 * Where a module in WebAssembly is: `import address from "virtual:signer-module"`, or of the checker. `cargo xtask wasm` built it
 * into `target/signer`; the build puts it beside the client under the name that its content gave it. Built without it, the
 * address is empty and the client says what it cannot do.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** The module of a kind: `signer` or `checker`. */
export function wasmModule(kind: string): Plugin {
  const asked = `virtual:${kind}-module`;
  const resolved = `\0${kind}-module`;
  const folder = process.env[`SVITOK_${kind.toUpperCase()}`] ?? fileURLToPath(new URL(`../../target/${kind}/`, import.meta.url));
  // Named by who builds all of it and puts the module there itself, else what lies in the folder.
  const told = process.env[`VITE_${kind.toUpperCase()}_MODULE`];
  const isOne = new RegExp(`^${kind}\\.[\\da-f]+\\.wasm$`);
  const found = () => (existsSync(folder) ? readdirSync(folder).find((name) => isOne.test(name)) : undefined);
  let isBuild = false;
  return {
    name: `svitok-${kind}-module`,
    configResolved: (config) => { isBuild = config.command === "build"; },
    resolveId: (id) => (id === asked ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      const name = found();
      return `export default ${JSON.stringify(told ?? (name ? `/${kind}/${name}` : ""))};`;
    },
    generateBundle() {
      const name = found();
      if (isBuild && name && !told) this.emitFile({ type: "asset", fileName: `${kind}/${name}`, source: readFileSync(`${folder}/${name}`) });
    },
    configureServer(server) {
      server.middlewares.use(`/${kind}/`, (request, response, next) => {
        const name = found();
        if (!name || request.url !== `/${name}`) return next();
        response.setHeader("content-type", "application/wasm");
        response.end(readFileSync(`${folder}/${name}`));
      });
    },
  };
}
