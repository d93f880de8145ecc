/**
 * A document while it is filled in: what a person changes is seen at once; the worker computes what follows and checks all of it
 * again a moment after the last key.
 */
import type { Change, Checker, Computed, Finding } from "../../checker/js/checker";
import type { Form } from "../../checker/js/forms";
import { constants, type FormSchema, type Section } from "./schema";
import { moves, Values } from "./values";

/** After the last key; a check itself takes a few milliseconds, but a person who types fast need not be told of every letter. */
const CHECKED_AFTER_MS = 80;

/** What a screen shows of the document. */
export interface Shown {
  findings: readonly Finding[];
  cut: boolean;
  /** Milliseconds from the last change to its findings. */
  tookMs: number;
  problem: unknown;
}

const NONE: readonly Finding[] = [];

export class LiveForm {
  values: Values;
  shown: Shown = { findings: [], cut: false, tookMs: 0, problem: undefined };
  readonly touched = new Set<string>();
  isAsked = false;
  /** Changes a person made, or that are not kept yet. */
  edits = 0;
  #at = new Map<string, Finding[]>();
  #computed = new Map<string, Computed>();
  #version = 0;
  #heard = new Set<() => void>();
  #reveals = new Set<(path: string) => void>();
  #pending: Change[] = [];
  /** Changes the worker has not answered for yet. */
  #unseen: Change[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #run: Promise<void> = Promise.resolve();

  constructor(readonly checker: Checker, readonly form: Form, readonly schema: FormSchema, values: Values) {
    this.values = values;
  }

  readonly subscribe = (hear: () => void): (() => void) => {
    this.#heard.add(hear);
    return () => { this.#heard.delete(hear); };
  };

  /** Counts what is shown: another number is another look. */
  readonly version = (): number => this.#version;

  /** What is wrong at a cell, as far as a person should be told there already. */
  findingsAt(path: string): readonly Finding[] {
    const found = this.#at.get(path);
    if (!found) return NONE;
    // What was found before a value came to the cell says nothing of it.
    const isFilled = () => this.values.at(path) !== "" && !this.#unseen.some((change) => change.path === path);
    return this.isAsked || this.touched.has(path) || isFilled() ? found : NONE;
  }

  computedAt(path: string): Computed | undefined {
    return this.#computed.get(path);
  }

  set(path: string, value: string): void {
    this.edits += 1;
    this.#act([value === "" ? { act: "clear", path } : { act: "set", path, value }]);
  }

  touch(path: string): void {
    if (this.touched.has(path)) return;
    this.touched.add(path);
    if (this.#at.has(path)) this.#tell();
  }

  /** Shows at their cells even what nobody came to yet. */
  ask(): void {
    this.isAsked = true;
    this.#tell();
  }

  /** Puts an element there with the values nobody fills in; a row before the one that has its number. */
  add(section: Section, path: string): void {
    this.edits += 1;
    const fixed = constants(section, path).map(([at, value]): Change => ({ act: "set", path: at, value }));
    this.#act([{ act: "insert", path }, ...fixed]);
  }

  remove(path: string): void {
    this.edits += 1;
    this.#act([{ act: "remove", path }]);
  }

  /** Changes that alone are no reason to keep the form. */
  change(changes: Change[]): void {
    this.#act(changes);
  }

  /** When all that was changed is checked. */
  settled(): Promise<void> {
    this.#flush();
    return this.#run;
  }

  /** Parts that hold a place out of sight show it first; then it gets the focus. */
  reveal(path: string): void {
    for (const one of this.#reveals) one(path);
  }

  readonly onReveal = (reveal: (path: string) => void): (() => void) => {
    this.#reveals.add(reveal);
    return () => { this.#reveals.delete(reveal); };
  };

  #act(changes: Change[]): void {
    if (this.#pending.length === 0) this.#since = performance.now();
    this.#pending.push(...changes);
    this.#unseen.push(...changes);
    changes.forEach((change) => this.values.follow(change));
    clearTimeout(this.#timer);
    if (changes.some(moves)) this.#flush();
    else this.#timer = setTimeout(() => this.#flush(), CHECKED_AFTER_MS);
    this.#tell();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    const changes = this.#pending;
    this.#pending = [];
    this.#run = this.#run.then(() => this.#check(changes));
  }

  async #check(changes: Change[]): Promise<void> {
    try {
      const { findings, cut, computed } = await this.checker.change(changes);
      if (changes.some(moves)) this.values = new Values((await this.checker.tree()).root);
      for (const { path, value } of computed) this.values.follow({ act: "set", path, value: value ?? "" });
      this.#computed = new Map(computed.map((cell) => [cell.path, cell]));
      // What was typed meanwhile is not lost to what the worker knew before it.
      this.#unseen.splice(0, changes.length);
      this.#unseen.forEach((change) => this.values.follow(change));
      this.#at = new Map();
      for (const finding of findings) this.#at.set(finding.path, [...(this.#at.get(finding.path) ?? []), finding]);
      this.shown = { findings, cut, tookMs: performance.now() - this.#since, problem: undefined };
    } catch (problem) {
      this.#unseen.splice(0, changes.length);
      this.shown = { ...this.shown, problem };
    }
    this.#tell();
  }

  #tell(): void {
    this.#version += 1;
    for (const hear of this.#heard) hear();
  }
}
