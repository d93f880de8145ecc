/** What the screens of tasks ask of the server. */
import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../../../api/client";

export type Task = Shapes["TaskView"];
/** Given to the person, or by them. */
export type Side = "mine" | "given";

/** Beginning of the keys of a person's tasks in an organization. */
export const tasksOf = (organization: string) => ["tasks", organization] as const;

/** How many wait for the person. */
export function openTasksOf(organization: string) {
  return queryOptions({
    queryKey: [...tasksOf(organization), "open"],
    queryFn: async () => (await answered(api.GET("/api/v1/account/organizations/{organization_id}/tasks", {
      params: { path: { organization_id: organization }, query: { limit: 1 } },
    }))).open,
  });
}
