/** The frame with the person's own places in it; around every screen. */
import { Outlet, useLocation, useNavigate, useRouter } from "@tanstack/react-router";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Refused } from "../api/refusal";
import { keepBox, keptBox, PresentSession, useLoadedSession, type Own, type Present } from "../api/session";
import { ErrorState, errorWords, Frame, Notice, Skeleton, useKeys, useTheme, type MenuAct, type Place, type Theme } from "../parts";
import { openTasksOf } from "../rooms/account/tasks/queries";
import { MeterLine } from "../rooms/billing/MeterLine";
import { myDesk } from "../rooms/certification/desk/queries";
import { counteragentsOf, waitingOf } from "../rooms/exchange/queries";
import { unreadOf } from "../rooms/exchange/readings";
import { chooseLanguage, language, say } from "../words";
import { bell } from "./bell";
import { BellSheet } from "./BellSheet";
import { KeysHelp } from "./KeysHelp";
import { isOpenPlace, signOut } from "./signOut";
import { useBell, useNews } from "./news";
import { NoBox } from "./NoBox";
import { useOnline } from "./online";

export function Shell() {
  const loaded = useLoadedSession();
  const [boxId, setBoxId] = useState(keptBox);
  const present = useMemo<Present | undefined>(() => {
    const owned = loaded.data?.owned ?? [];
    const own = owned.find((one) => one.boxId === boxId) ?? owned[0];
    return loaded.data && own ? { ...loaded.data, own } : undefined;
  }, [loaded.data, boxId]);
  if (loaded.isPending) return <Skeleton />;
  if (loaded.error && !loaded.data) {
    if (isOpenPlace()) return <Unsigned />;
    // Who is not signed in is already on the way to sign in.
    if (loaded.error instanceof Refused && loaded.error.problem.status === 401) return <Skeleton />;
    return <ErrorState error={loaded.error} retry={() => void loaded.refetch()} />;
  }
  if (!present) return isOpenPlace() ? <Unsigned /> : <NoBox />;
  const choose = (own: Own) => {
    keepBox(own.boxId);
    setBoxId(own.boxId);
  };
  return (
    <PresentSession.Provider value={present}>
      <Framed present={present} choose={choose} />
    </PresentSession.Provider>
  );
}

/** A place for who cannot sign in as well, without the frame. */
function Unsigned() {
  return <main className="sv-alone sv-alone_wide"><Outlet /></main>;
}

function Framed({ present, choose }: { present: Present; choose: (own: Own) => void }) {
  const { own, owned, user } = present;
  const navigate = useNavigate();
  const router = useRouter();
  const { pathname } = useLocation();
  const [hasHelp, setHelp] = useState(false);
  const isOnline = useOnline();
  const [hasBell, setBell] = useState(false);
  useNews(own.boxId);
  useBell();
  useKeys({ "?": () => setHelp(true) });
  useDocumentsBox(pathname, present, choose);
  const go = (href: string, organizationId?: string | null) => {
    const there = owned.find((one) => one.organization.organization_id === organizationId);
    if (there && there.organization.organization_id !== own.organization.organization_id) choose(there);
    if (href === CHECK_FILE) return location.assign(href);
    void router.navigate({ href });
  };
  const { places, waiting } = usePlaces(present, pathname);
  const unread = useInfiniteQuery(bell()).data?.pages[0]?.unread ?? 0;
  const others: MenuAct[] = owned.map((one) => ({
    text: nameOf(one), isChosen: one.boxId === own.boxId,
    act: () => { choose(one); go("/incoming"); },
  }));
  const [problem, setProblem] = useState<unknown>();
  const groups = usePersonMenu(go, setProblem);
  const about = say("client-inn", { inn: own.organization.inn }) + (own.organization.kpp ? ` · ${say("client-kpp", { kpp: own.organization.kpp })}` : "");
  return (
    <Frame
      places={places}
      waits={waiting.length + unread}
      onBell={() => setBell(true)}
      organization={{ name: own.organization.name, about, others }}
      person={{ name: user.name, groups }}
      onSearch={(text) => void navigate({ to: "/search", search: { text } })}
      onHelp={() => setHelp(true)}
      onGo={go}
      isOffline={!isOnline}
      isTest={own.organization.is_test}
      foot={<MeterLine />}
    >
      {problem !== undefined && <Notice tone="stop">{say("client-sign-out-failed", { why: errorWords(problem).title })}</Notice>}
      <Outlet />
      {hasHelp && <KeysHelp onClose={() => setHelp(false)} />}
      {hasBell && <BellSheet waiting={waiting} onGo={go} onClose={() => setBell(false)} />}
    </Frame>
  );
}

