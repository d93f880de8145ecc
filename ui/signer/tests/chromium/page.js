import { Signer } from '../../js/signer.js';
import { Oracle } from '../scenarios/cast.js';
import { groups } from '../scenarios/index.js';
import { groups as own } from './scenarios.js';

/* global oracleRun: what the runner put into the page */

const toBase64 = (octets) => {
  let text = '';
  for (let at = 0; at < octets.length; at += 8192) text += String.fromCharCode(...octets.subarray(at, at + 8192));
  return btoa(text);
};
const fromBase64 = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const mapped = (fields, change) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value)]));

const oracle = new Oracle(async (command, files = {}, outputs = []) => {
  const octets = (value) => (typeof value === 'string' ? new TextEncoder().encode(value) : value);
  const verdict = await oracleRun(command, mapped(files, (value) => toBase64(octets(value))), outputs);
  return { ...verdict, files: mapped(verdict.files, fromBase64) };
});

const fixture = async (path) => new Uint8Array(await (await fetch(`/tests/fixtures/${path}`)).arrayBuffer());

globalThis.runScenario = async (group, name) => {
  const signer = new Signer('/signer.wasm');
  try {
    const told = await { ...groups, ...own }[group][name]({ signer, oracle, fixture });
    return { told };
  } catch (error) {
    return { failed: `${error.stack ?? error}` };
  } finally {
    signer.close();
  }
};
document.title = 'ready';
