import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { extensionScript, ownScript } from "./trusted";

beforeEach(() => {
  vi.stubGlobal("location", new URL("https://svitok.example/incoming"));
  vi.stubEnv("DEV", false);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

describe("addresses of scripts", () => {
  it("lets through what this site has", () => {
    for (const address of ["/sw.js", "/assets/worker-1f_a.js", "https://svitok.example/assets/a.js", "/plugins/crypto-pro.js"]) {
      expect(ownScript(address)).toBe(address);
    }
  });

  it("refuses everything else", () => {
    for (const address of [
      "https://evil.example/assets/a.js", "//evil.example/sw.js", "data:text/javascript,alert(1)", "blob:https://svitok.example/1",
      "javascript:alert(1)", "/assets/../api/v1/x.js", "/assets/a.js?x", "/other.js", "/assets/a/b.js", "/plugins/..%2Fsw.js", "",
    ]) {
      expect(() => ownScript(address), address).toThrow(TypeError);
    }
  });

  it("knows code of an extension by its scheme", () => {
    expect(extensionScript("chrome-extension://iifchhfnnmpdbibifmljnfjhpififfog/nmcades_plugin_api.js")).toContain("nmcades");
    for (const address of ["https://evil.example/a.js", "/assets/a.js", "chrome-extension:evil", "data:,x", " chrome-extension://a/b.js"]) {
      expect(() => extensionScript(address), address).toThrow(TypeError);
    }
  });
});
