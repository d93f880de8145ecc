/** Places of the program and their addresses. Each screen is a file of its own, loaded when it is asked for. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { ErrorState } from "../parts";
import { readPart } from "../rooms/certification/desk/parts";
import { readFilters } from "../rooms/exchange/filters";
import { readLook } from "../rooms/reporting/look";
import { Nothing } from "./Nothing";
import { Shell } from "./Shell";

const root = createRootRoute({
  component: Shell,
  notFoundComponent: Nothing,
  errorComponent: ({ error, reset }) => <ErrorState error={error} retry={reset} />,
});

/** Which form of this device is gone on with. */
const readDraft = (found: Record<string, unknown>): { draft?: string } => (typeof found["draft"] === "string" ? { draft: found["draft"] } : {});

const first = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/incoming" });
  },
});

const incoming = createRoute({
  getParentRoute: () => root,
  path: "/incoming",
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import("../rooms/exchange/Incoming"), "Incoming"),
});

const outgoing = createRoute({
  getParentRoute: () => root,
  path: "/outgoing",
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import("../rooms/exchange/Outgoing"), "Outgoing"),
});

const drafts = createRoute({
  getParentRoute: () => root,
  path: "/drafts",
  component: lazyRouteComponent(() => import("../rooms/exchange/Drafts"), "Drafts"),
});

const counteragents = createRoute({
  getParentRoute: () => root,
  path: "/counteragents",
  validateSearch: (search: Record<string, unknown>): { inn?: string } =>
    typeof search["inn"] === "string" || typeof search["inn"] === "number" ? { inn: String(search["inn"]) } : {},
  component: lazyRouteComponent(() => import("../rooms/exchange/Counteragents"), "Counteragents"),
});

const search = createRoute({
  getParentRoute: () => root,
  path: "/search",
  validateSearch: (found: Record<string, unknown>): { text: string } => ({ text: String(found["text"] ?? "") }),
  component: lazyRouteComponent(() => import("../rooms/exchange/Found"), "Found"),
});

const document = createRoute({
  getParentRoute: () => root,
  path: "/documents/$boxId/$documentId",
  component: lazyRouteComponent(() => import("../rooms/exchange/Document"), "Document"),
});

const create = createRoute({
  getParentRoute: () => root,
  path: "/create/utd",
  validateSearch: readDraft,
  component: lazyRouteComponent(() => import("../rooms/exchange/utd/UtdForm"), "UtdForm"),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: "/create/file",
  component: lazyRouteComponent(() => import("../rooms/exchange/FromFile"), "FromFile"),
});

/** Official forms: the list, and one that is filled in. */
const forms = [
  createRoute({ getParentRoute: () => root, path: "/forms", component: lazyRouteComponent(() => import("../rooms/forms/Forms"), "Forms") }),
  createRoute({
    getParentRoute: () => root, path: "/forms/$format", validateSearch: readDraft,
    component: lazyRouteComponent(() => import("../rooms/forms/FormPage"), "FormPage"),
  }),
] as const;

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("../rooms/account/Settings"), "Settings"),
});

const security = createRoute({
  getParentRoute: () => root,
  path: "/settings/security",
  component: lazyRouteComponent(() => import("../rooms/account/security/Security"), "Security"),
});

/** Reports to the authorities. */
const reporting = [
  createRoute({
    getParentRoute: () => root, path: "/reporting", validateSearch: readLook,
    component: lazyRouteComponent(() => import("../rooms/reporting/ReportTable"), "ReportTable"),
  }),
  createRoute({ getParentRoute: () => root, path: "/reporting/payers", component: lazyRouteComponent(() => import("../rooms/reporting/Payers"), "Payers") }),
];

