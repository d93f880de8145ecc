/** Types of the signer: of `signer.js` for pages, and of `operations.js` for workers and Node. */

/** Octets, however they are held. */
export type Octets = Uint8Array | ArrayBuffer | ArrayBufferView;
/** Octets as they come out: memory of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;
/** What is signed or verified: octets, a file, a stream, or pieces one after another. Read in pieces of 1 MiB, once. */
export type Content = Octets | Blob | ReadableStream<Uint8Array> | AsyncIterable<Octets> | Iterable<Octets>;
/** Digests that were taken elsewhere, instead of a content. Its length is then not known: answers tell 0. */
export interface ReadyDigests {
  digests: Partial<Record<Digest, Octets>>;
}
/** A file of certificates, a key or a list: octets in DER or PEM, or the text of a PEM. */
export type CertificateFile = Octets | string;
/** Milliseconds since 1970, or a date; the present moment when left out. */
export type At = Date | number;

/** Parameter sets of keys: GOST R 34.10-2012 of 256 bits, and of 512 bits in the last three. */
export type KeySet = 'A' | 'B' | 'C' | 'XA' | 'XB' | 'TCA' | 'TCB' | 'TCC' | 'TCD' | '512A' | '512B' | '512C';
/** Hash functions of GOST R 34.11-2012. */
export type Digest = 'streebog256' | 'streebog512';
/** A signature with signed attributes by CAdES-BES, or one without any as the vendors' kits make it. */
export type SignatureForm = 'cades-bes' | 'no-attributes';
/** Must revocation be looked up: yes; where lists are given; no. */
export type RevocationDemand = 'require' | 'if-present' | 'not-asked';
/** What a key may be used for. */
export type KeyUsage =
  | 'digitalSignature' | 'nonRepudiation' | 'keyEncipherment' | 'dataEncipherment' | 'keyAgreement' | 'keyCertSign' | 'crlSign';
/** A key that is open in the module. Dies with the module, and is never another key's. */
export type KeyHandle = number;

/** Why a call was not done. */
export declare class SignerRefusal extends Error {
  constructor(code: string, args?: Record<string, string | number>, detail?: string);
  /** Stable: `signer.…` or `pki.…`. The name of its text has hyphens for the dots. */
  readonly code: string;
  /** What the text speaks of. */
  readonly arguments: Record<string, string | number>;
}

/** Codes of what this face itself refuses, each with the name of its text. */
export declare const FACE_CODES: Readonly<Record<string, string>>;
/** Calls that wait or run at once in one worker at most. */
export declare const QUEUE_CALLS_MAX: number;

/** How a call goes on. */
export interface CallOptions {
  /** Ends the call with the signal's reason. */
  signal?: AbortSignal;
  /** Hears how many bytes of the content have been read. */
  onProgress?: (bytes: number) => void;
  /** Memory to be handed over to the worker instead of copied; the page loses it. */
  transfer?: Transferable[];
}

/** What the module is. */
export interface About {
  version: string;
  sets: KeySet[];
  limits: {
    keys: number;
    streams: number;
    buffers: number;
    buffer_bytes: number;
    parts: number;
    message_bytes: number;
    signers: number;
  };
}

/** An opened or made key. */
export interface OpenedKey {
  key: KeyHandle;
  set: KeySet;
  /** SubjectPublicKeyInfo in DER. */
  publicKey: Bytes;
}

/** A key of a container, with what lay beside it. */
export interface ContainerKey extends OpenedKey {
  name?: string;
  /** In DER. */
  certificate?: Bytes;
  /** Issuers of the certificate, nearest first, in DER. */
  chain: Bytes[];
}

/** What was in a container. */
export interface OpenedContainer {
  keys: ContainerKey[];
  /** Certificates that belong to none of the keys, in DER. */
  others: Bytes[];
  /** What could not be read, in English. */
  leftOut: string[];
}

/** An attribute of a name: `cn`, `surname`, `givenName`, `o`, `ou`, `title`, `inn`, `innLe`, `ogrn`, `ogrnip`, `snils`, `email`, `l`,
 * `st`, `street`, `c`, or a dotted object identifier. */
