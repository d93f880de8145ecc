/** Departments as a tree. */
import type { Department } from "./queries";

export interface Branch {
  department: Department;
  children: Branch[];
}

/** The trees of those that lie under nobody of the list: usually one, the root. */
export function grown(departments: readonly Department[]): Branch[] {
  const known = new Set(departments.map((one) => one.department_id));
  const under = (parent: string | undefined): Branch[] =>
    departments
      .filter((one) => (parent === undefined ? !one.parent_id || !known.has(one.parent_id) : one.parent_id === parent))
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map((department) => ({ department, children: under(department.department_id) }));
  return under(undefined);
}

/** The tree from top to bottom, each with the names on the way to it; the root's own name is left out of the ways. */
export function ordered(departments: readonly Department[]): { department: Department; path: string }[] {
  const walk = (branches: Branch[], above: readonly string[], isRoot: boolean): { department: Department; path: string }[] =>
    branches.flatMap(({ department, children }) => [
      { department, path: [...above, department.name].join(" / ") },
      ...walk(children, isRoot ? above : [...above, department.name], false),
    ]);
  return walk(grown(departments), [], true);
}

/** The department and everything under it: where it cannot be moved to. */
export function within(departments: readonly Department[], id: string): Set<string> {
  const found = new Set([id]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const one of departments) if (one.parent_id && found.has(one.parent_id)) found.add(one.department_id);
  }
  return found;
}
