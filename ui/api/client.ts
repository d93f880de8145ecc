/**
 * The own API with its types. Every write carries the page's token against forged requests and, where it must happen
 * once, an `Idempotency-Key`. Start with {@link api} and {@link answered}.
 */
import createClient, { type Middleware } from "openapi-fetch";
import { language } from "../words";
import { Refused, Unreachable, unnamed, type Problem } from "./refusal";
import type { components, paths } from "./schema";

/** Shapes of requests and answers by their names. */
export type Shapes = components["schemas"];

/** Header that a page of this site alone can set. */
const CSRF_HEADER = "X-Svitok-Csrf";

/**
 * What the server says where nobody is signed in any more. Other refusals with the same status are about what was shown again to who
 * is: a wrong password, a wrong code.
 */
const SIGN_IN_ENDED: readonly string[] = ["web.sign-in-needed", "account.sign-in.needed", "account.sign-in.token-refused", "client.answer.unreadable"];

let csrf: string | undefined;
let signedOut: () => void = () => undefined;

/** The token of the present sign-in. */
export function keepCsrf(token: string | undefined): void {
  csrf = token;
}

/** What to do when the server no longer knows the sign-in. */
export function onSignedOut(act: () => void): void {
  signedOut = act;
}

/** Headers of a request that is not made through {@link api}. */
export function ownHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { "Accept-Language": language() };
  if (method !== "GET" && csrf !== undefined) headers[CSRF_HEADER] = csrf;
  return headers;
}

const headers: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ownHeaders(request.method))) request.headers.set(name, value);
    return request;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === "AbortError" ? undefined : new Unreachable();
  },
};

/** Requests by path, with types from docs/api/v1.json. */
export const api = createClient<paths>({ baseUrl: "", credentials: "same-origin" });
api.use(headers);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; anything else is thrown as {@link Refused}. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (response.ok) return data as T;
  throw refusalOf(response.status, error);
}

/** The bytes of an answer; with `no-store` they are not kept to be read without a network. */
export async function bytesAt(path: string, signal?: AbortSignal, cache: "default" | "no-store" = "default"): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response;
  try {
    response = await fetch(path, { headers: ownHeaders("GET"), credentials: "same-origin", signal: signal ?? null, cache });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable();
  }
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw refusalOf(response.status, await response.json().catch(() => undefined));
}

function refusalOf(status: number, body: unknown): Refused {
  const problem = isProblem(body) ? body : unnamed(status);
  if (status === 401 && SIGN_IN_ENDED.includes(problem.code)) signedOut();
  return new Refused(problem);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "title" in body;
}

/** A fresh key: one act asked again under one key happens once. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** Path of an entity's exact bytes. */
export function contentPath(boxId: string, messageId: string, entityId: string): string {
  return `/api/v1/exchange/boxes/${boxId}/messages/${messageId}/entities/${entityId}/content`;
}

/** Octets as the API writes them: base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Octets from base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