export interface NameAttribute {
  name: string;
  value: string;
}

/** A certificate as it is shown. */
export interface CertificateView {
  /** Hexadecimal. */
  serial: string;
  /** SHA-1 of the certificate, hexadecimal. */
  thumbprint: string;
  subject: NameAttribute[];
  issuer: NameAttribute[];
  not_before_ms: number;
  not_after_ms: number;
  /** None when the key is of another algorithm. */
  set: KeySet | null;
  /** The key's octets `X ‖ Y`, hexadecimal: equal for equal keys. None when it is of another algorithm. */
  public_key: string | null;
  usages: KeyUsage[];
  is_authority: boolean;
}

/** An answer to one question. The code is a key of the texts of `pki`. */
export type Check = { is: 'yes' } | { is: 'no'; code: string } | { is: 'unknown'; code: string };

/** A check with those it was concluded from. */
export interface CheckNode {
  name: string;
  clause: string;
  /** `content`, `message`, `signer:0`, `certificate:SERIAL`, `list`, `moment`, `demands`. */
  about: string[];
  check: Check;
  children?: CheckNode[];
}

/** What was found of one signer. */
export interface SignerReport {
  outcome: Check;
  certificate: CertificateView | null;
  signing_time_ms: number | null;
  form: 'cades-bes' | 'signed-attributes' | 'no-attributes';
  digest: string;
  integrity: Check;
  cades_attribute: Check;
  chain: Check;
  revocation: Check;
  path: CertificateView[];
  checks: CheckNode;
}

/** What was found of a message. */
export interface Report {
  at_ms: number;
  outcome: Check;
  signers: SignerReport[];
  /** What no signature covers. */
  unsigned: {
    certificates: number;
    certificates_unread: number;
    lists: number;
    lists_unread: number;
    attributes: string[];
  };
}

/** What was found of a certificate. */
export interface CertificateReport {
  at_ms: number;
  outcome: Check;
  certificate: CertificateView;
  chain: Check;
  revocation: Check;
  path: CertificateView[];
  checks: CheckNode;
}

/** Who signs: a key of the module with its certificate, and issuers to be put into the message. */
export interface SigningKey {
  key: KeyHandle;
  certificate: CertificateFile;
  chain?: CertificateFile[];
}

/** What a verification rests on. */
export interface Demands {
  at?: At;
  /** `if-present` when left out. */
  revocation?: RevocationDemand;
  trusted?: CertificateFile[];
  /** Certificates that may stand between, not trusted themselves. */
  known?: CertificateFile[];
  lists?: CertificateFile[];
}

/** How a message is signed. */
export interface SignRequest {
  content: Content | ReadyDigests;
  signers: SigningKey[];
  /** `cades-bes` when left out. */
  form?: SignatureForm;
  at?: At;
}

/** A message whose content lies apart. */
export interface DetachedSignature {
  /** Bytes of the content. */
  bytes: number;
  message: Bytes;
}

/** A message with its content inside: it is `before`, the content, `after`. */
export interface AttachedSignature {
  bytes: number;
  before: Bytes;
  after: Bytes;
}

/** The files of a CryptoPro folder. */
export interface KeyFolder {
  header: Octets;
  masks: Octets;
  primary: Octets;
  masks2?: Octets;
  primary2?: Octets;
  name?: Octets;
}

