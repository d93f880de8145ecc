declare module "virtual:words/ru" {
  const source: string;
  export default source;
}
declare module "virtual:words/en" {
  const source: string;
  export default source;
}
declare module "virtual:signer-module" {
  /** Address of the module on this host; empty where the client was built without it. */
  const address: string;
  export default address;
}
declare module "virtual:checker-module" {
  /** Address of the module on this host; empty where the client was built without it. */
  const address: string;
  export default address;
}
