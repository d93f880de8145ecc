/** What happened, in words and in a code. */
import { Refused, Unreachable } from "../api/refusal";
import { say } from "../words";

/** For a person. */
export function errorWords(error: unknown): { title: string; text?: string; requestId?: string | undefined } {
  if (error instanceof Unreachable) return { title: say("client-unreachable"), text: say("client-unreachable-text") };
  if (error instanceof Refused) {
    const title = error.problem.title || say("client-fault");
    return error.requestId === undefined ? { title } : { title, requestId: error.requestId };
  }
  return { title: say("client-bug"), text: say("client-bug-text") };
}

/** For a program: the stable code of a refusal, or what kind of failure it was here. */
export function errorCode(error: unknown): string {
  if (error instanceof Unreachable) return "client.unreachable";
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "client.bug";
}
