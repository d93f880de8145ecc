/** What the screens of people ask of the server. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../../../api/client";

export type Member = Shapes["MemberView"];
export type Role = Shapes["RoleView"];
export type Department = Shapes["DepartmentView"];

/** What may be done, in the order it is shown. */
export const RIGHTS = ["read", "send", "sign", "administer"] as const;

/** Colleagues are read in pages of this, until there are no more. */
const PAGE = 100;

/** Beginning of the keys of an organization's people: an act makes all of them stale. */
export const peopleOf = (organization: string) => ["people", organization] as const;

/** Roles that may be given: built-in ones and the organization's own. */
export function rolesOf(organization: string) {
  return queryOptions({
    queryKey: [...peopleOf(organization), "roles"],
    queryFn: async () => (await answered(api.GET("/api/v1/account/organizations/{organization_id}/roles", {
      params: { path: { organization_id: organization } },
    }))).items,
  });
}

/** Departments, the root first; archived ones too where they are asked for. */
export function departmentsOf(organization: string, archived = false) {
  return queryOptions({
    queryKey: [...peopleOf(organization), "departments", archived],
    queryFn: async () => (await answered(api.GET("/api/v1/account/organizations/{organization_id}/departments", {
      params: { path: { organization_id: organization }, query: { archived } },
    }))).items,
  });
}

/** Everybody of the organization by id and name. */
export function colleaguesOf(organization: string) {
  return queryOptions({
    queryKey: [...peopleOf(organization), "colleagues"],
    queryFn: async () => {
      const all: Shapes["ColleagueView"][] = [];
      for (let after: string | undefined; ;) {
        const page: Shapes["PageView_ColleagueView"] = await answered(api.GET("/api/v1/account/organizations/{organization_id}/colleagues", {
          params: { path: { organization_id: organization }, query: { limit: PAGE, ...(after ? { after } : {}) } },
        }));
        all.push(...page.items);
        if (!page.next) return all;
        after = page.next;
      }
    },
  });
}

/** Names by ids; an id without a name stays as it is. */
export function useNames(organization: string): (userId: string | null | undefined) => string {
  const colleagues = useQuery(colleaguesOf(organization)).data ?? [];
  return (userId) => colleagues.find((one) => one.user_id === userId)?.name ?? userId ?? "";
}
