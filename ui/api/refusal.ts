/** What an answer that is not the asked one becomes: a refusal, a lost network, a fault of the server. */
import type { components } from "./schema";

/** The problem of an answer (`application/problem+json`). */
export type Problem = components["schemas"]["Problem"];

/** A rule said no, or the server failed: the text for a person, the code for a program, the number of the request. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }

  /** `room.subject.rule`. */
  get code(): string {
    return this.problem.code;
  }

  /** The number under which the server's journal has the request. */
  get requestId(): string | undefined {
    return this.problem.request_id ?? undefined;
  }

  /** Asking again may help: the server failed or was too busy. */
  get isFault(): boolean {
    return this.problem.status >= 500 || this.problem.status === 429;
  }

  /** Nothing there, or not for this person. */
  get isAbsent(): boolean {
    return this.problem.status === 404;
  }
}

/** No answer came. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** The problem of an answer that had none of ours: a proxy's page, an empty body. */
export function unnamed(status: number): Problem {
  return { type: "about:blank", title: "", status, code: "client.answer.unreadable", detail: `HTTP ${status}` };
}
