/** Refusals of the signing module in words: each has a code, and the code a text. */
import { errorWords } from "../../parts";
import { find, say } from "../../words";

/** The files do not hold both a key and its certificate. */
export class NoCertificate extends Error {
  override readonly name = "NoCertificate";
}

/** What a person is told. */
export function signerWords(error: unknown): string {
  if (error instanceof NoCertificate) return say("client-way-no-certificate");
  if (error instanceof Error && error.name !== "Refused" && "code" in error && typeof error.code === "string") {
    const given = "arguments" in error ? (error.arguments as Record<string, string>) : {};
    return find(error.code.replaceAll(".", "-"), given) ?? say("client-way-unopened");
  }
  return errorWords(error).title;
}