/** Screens of people: each tab is a file of its own. */
const people = [
  createRoute({ getParentRoute: () => root, path: "/people", component: lazyRouteComponent(() => import("../rooms/account/people/Members"), "Members") }),
  createRoute({ getParentRoute: () => root, path: "/people/delegations", component: lazyRouteComponent(() => import("../rooms/account/people/Delegations"), "Delegations") }),
  createRoute({ getParentRoute: () => root, path: "/people/departments", component: lazyRouteComponent(() => import("../rooms/account/people/Departments"), "Departments") }),
  createRoute({ getParentRoute: () => root, path: "/people/roles", component: lazyRouteComponent(() => import("../rooms/account/people/Roles"), "Roles") }),
  createRoute({ getParentRoute: () => root, path: "/people/access", component: lazyRouteComponent(() => import("../rooms/account/people/Access"), "Access") }),
  createRoute({ getParentRoute: () => root, path: "/people/ways", component: lazyRouteComponent(() => import("../rooms/account/people/Ways"), "Ways") }),
  createRoute({ getParentRoute: () => root, path: "/people/requests", component: lazyRouteComponent(() => import("../rooms/account/people/Requests"), "Requests") }),
  createRoute({ getParentRoute: () => root, path: "/people/invitations", component: lazyRouteComponent(() => import("../rooms/account/people/Invitations"), "Invitations") }),
  createRoute({ getParentRoute: () => root, path: "/people/keys", component: lazyRouteComponent(() => import("../rooms/account/people/Keys"), "Keys") }),
  createRoute({ getParentRoute: () => root, path: "/people/letters", component: lazyRouteComponent(() => import("../rooms/account/people/Letters"), "Letters") }),
  createRoute({ getParentRoute: () => root, path: "/join", component: lazyRouteComponent(() => import("../rooms/account/people/Join"), "Join") }),
  createRoute({ getParentRoute: () => root, path: "/tasks", component: lazyRouteComponent(() => import("../rooms/account/tasks/Tasks"), "Tasks") }),
  createRoute({ getParentRoute: () => root, path: "/outbox", component: lazyRouteComponent(() => import("../rooms/account/outbox/Outbox"), "Outbox") }),
] as const;

const meter = createRoute({
  getParentRoute: () => root,
  path: "/meter",
  component: lazyRouteComponent(() => import("../rooms/billing/MeterPage"), "MeterPage"),
});

const found = createRoute({
  getParentRoute: () => root,
  path: "/organizations/new",
  component: lazyRouteComponent(() => import("../rooms/account/FoundOrganization"), "FoundOrganization"),
});

const certificates = createRoute({
  getParentRoute: () => root,
  path: "/certificates",
  component: lazyRouteComponent(() => import("../rooms/certification/Certificates"), "Certificates"),
});

const diagnostics = createRoute({
  getParentRoute: () => root,
  path: "/diagnostics",
  component: lazyRouteComponent(() => import("../rooms/support/Diagnostics"), "Diagnostics"),
});

const support = createRoute({
  getParentRoute: () => root,
  path: "/support",
  component: lazyRouteComponent(() => import("../rooms/support/Support"), "Support"),
});

const applications = createRoute({
  getParentRoute: () => root,
  path: "/certificates/apply",
  component: lazyRouteComponent(() => import("../rooms/certification/apply/Applications"), "Applications"),
});

const application = createRoute({
  getParentRoute: () => root,
  path: "/certificates/applications/$applicationId",
  component: lazyRouteComponent(() => import("../rooms/certification/apply/ApplicationPage"), "ApplicationPage"),
});

const statement = createRoute({
  getParentRoute: () => root,
  path: "/certificates/applications/$applicationId/statement",
  component: lazyRouteComponent(() => import("../rooms/certification/apply/StatementPage"), "StatementPage"),
});

const renewal = createRoute({
  getParentRoute: () => root,
  path: "/certificates/renewal/$certificateId",
  component: lazyRouteComponent(() => import("../rooms/certification/renewal/Renewal"), "Renewal"),
});

const foreign = createRoute({
  getParentRoute: () => root,
  path: "/certificates/request",
  component: lazyRouteComponent(() => import("../rooms/certification/foreign/ForeignPage"), "ForeignPage"),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: "/desk",
  validateSearch: readPart,
  component: lazyRouteComponent(() => import("../rooms/certification/desk/Queue"), "Queue"),
});

const deskApplication = createRoute({
  getParentRoute: () => root,
  path: "/desk/$applicationId",
  component: lazyRouteComponent(() => import("../rooms/certification/desk/DeskApplication"), "DeskApplication"),
});

const deskPlaces = createRoute({
  getParentRoute: () => root,
  path: "/desk/places",
  component: lazyRouteComponent(() => import("../rooms/certification/desk/Places"), "Places"),
});

const tree = root.addChildren([
  first, incoming, outgoing, drafts, counteragents, search, document, create, upload, settings, security, found, certificates, meter, ...forms, ...reporting, ...people,
  diagnostics, support,
  applications, application, statement, renewal, foreign,
  desk, deskApplication, deskPlaces,
]);

/** The router of the program. */
export const router = createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
