/** What stands in the document, by path as findings write it; how many elements of a name stand at a place. */
import type { Branch, Change } from "../../checker/js/checker";
import { numbered } from "./schema";

export class Values {
  readonly #cells = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(root: Branch) {
    this.#take(root, root[0]);
  }

  /** The value; empty where there is none. */
  at(path: string): string {
    return this.#cells.get(path) ?? "";
  }

  /** How many elements stand there; the path is that of the first. */
  count(path: string): number {
    return this.#counts.get(path) ?? 0;
  }

  /** Whether the element or the attribute is there. */
  has(path: string): boolean {
    return this.#cells.has(path) || this.count(path) > 0;
  }

  /** Follows a change that moves no row. What does is read anew of the whole document. */
  follow(change: Change): void {
    if (change.act === "clear" || (change.act === "set" && change.value === "")) {
      this.#cells.delete(change.path);
    } else if (change.act === "set") {
      this.#cells.set(change.path, change.value);
      this.#stand(change.path);
    }
  }

  #stand(path: string): void {
    const steps = path.split("/");
    for (let depth = 1; depth <= steps.length; depth += 1) {
      const last = steps[depth - 1] ?? "";
      if (last.startsWith("@")) return;
      const [name = "", rest = ""] = last.split("[");
      const first = [...steps.slice(0, depth - 1), name].join("/");
      this.#counts.set(first, Math.max(this.count(first), rest ? Number.parseInt(rest, 10) : 1));
    }
  }

  #take([, attributes, inside]: Branch, path: string): void {
    for (let at = 0; at < attributes.length; at += 2) this.#cells.set(`${path}/@${attributes[at] ?? ""}`, attributes[at + 1] ?? "");
    if (typeof inside === "string") {
      if (inside !== "") this.#cells.set(path, inside);
      return;
    }
    for (const child of inside) {
      const first = `${path}/${child[0]}`;
      const number = this.count(first) + 1;
      this.#counts.set(first, number);
      this.#take(child, numbered(first, number));
    }
  }
}

/** Whether a change moves rows or makes elements that have no value. */
export const moves = ({ act }: Change): boolean => act === "insert" || act === "remove";

/** Words of a number as a person types them, as the formats want them: a point, no spaces. */
export const plainNumber = (typed: string): string => typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".").replace("−", "-");

