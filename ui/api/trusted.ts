/**
 * The one door to what the browser takes for code. The pages' policy asks for it (`require-trusted-types-for 'script'`): a text
 * that did not come through here starts no worker and loads no script, wherever a fault may have let it in.
 */

/** Scripts of this site that may be started by address: workers, the service worker, a vendor's script of the administrator. */
const OWN = [/^\/sw\.js$/, /^\/assets\/[\w.-]+\.js$/, /^\/plugins\/[\w-]+\.js$/];
/** Code of the browser's extensions: who installed one trusts it with every page. */
const EXTENSION = /^(chrome|moz|safari-web)-extension:\/\/[\w-]+\/[\w./-]+$/;

/** Types of the browser's own factory; what it makes is taken where a text is. */
interface Rules {
  createScriptURL: (address: string) => string;
  createHTML?: (text: string) => string;
}
interface Factory {
  createPolicy: (name: string, rules: Rules) => Required<Rules>;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

/** Refuses an address that is none of this site's known scripts. */
export function ownScript(address: string): string {
  const { origin, pathname, search } = new URL(address, location.href);
  const isOwn = origin === location.origin && search === "" && OWN.some((known) => known.test(pathname));
  if (!isOwn && !import.meta.env.DEV) throw new TypeError(`not a script of this site: ${address}`);
  return address;
}

/** Refuses an address that is no extension's. */
export function extensionScript(address: string): string {
  if (!EXTENSION.test(address)) throw new TypeError(`not a script of an extension: ${address}`);
  return address;
}

// The text goes nowhere but into a tree of XML, in which nothing runs.
const rules = { createScriptURL: ownScript, createHTML: (text: string) => text };
const policy = factory ? factory.createPolicy("svitok", rules) : rules;

/** The address of a known script of this site, as the browser takes it. */
export function trustedScript(address: string): string {
  return policy.createScriptURL(address);
}

/** Reads XML; nothing in the tree is ever shown as it is. */
export function parseXml(text: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(text), "text/xml");
}

let isOpenToExtensions = false;

/** A vendor's script brings the code of its extension by address; from here on it may, and nothing else. */
export function openToExtensions(): void {
  if (isOpenToExtensions) return;
  isOpenToExtensions = true;
  factory?.createPolicy("default", { createScriptURL: extensionScript });
}
