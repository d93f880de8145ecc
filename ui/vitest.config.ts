import { defineConfig } from "vitest/config";
import { words } from "./plugins/words.ts";

export default defineConfig({
  plugins: [words()],
  test: { include: ["**/*.test.ts"], exclude: ["node_modules/**", "dist/**", "signer/**", "test/browser/**"], environment: "node", pool: "threads" },
});
