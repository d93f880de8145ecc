/** What a device is called, by what its program says of itself. */
import { say } from "../../../words";

/** Browsers by their mark; those that others pretend to be stand last. */
const BROWSERS: readonly [RegExp, string][] = [
  [/YaBrowser\//, "Яндекс Браузер"], [/Edg\//, "Edge"], [/OPR\//, "Opera"], [/Firefox\//, "Firefox"], [/Chrome\//, "Chrome"], [/Safari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, "Windows"], [/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Android/, "Android"], [/Mac OS X/, "macOS"], [/Linux/, "Linux"],
];

const named = (among: readonly [RegExp, string][], said: string) => among.find(([mark]) => mark.test(said))?.[1];

/** «Chrome, Windows»; a program that is no browser keeps its own words. */
export function deviceName(said: string): string {
  const browser = named(BROWSERS, said);
  if (browser === undefined) return said.trim() || say("client-security-device-unnamed");
  return [browser, named(SYSTEMS, said)].filter(Boolean).join(", ");
}
