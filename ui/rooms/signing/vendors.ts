/**
 * Vendors' programs for signing, over their objects for browsers. The object is in the page because an extension put it there,
 * or it is made by the vendor's script that the administrator placed in `<data>/plugins`. Vendors' scripts are no part of Svitok.
 */
import { bytesAt } from "../../api/client";
import { openToExtensions, trustedScript } from "../../api/trusted";
import type * as face from "../../signer/js/signer.js";
import type { Signer, WayToSign as VendorsKeys } from "../../signer/js/signer.js";
import { signer } from "./signer";

type Face = typeof face;

/** One vendor. */
export interface Vendor {
  /** Also the name of the script in `<data>/plugins`. */
  key: "crypto-pro" | "rutoken";
  /** Name of its object in the page. */
  global: "cadesplugin" | "rutoken";
  /** The adapter over that object. */
  way: (face: Face, module: Signer, global: unknown) => VendorsKeys;
}

interface CadesPlugin extends PromiseLike<unknown> {
  CreateObjectAsync: (name: string) => Promise<unknown>;
}

interface Rutoken {
  ready?: Promise<unknown>;
  isPluginInstalled: () => Promise<boolean>;
  loadPlugin: () => Promise<unknown>;
}

/** CryptoPro's. Source: documentation of «КриптоПро ЭЦП Browser plug-in». */
export const CRYPTO_PRO: Vendor = {
  key: "crypto-pro",
  global: "cadesplugin",
  way: ({ CryptoProWay }, module, global) => new CryptoProWay(module, begun(global as CadesPlugin)),
};

/** Rutoken's. Source: documentation of «Рутокен Плагин», the beginning of work with it. */
export const RUTOKEN: Vendor = {
  key: "rutoken",
  global: "rutoken",
  way: ({ RutokenWay }, module, global) => new RutokenWay(module, loaded(global as Rutoken)),
};

// The object is a promise of nothing and the program at once: awaited, it would be lost.
async function begun(cadesplugin: CadesPlugin | undefined): Promise<unknown> {
  await cadesplugin;
  return cadesplugin && { CreateObjectAsync: (name: string) => cadesplugin.CreateObjectAsync(name) };
}

async function loaded(rutoken: Rutoken | undefined): Promise<unknown> {
  await rutoken?.ready;
  return (await rutoken?.isPluginInstalled()) ? rutoken?.loadPlugin() : undefined;
}

const objectOf = ({ global }: Vendor): unknown => (globalThis as Record<string, unknown>)[global];

/** Brings the vendor's object into the page by its script, where the host has one and the object is not there. */
async function bring(vendor: Vendor): Promise<void> {
  if (objectOf(vendor) !== undefined) return;
  const listed = JSON.parse(new TextDecoder().decode(await bytesAt("/plugins"))) as { scripts: string[] };
  if (!listed.scripts.includes(vendor.key)) return;
  openToExtensions();
  await run(`/plugins/${vendor.key}.js`);
}

function run(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = trustedScript(address);
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`the script ${address} was not loaded`));
    document.head.append(script);
  });
}

/** The vendor's keys. They refuse as `signer.way.no-plugin` where its program is not there. */
export async function keysOf(vendor: Vendor): Promise<VendorsKeys> {
  const [face, module] = await Promise.all([import("../../signer/js/signer.js"), signer(), bring(vendor)]);
  return vendor.way(face, module, objectOf(vendor));
}