/** Everything the module does. Every call may refuse with a {@link SignerRefusal}. */
export interface Calls {
  about(): Promise<About>;
  /** A new key. */
  makeKey(request: { set: KeySet }): Promise<OpenedKey>;
  /** A key in PKCS#8; refuses a wrong password and damage alike as `pki.not-opened`. */
  readKey(request: { bytes: CertificateFile; password?: string }): Promise<OpenedKey>;
  publicKey(request: { key: KeyHandle }): Promise<{ set: KeySet; publicKey: Bytes }>;
  /** Wipes the key. */
  dropKey(request: { key: KeyHandle }): Promise<void>;
  /** The signature `s ‖ r` of a ready digest. */
  signDigest(request: { key: KeyHandle; digest: Octets }): Promise<Bytes>;
  /** A PFX file by RFC 9548. */
  sealContainer(request: {
    key: KeyHandle;
    password: string;
    name?: string;
    certificate?: CertificateFile;
    chain?: CertificateFile[];
    /** Rounds of the password's derivation. */
    iterations?: number;
  }): Promise<Bytes>;
  /** The keys of a PFX file; all or none stay open. */
  openContainer(request: { file: Octets; password: string }): Promise<OpenedContainer>;
  /** The key of a CryptoPro folder: its files by their names without `.key`. */
  openFolder(request: { files: KeyFolder; password?: string }): Promise<ContainerKey & { exportable: boolean }>;
  /** A request for a certificate, PKCS#10 in DER. */
  makeRequest(request: { key: KeyHandle; subject: NameAttribute[]; usages?: KeyUsage[] }): Promise<Bytes>;
  readCertificates(request: { bytes: CertificateFile }): Promise<Array<CertificateView & { der: Bytes }>>;
  digest(
    request: { content: Content; digests?: Digest[] },
    options?: CallOptions,
  ): Promise<{ bytes: number; digests: Partial<Record<Digest, Bytes>> }>;
  sign(request: SignRequest & { attached: true }, options?: CallOptions): Promise<AttachedSignature>;
  sign(request: SignRequest & { attached?: false }, options?: CallOptions): Promise<DetachedSignature>;
  /** The message with these signers too. Without a content the message must enclose its own. */
  addSignature(
    request: { message: Octets; content?: Content | ReadyDigests; signers: SigningKey[]; form?: SignatureForm; at?: At },
    options?: CallOptions,
  ): Promise<Bytes>;
  readMessage(request: {
    message: Octets;
  }): Promise<{
    digests: string[];
    signers: number;
    /** Digests of the content as the signers name them, hexadecimal; nothing is verified. */
    named: string[];
    encloses: number | null;
    /** Certificates inside, in DER. */
    certificates: Bytes[];
    lists: number;
  }>;
  /** Without a content the enclosed one is verified and given back. */
  verify(
    request: Demands & { message: Octets; content?: Content | ReadyDigests },
    options?: CallOptions,
  ): Promise<{ report: Report; content?: Bytes }>;
  verifyCertificate(request: Demands & { certificate: CertificateFile }): Promise<CertificateReport>;
  /** What was in a message encrypted to the owner of this certificate. */
  openEnvelope(request: { key: KeyHandle; message: Octets; certificate: CertificateFile }): Promise<{
    content: Bytes;
    contentType: string;
    /** Is a changed byte noticed? Only under a cipher with a code of authenticity. */
    noticesChanges: boolean;
  }>;
}

/** The calls for a page, done in a worker. A `lost` event: open keys are gone, the next call begins anew. */
export declare class Signer extends EventTarget {
  constructor(module: string | URL | BufferSource | WebAssembly.Module, options?: { worker?: () => Worker });
  /** Ends the worker. Calls that run refuse as `signer.worker.gone`, keys are gone. */
  close(): void;
}
export interface Signer extends Calls {}

/** The calls in the thread they are called from: in a worker, or in Node. */
export declare class Operations {
  /** @param begun instances that were begun elsewhere before: their keys are gone here */
  constructor(begin: () => Promise<WebAssembly.Instance>, begun?: number);
  static load(from: string | URL | BufferSource | WebAssembly.Module, begun?: number): Promise<Operations>;
  /** Called when the module broke and its keys are gone. */
  onLost?: () => void;
}
export interface Operations extends Calls {}

/** Names of all calls. */
export declare const OPERATIONS: ReadonlyArray<keyof Calls>;

/** What came of one of several contents. */
export type Signed = ({ index: number } & DetachedSignature) | { index: number; refusal: SignerRefusal };

/** Signs several contents one after another. A refusal of one does not stop the others, a cancelled signal stops all. */
export declare function signEach(
  signer: Pick<Calls, 'sign'>,
  request: Omit<SignRequest, 'content'> & { contents: Iterable<Content> | AsyncIterable<Content> },
  options?: { signal?: AbortSignal; onProgress?: (read: { index: number; bytes: number }) => void },
): AsyncGenerator<Signed, void, void>;

