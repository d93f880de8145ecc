import { existsSync, readdirSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { serviceWorker } from "./plugins/serviceWorker.ts";
import { wasmModule } from "./plugins/wasmModule.ts";
import { words } from "./plugins/words.ts";

/** Where a server of the town answers while the client is being written. */
const SERVER = process.env["SVITOK_SERVER"] ?? "http://127.0.0.1:8080";

/** Scripts of server-rendered pages, found by the program under these names in the manifest. */
const pages = existsSync("pages") ? readdirSync("pages").filter((name) => name.endsWith(".ts")) : [];

export default defineConfig({
  plugins: [words(), wasmModule("signer"), wasmModule("checker"), serviceWorker(), react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsDir: "assets",
    manifest: true,
    target: "es2022",
    // Nothing may stand in the page as data: the policy of pages takes fonts and pictures from this host alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: { input: ["index.html", ...pages.map((name) => `pages/${name}`)] },
  },
  server: { port: 5173, strictPort: true, proxy: { "/api/v1": SERVER, "/sign-in": SERVER, "/sign-out": SERVER } },
});
