/** What is signed: read {@link SignTask} first, then `runner.ts`. */

/** Who signs, as titles and service documents name a person. */
export interface NamedSigner {
  surname: string;
  givenName: string;
  patronymic?: string | undefined;
  position?: string | undefined;
}

/** Exact bytes under which a signature is wanted. */
export interface SignFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What the law's rows of kinds are asked by. */
export interface LegalKind {
  /** Kind of the document. */
  kind: string;
  /** Its recipient's answer is signed, and not the document itself. */
  isAnswer: boolean;
}

/** One document of the dialog: what a person sees of it, how its bytes are made, and what is done with the signatures. */
export interface SignTask {
  id: string;
  name: string;
  /** What is told of it, by the name of the fact: counteragent, total, act. */
  facts: Record<string, string>;
  /** Kopecks, where it has a total. */
  total?: bigint | undefined;
  /** Where the law asks for a kind of signature: documents and answers to them, not service papers. */
  legal?: LegalKind | undefined;
  /** The bytes to sign; asked once for each attempt that was refused, never again for one whose answer was lost. */
  prepare: (signer: NamedSigner) => Promise<SignFile[]>;
  /** Sends them with their signatures. The same key again is the same act. */
  send: (files: readonly SignFile[], signatures: readonly Uint8Array[], key: string) => Promise<void>;
}

/** Splits «Ромашкина Анна Петровна» as certificates write names. */
export function namedBy(person: string, position?: string): NamedSigner {
  const [surname = "", givenName = "", ...rest] = person.trim().split(/\s+/);
  return { surname, givenName, ...(rest.length > 0 ? { patronymic: rest.join(" ") } : {}), ...(position ? { position } : {}) };
}

/** Facts that are the same for all, and those that differ: what must be looked at before a thousand are signed at once. */
export function compared(tasks: readonly SignTask[]): { same: [string, string][]; differing: string[] } {
  const names = [...new Set(tasks.flatMap((task) => Object.keys(task.facts)))];
  const same: [string, string][] = [];
  const differing: string[] = [];
  for (const name of names) {
    const values = new Set(tasks.map((task) => task.facts[name] ?? ""));
    const [only] = values;
    if (values.size === 1 && only !== undefined) same.push([name, only]);
    else differing.push(name);
  }
  return { same, differing };
}