function nameOf({ organization }: Own): string {
  return `${organization.name} · ${say("client-inn", { inn: organization.inn })}`;
}

/** A link to a document of another own box switches to it. */
function useDocumentsBox(pathname: string, { own, owned }: Present, choose: (own: Own) => void) {
  const asked = /^\/documents\/([\da-f-]{36})\//.exec(pathname)?.[1];
  const other = asked !== own.boxId ? owned.find((one) => one.boxId === asked) : undefined;
  useEffect(() => {
    if (other) choose(other);
  });
}

/** A page of the server: who is not signed in reads it too. */
const CHECK_FILE = "/check-file";

/** Places for which there is room at the foot of a telephone. */
const FIRST: ReadonlySet<string> = new Set(["incoming", "outgoing", "counteragents", "certificates"]);

function usePlaces({ own, administersInstallation }: Present, pathname: string): { places: Place[]; waiting: { text: string; href: string }[] } {
  const { boxId } = own;
  const tasks = useQuery(openTasksOf(own.organization.organization_id)).data ?? 0;
  const incoming = useQuery(waitingOf(boxId, "recipient")).data ?? 0;
  const unread = useQuery(unreadOf(boxId)).data;
  const outgoing = useQuery(waitingOf(boxId, "sender")).data ?? 0;
  const counteragents = useQuery(counteragentsOf(boxId)).data ?? [];
  const desk = useQuery(myDesk).data;
  const invites = counteragents.filter((one) => one.status === "invites").length;
  const place = (key: string, picture: Place["picture"], group: Place["group"], count?: number): Place => ({
    key, picture, group, count, name: say(`client-place-${key}`), isFirst: FIRST.has(key),
    href: `/${key}`, isHere: pathname === `/${key}` || pathname.startsWith(`/${key}/`),
  });
  const waiting = [
    ...(incoming ? [{ text: say("client-notice-incoming", { count: incoming }), href: "/incoming?turn=mine" }] : []),
    ...(outgoing ? [{ text: say("client-notice-outgoing", { count: outgoing }), href: "/outgoing?turn=mine" }] : []),
    ...(tasks ? [{ text: say("client-notice-tasks", { count: tasks }), href: "/tasks" }] : []),
    ...(invites ? [{ text: say("client-notice-invites", { count: invites }), href: "/counteragents" }] : []),
  ];
  return {
    waiting,
    places: [
      { ...place("incoming", "incoming", "exchange", incoming), fresh: freshOf(unread) },
      place("outgoing", "outgoing", "exchange", outgoing),
      place("drafts", "drafts", "exchange"),
      place("counteragents", "counteragents", "exchange", invites),
      place("tasks", "tasks", "own", tasks),
      place("certificates", "certificates", "own"),
      ...(desk && (desk.roles.length > 0 || desk.is_administrator) ? [place("desk", "desk", "own")] : []),
      place("reporting", "reporting", "own"),
      place("forms", "forms", "own"),
      place("check-file", "document", "own"),
      place("people", "people", "own"),
      ...(administersInstallation ? [place("outbox", "outbox", "own")] : []),
      place("settings", "settings", "own"),
    ],
  };
}

function freshOf(unread: { count: number; is_exact: boolean } | undefined): Place["fresh"] {
  if (!unread || unread.count === 0) return undefined;
  return { count: unread.count, words: say(unread.is_exact ? "client-unread-count" : "client-unread-count-more", { count: unread.count }) };
}

function usePersonMenu(go: (href: string) => void, onProblem: (error: unknown) => void): MenuAct[][] {
  const { theme, choose } = useTheme();
  const themes: Theme[] = ["system", "light", "dark"];
  const speak = (to: "ru" | "en") => {
    chooseLanguage(to);
    location.reload();
  };
  return [
    themes.map((one) => ({ text: say(`client-theme-${one}`), isChosen: theme === one, act: () => choose(one) })),
    [
      { text: "Русский", isChosen: language() === "ru", act: () => speak("ru") },
      { text: "English", isChosen: language() === "en", act: () => speak("en") },
    ],
    [
      { text: say("client-place-tasks"), act: () => go("/tasks") },
      { text: say("client-place-people"), act: () => go("/people") },
      { text: say("client-join"), act: () => go("/join") },
      { text: say("client-founding"), act: () => go("/organizations/new") },
      { text: say("client-place-settings"), act: () => go("/settings") },
      { text: say("client-diagnostics"), act: () => go("/diagnostics") },
      { text: say("client-place-support"), act: () => go("/support") },
      { text: say("client-sign-out"), act: () => void signOut().catch(onProblem) },
    ],
  ];
}
