/** A УПД by every field its definition has: the generic form, with the recipient above it and the signing below. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent, type ReactNode } from "react";
import { Checker } from "../../../checker/js/checker";
import { Button, ErrorState, money, Page, Skeleton } from "../../../parts";
import { say } from "../../../words";
import { PresentForm, useForm } from "../../forms/context";
import { FindingsList, Standing } from "../../forms/FindingsList";
import { jump } from "../../forms/jump";
import type { LiveForm } from "../../forms/live";
import { openDocument } from "../../forms/open";
import { Inside } from "../../forms/SectionView";
import { isLater } from "./checked";
import type { Definition } from "./definition";
import { grossOf, type UtdDraft } from "./model";
import { bytesOf, followed } from "./whole";

/** The title is kept this long after the last key. */
const KEPT_AFTER_MS = 800;

interface Props {
  draft: UtdDraft;
  definition: Definition;
  about: string | undefined;
  recipient: ReactNode;
  set: (changed: Partial<UtdDraft>) => void;
  onSubmit: () => void;
  children: ReactNode;
}

export function WholeForm(props: Props) {
  const { draft, definition } = props;
  const asked = useQuery({
    queryKey: ["utd-whole", draft.id],
    queryFn: () => openDocument(new Checker(), definition.form, definition.schema, bytesOf(draft)),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const live = asked.data;
  useEffect(() => () => live?.checker.close(), [live]);
  if (asked.isPending) return <Skeleton />;
  if (asked.error) return <ErrorState error={asked.error} />;
  return <PresentForm.Provider value={asked.data}><Filled {...props} live={asked.data} /></PresentForm.Provider>;
}

function Filled({ draft, definition, about, recipient, set, onSubmit, children, live }: Props & { live: LiveForm }) {
  const form = useForm();
  useFollowed(live, draft, set);
  const submit = async () => {
    await live.settled();
    set(await followed(live, draft));
    const first = live.shown.findings.find((finding) => finding.severity === "error" && !isLater(finding));
    if (first) {
      live.ask();
      jump(live, first.path);
    } else onSubmit();
  };
  return (
    <Page title={say("client-create-utd")} back={<Link to="/drafts">← {say("client-place-drafts")}</Link>} about={about ?? say("client-forms-version", { version: definition.only("Файл/@ВерсФорм") })}>
      <section className="sv-card sv-form">{recipient}</section>
      <div className="sv-columns sv-columns_main-first">
        <div className="sv-card sv-form sv-blank"><Inside section={live.schema.root} at={live.schema.root.path} level={2} /></div>
        <FindingsList />
      </div>
      <div className="sv-submit" data-edits={form.edits}>
        <Standing />
        <span>{say("client-goods-all")} <strong>{money(grossOf(draft))}</strong></span>
        <Button view="action" size="l" onClick={() => void submit()}>{say("client-sign-and-send")}</Button>
      </div>
      {children}
    </Page>
  );
}

/** What lists show of the draft follows its title. */
function useFollowed(live: LiveForm, draft: UtdDraft, set: (changed: Partial<UtdDraft>) => void): void {
  const { edits } = useForm();
  // The draft changes with what is followed: only a person's edits begin it.
  const follow = useEffectEvent(() => void live.settled().then(() => followed(live, draft)).then(set));
  useEffect(() => {
    if (edits === 0) return undefined;
    const timer = setTimeout(() => follow(), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [edits, live]);
}