/** The whole message of a signature with its content inside. */
export declare function enclosed(content: Octets | Blob, around: AttachedSignature): Blob;

/** A key that lives in this browser. */
export interface KeptKey {
  id: string;
  name: string;
  set: KeySet;
  publicKey: Bytes;
  /** In DER; none until it was issued and set. */
  certificate: Bytes | undefined;
  chain: Bytes[];
  createdAt: number;
  /** When its file was opened again; null: not backed up, and a browser may forget it. */
  backedUpAt: number | null;
  /** May a passkey stand for the password? */
  passkey: boolean;
  /** Is it open now? */
  open: boolean;
}

/** A kept key with its file, which is to be saved elsewhere. */
export interface KeptWithBackup {
  entry: KeptKey;
  backup: Bytes;
}

/**
 * Keys that live in this browser, each under its password and under a key of this device. Refuses as `signer.store.…`; a wrong
 * password is `pki.not-opened`. Events: `closed` (`detail.id`), `changed`.
 */
export declare class KeyStore extends EventTarget {
  private constructor();
  /** `idleMs`: a key that nobody used for so long is closed; ten minutes unless told. */
  static open(signer: Signer, options?: { name?: string; idleMs?: number }): Promise<KeyStore>;
  close(): Promise<void>;
  list(): Promise<KeptKey[]>;
  get(id: string): Promise<KeptKey>;
  /** A new key, open. Passwords have eight signs at least. */
  create(request: { name: string; password: string; set?: KeySet }): Promise<KeptWithBackup>;
  /** A key that is open already, from a file. */
  add(request: {
    key: KeyHandle;
    set: KeySet;
    publicKey: Bytes;
    certificate?: Bytes | undefined;
    chain?: Bytes[];
    name: string;
    password: string;
  }): Promise<KeptWithBackup>;
  /** All keys of a PFX file, under its password or a fresh one. They count as backed up. */
  import(request: { file: Octets; password: string; fresh?: string; name?: string }): Promise<KeptKey[]>;
  /** Opens the saved file; with the same key in it, the key counts as backed up. */
  confirmBackup(request: { id: string; file: Octets; password: string }): Promise<KeptKey>;
  /** A PFX file with the certificate and its chain. */
  exportFile(request: { id: string; password: string }): Promise<Bytes>;
  rename(request: { id: string; name: string }): Promise<KeptKey>;
  setCertificate(request: { id: string; certificate: CertificateFile; chain?: CertificateFile[] }): Promise<KeptKey>;
  /** Takes the passkey away, which would open it with the old one. */
  changePassword(request: { id: string; password: string; fresh: string }): Promise<KeptWithBackup>;
  remove(request: { id: string }): Promise<void>;
  /** Asks for a passkey of this site that gives secrets (WebAuthn PRF). To be called from a person's click. */
  addPasskey(request: { id: string; password: string }): Promise<KeptKey>;
  removePasskey(request: { id: string }): Promise<KeptKey>;
  /** Without a password the passkey is asked for. */
  unlock(request: { id: string; password?: string | undefined }): Promise<KeptKey>;
  /** The open key for the calls of the signer; none has a certificate until it was set. */
  signingKey(request: { id: string }): Promise<{ key: KeyHandle; certificate: Bytes | undefined; chain: Bytes[] }>;
  closeKey(request: { id: string }): Promise<void>;
  closeAll(): Promise<void>;
  /** Asks the browser not to throw away what is kept; false when it still may. */
  persist(): Promise<boolean>;
  /** Keys that the browser threw away. */
  missing(): Promise<Array<{ id: string; name: string; createdAt: number }>>;
  /** The person has read that. */
  forgetMissing(): Promise<void>;
}

/** Where the key is. */
export type WayKind = 'browser' | 'file' | 'crypto-pro' | 'rutoken' | 'ready';

