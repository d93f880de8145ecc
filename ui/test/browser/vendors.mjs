/**
 * Vendors' programs as an extension puts them into a page: the imitations of their published interfaces that the signer's own tests
 * use, with the signature made outside the page, where a carrier would make it.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Operations } from "../../signer/js/operations.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const imitations = readFileSync(join(root, "ui/signer/tests/chromium/plugins.js"), "utf8").replaceAll("export class", "class");

/** What the page is given: objects of the vendors' names. CryptoPro's is a promise and the program at once, as the real one is. */
const PAGE = (certificate) => `(() => {
${imitations}
globalThis.putVendors = () => {
  const octets = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const signer = { sign: async ({ content: { digests } }) => ({ message: octets(await globalThis.carrierSigns(hexOf(digests.streebog256))) }) };
  const hexOf = (given) => Array.from(given, (octet) => octet.toString(16).padStart(2, "0")).join("");
  const members = [{ certificate: octets("${certificate}"), key: 1 }];
  const program = new CryptoPro(signer, members);
  globalThis.cadesplugin = Object.assign(Promise.resolve(), { CreateObjectAsync: (name) => program.CreateObjectAsync(name) });
  const carrier = new Rutoken(signer, members);
  globalThis.rutoken = { ready: Promise.resolve(), isPluginInstalled: async () => true, loadPlugin: async () => carrier };
};
})();`;

/** Keys of a person of the town, outside any browser. */
export async function carrierOf(town, word) {
  const folder = process.env.SVITOK_SIGNER ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "signer");
  const name = readdirSync(folder).find((one) => /^signer\.[\da-f]+\.wasm$/.test(one));
  const operations = await Operations.load(readFileSync(join(folder, name)));
  const { key } = await operations.readKey({ bytes: readFileSync(town.file(`${word}.key.pem`)) });
  const [own, ...chain] = await operations.readCertificates({ bytes: readFileSync(town.file(`${word}.cert.pem`)) });
  const signers = [{ key, certificate: own.der, chain: chain.map(({ der }) => der) }];
  return {
    certificate: Buffer.from(own.der).toString("base64"),
    signs: async (content) => Buffer.from((await operations.sign({ content, signers })).message),
    signsDigest: async (hex) => {
      const digests = { streebog256: Uint8Array.from(Buffer.from(hex, "hex")) };
      return Buffer.from((await operations.sign({ content: { digests }, signers })).message).toString("base64");
    },
  };
}

/** Lets pages of the context have the vendors' objects: at once, as an extension does, or when a script asks for them. */
export async function plugIn(context, carrier, { isAtOnce = true } = {}) {
  await context.exposeFunction("carrierSigns", carrier.signsDigest);
  await context.addInitScript(PAGE(carrier.certificate) + (isAtOnce ? "\nglobalThis.putVendors();" : ""));
}
