/**
 * Imitations of the vendors' objects for browsers, as their documentation has them: asynchronous, with the order that is asked for
 * and the errors that are given. Signatures come from a second signer that the tested one knows nothing of.
 */

const hex = (text) => Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16));
const base64 = (octets) => btoa(String.fromCharCode(...octets)).replace(/(.{64})/g, '$1\r\n');
const fails = (said) => {
  throw new Error(said);
};

/** CryptoPro's object. `members`: keys with certificates; one without a key may be among them. `wrong` changes what is signed. */
export class CryptoPro {
  calls = [];

  constructor(signer, members, { wrong = (digests) => digests, refuses } = {}) {
    Object.assign(this, { signer, members, wrong, refuses });
  }

  async CreateObjectAsync(name) {
    this.calls.push(name);
    switch (name) {
      case 'CAdESCOM.Store':
        return this.#store();
      case 'CAdESCOM.CPSigner':
        return this.#properties(['Certificate', 'CheckCertificate', 'Options', 'SigningTime']);
      case 'CAdESCOM.HashedData':
        return this.#hashed();
      case 'CAdESCOM.CadesSignedData':
        return { SignHash: (...given) => this.#signHash(...given) };
      default:
        return fails(`unknown object ${name} (0x80040154)`);
    }
  }

  #store() {
    let open = false;
    const certificates = this.members.map((member) => ({
      member,
      HasPrivateKey: async () => member.key !== undefined,
      Export: async (encoding) => (encoding === 0 ? base64(member.certificate) : fails('(0x80070057)')),
    }));
    const collection = {
      get Count() {
        return Promise.resolve(certificates.length);
      },
      Item: async (at) => certificates[at - 1] ?? fails('index (0x80070057)'),
    };
    return {
      Open: async (location, name, mode) => (open = location === 2 && name === 'My' && mode === 2) || fails('(0x80070057)'),
      Close: async () => {
        this.calls.push('Close');
        open = false;
      },
      get Certificates() {
        return open ? Promise.resolve(collection) : Promise.reject(new Error('the store is not open (0x80880250)'));
      },
    };
  }

  #properties(names) {
    const values = {};
    const set = (name) => [`propset_${name}`, async (value) => void (values[name] = value)];
    return { values, ...Object.fromEntries(names.map(set)) };
  }

  #hashed() {
    const data = this.#properties(['Algorithm', 'DataEncoding']);
    const length = { 101: 64, 102: 128 };
    data.SetHashValue = async (value) => {
      const fits = new RegExp(`^[0-9A-F]{${length[data.values.Algorithm]}}$`).test(value);
      return fits ? void (data.values.hash = value) : fails('the hash value is not valid (0x80070057)');
    };
    return data;
  }

  async #signHash(hashed, signer, type, encoding) {
    if (this.refuses) fails(this.refuses);
    if (type !== 1 || encoding !== 0) fails('(0x80070057)');
    const { member } = signer.values.Certificate;
    const at = signer.values.SigningTime ?? new Date();
    const digest = hashed.values.Algorithm === 101 ? 'streebog256' : 'streebog512';
    const digests = this.wrong({ [digest]: hex(hashed.values.hash) });
    const chosen = this.other ?? member;
    const { message } = await this.signer.sign({ content: { digests }, signers: [chosen], at });
    return base64(message);
  }
}

/** Rutoken's object, of one carrier with a PIN. */
export class Rutoken {
  calls = [];
  #logged = false;
  // promises in one version, numbers in another
  CERT_CATEGORY_USER = Promise.resolve(1);
  TOKEN_INFO_LABEL = 5;
  DATA_FORMAT_HASH = Promise.resolve(2);
  errorCodes = Promise.resolve({ PIN_INCORRECT: 21, PIN_LOCKED: 22, USER_NOT_LOGGED_IN: 11, ALREADY_LOGGED_IN: 93, DEVICE_NOT_FOUND: 3 });

  constructor(signer, members, { pin = '12345678', logged = false } = {}) {
    Object.assign(this, { signer, members, pin, left: 3 });
    this.#logged = logged;
  }

  enumerateDevices = async () => [7];
  getDeviceInfo = async (device, info) => (device === 7 && info === 5 ? 'Рутокен бухгалтера' : fails('3'));
  enumerateCertificates = async (device, category) =>
    device === 7 && category === 1 ? this.members.map((_, at) => `ce:${at}`) : fails('3');

  async getCertificate(device, id) {
    return `-----BEGIN CERTIFICATE-----\n${base64(this.#member(id).certificate)}\n-----END CERTIFICATE-----\n`;
  }

  async login(device, pin) {
    this.calls.push('login');
    if (this.#logged) fails('93');
    if (this.left === 0) fails('22');
    if (pin !== this.pin) {
      this.left -= 1;
      fails('21');
    }
    this.left = 3;
    this.#logged = true;
  }

  async logout() {
    this.calls.push('logout');
    this.#logged = false;
  }

  async sign(device, id, data, format, options) {
    if (!this.#logged) fails('11');
    if (format !== 2 || !/^[0-9a-f]{2}(:[0-9a-f]{2}){31}$/.test(data) || !options.detached) fails('1');
    const digests = { streebog256: hex(data.replaceAll(':', '')) };
    const { message } = await this.signer.sign({ content: { digests }, signers: [this.#member(id)] });
    return base64(message);
  }

  #member(id) {
    return this.members[Number(id.split(':')[1])] ?? fails('3');
  }
}