/** A key to choose. */
export interface SigningChoice {
  /** Of this way; good until its list changes. */
  id: string;
  kind: WayKind;
  /** The key's or the carrier's name. */
  name?: string | undefined;
  /** None: it cannot sign yet. */
  certificate: (CertificateView & { der: Bytes }) | undefined;
  /** What `secret` must be. */
  needs: 'nothing' | 'password' | 'pin';
  /** Of keys in this browser. */
  backedUp?: boolean;
  passkey?: boolean;
}

/** What is to be signed, by which key. */
export interface WayRequest {
  id: string;
  content: Content | ReadyDigests;
  /** The password or the PIN, where the choice needs one. */
  secret?: string | undefined;
  /** Where the key's owner lets it be chosen: in the browser and from files. */
  form?: SignatureForm | undefined;
  /** Everywhere but on Rutoken, which has its own clock. */
  at?: At | undefined;
}

/** One of the ways to sign. What a vendor's program gives is verified before it is given out. */
export interface WayToSign<Request = WayRequest, Given = DetachedSignature> {
  readonly kind: WayKind;
  list(): Promise<SigningChoice[]>;
  sign(request: Request, options?: CallOptions): Promise<Given>;
}

/** Keys in this browser. */
export declare class BrowserWay implements WayToSign {
  constructor(signer: Signer, store: KeyStore);
  readonly kind: 'browser';
  list(): Promise<SigningChoice[]>;
  sign(request: WayRequest, options?: CallOptions): Promise<DetachedSignature>;
}

/** Keys from files, in memory only: a PFX file, a PEM key, or the files of a CryptoPro folder; certificates beside. */
export declare class FileWay implements WayToSign {
  constructor(signer: Signer);
  readonly kind: 'file';
  open(request: { files: Array<File | { name: string; bytes: Octets }>; password?: string }): Promise<SigningChoice[]>;
  list(): Promise<SigningChoice[]>;
  sign(request: WayRequest, options?: CallOptions): Promise<DetachedSignature>;
  /** The open key with its certificate, to be put into a {@link KeyStore}. */
  signingKey(request: { id: string }): ContainerKey & { certificate: Bytes };
  /** Forgets all keys. */
  close(): Promise<void>;
}

/** Keys of CryptoPro's program, over `window.cadesplugin`. Never tried on the real one. The content is read twice. */
export declare class CryptoProWay implements WayToSign {
  constructor(signer: Signer, plugin: unknown);
  readonly kind: 'crypto-pro';
  list(): Promise<SigningChoice[]>;
  sign(request: WayRequest, options?: CallOptions): Promise<DetachedSignature>;
}

/** Keys on a Rutoken, over what `rutoken.loadPlugin()` gives. Never tried on the real one. The content is read twice. */
export declare class RutokenWay implements WayToSign {
  constructor(signer: Signer, plugin: unknown);
  readonly kind: 'rutoken';
  list(): Promise<SigningChoice[]>;
  sign(request: WayRequest, options?: CallOptions): Promise<DetachedSignature>;
}

/** A signature that was made elsewhere: a file in DER, base64 or PEM, taken when it signs exactly this content. */
export interface ReadyRequest {
  content: Octets | Blob | ReadyDigests;
  ready: Octets | Blob | string;
}

/** Signatures made elsewhere. There is nothing to choose, its list is empty. */
export declare class ReadyWay implements WayToSign<ReadyRequest, { message: Bytes; report: Report }> {
  constructor(signer: Signer);
  readonly kind: 'ready';
  list(): Promise<SigningChoice[]>;
  sign(request: ReadyRequest, options?: CallOptions): Promise<{ message: Bytes; report: Report }>;
  /** Finds the contents of many signatures by the digests these name, and verifies each. What came of each, in order. */
  match(
    request: { contents: Array<Octets | Blob>; ready: Array<Octets | Blob | string> },
    options?: CallOptions,
  ): Promise<Matched[]>;
}

/** The contents that a ready signature signs, by their places (equal contents have one signature); or why it is not taken. */
export type Matched = { places: number[]; message: Bytes; report: Report } | { refusal: SignerRefusal };
