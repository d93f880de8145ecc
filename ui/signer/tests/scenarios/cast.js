import { ok } from './check.js';

const utf8 = new TextEncoder();
export const text = (octets) => new TextDecoder().decode(octets);
export const bytes = (string) => utf8.encode(string);

/** Certificates of owners, as the issuing authority writes them. */
const OWNER = 'keyUsage=critical,digitalSignature,nonRepudiation,keyEncipherment,keyAgreement\nbasicConstraints=critical,CA:FALSE\n';
const AUTHORITY = 'keyUsage=critical,keyCertSign,cRLSign\nbasicConstraints=critical,CA:TRUE\n';

export const romashkaName = [
  { name: 'c', value: 'RU' },
  { name: 'o', value: 'ООО Ромашка' },
  { name: 'cn', value: 'ООО Ромашка' },
  { name: 'innLe', value: '7700000016' },
];

/**
 * OpenSSL with the GOST engine as judge and as the authority that issues certificates. `run(arguments, files, outputs)` runs
 * `openssl COMMAND -engine gost …` in one folder, with these files written before, and gives these outputs.
 */
export class Oracle {
  constructor(run) {
    this.run = run;
  }

  async does(command, files, outputs) {
    const verdict = await this.run(command, files, outputs);
    ok(verdict.good, `openssl ${command}: ${verdict.said}`);
    return verdict.files;
  }

  async refuses(command, files) {
    const verdict = await this.run(command, files, []);
    ok(!verdict.good, `openssl ${command} was to refuse: ${verdict.said}`);
    return verdict.said;
  }

  /** A root and an issuing authority, once in the folder. */
  async found() {
    if (this.root) return;
    const key = '-newkey gost2012_256 -pkeyopt paramset:XA -md_gost12_256 -nodes';
    await this.does(`req -x509 ${key} -keyout root.key -out root.pem -subj /CN=Root -days 3000`, {}, []);
    await this.does(`req ${key} -keyout ca.key -out ca.csr -subj /CN=Issuing`, {}, []);
    const made = 'x509 -req -in ca.csr -CA root.pem -CAkey root.key -CAcreateserial -days 2000 -md_gost12_256 -extfile ext -out ca.pem';
    await this.does(made, { ext: AUTHORITY }, []);
    const { 'ca.pem': issuing, 'root.pem': root } = await this.does('version', {}, ['ca.pem', 'root.pem']);
    await this.does('version', { 'chain.pem': text(root) + text(issuing) }, []);
    Object.assign(this, { root, issuing });
  }

  /** The certificate of a request in DER. */
  async issue(request) {
    await this.found();
    const command =
      'x509 -req -inform DER -in owner.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 1000 -md_gost12_256 -extfile ext -outform DER -out owner.der';
    const files = await this.does(command, { 'owner.csr': request, ext: OWNER }, ['owner.der']);
    return files['owner.der'];
  }

  /** Verifies a signed message over a content that lies apart. */
  verifies(message, content, more = '-cades') {
    const command = `cms -verify -binary -inform DER -in sig -content content -CAfile chain.pem -purpose any -out out ${more}`;
    return this.does(command, { sig: message, content }, []);
  }
}

/** A key of the set with a certificate for it: everything that signing takes. */
export async function member(signer, oracle, set = 'XA') {
  const { key, publicKey } = await signer.makeKey({ set });
  const request = await signer.makeRequest({ key, subject: romashkaName });
  const certificate = await oracle.issue(request);
  return { key, publicKey, request, certificate, chain: [oracle.issuing] };
}
