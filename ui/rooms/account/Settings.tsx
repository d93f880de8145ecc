/** The person and the devices they are signed in on; theme and language. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Shapes } from "../../api/client";
import { useSession } from "../../api/session";
import { Button, DataTable, Dialog, ErrorState, errorWords, moment, Notice, Page, SelectField, Skeleton, told, useTheme, type Theme } from "../../parts";
import { chooseLanguage, language, say, type Language } from "../../words";

type SignIn = Shapes["SignInView"];

/** Sign-ins of a page. */
const PAGE = 50;

export function Settings() {
  const { user, own } = useSession();
  const { theme, choose } = useTheme();
  return (
    <Page title={say("client-place-settings")}>
      <div className="sv-columns">
        <div className="sv-column">
          <section className="sv-card">
            <h2>{say("client-profile")}</h2>
            <dl className="sv-facts">
              <div><dt>{say("client-profile-name")}</dt><dd>{user.name}</dd></div>
              <div><dt>{say("client-profile-login")}</dt><dd>{user.login}</dd></div>
              <div><dt>{say("client-profile-since")}</dt><dd>{moment(user.created_at)}</dd></div>
              <div><dt>{say("client-profile-id")}</dt><dd className="sv-file__name">{user.user_id}</dd></div>
            </dl>
            <p className="sv-dim">{say("client-profile-id-about")}</p>
          </section>
          <section className="sv-card">
            <h2>{say("client-organization")}</h2>
            <dl className="sv-facts">
              <div><dt>{say("client-column-organization")}</dt><dd>{own.organization.name}</dd></div>
              <div><dt>{say("client-field-inn")}</dt><dd>{own.organization.inn}{own.organization.kpp && ` · ${say("client-kpp", { kpp: own.organization.kpp })}`}</dd></div>
              <div><dt>{say("client-participant")}</dt><dd className="sv-file__name">{own.participantId}</dd></div>
            </dl>
          </section>
        </div>
        <div className="sv-column sv-column_wide">
          <section className="sv-card">
            <h2>{say("client-look")}</h2>
            <div className="sv-pair">
              <SelectField
                label={say("client-theme")}
                value={theme}
                onUpdate={(value) => choose(value as Theme)}
                options={(["system", "light", "dark"] as const).map((value) => ({ value, text: say(`client-theme-${value}`) }))}
              />
              <SelectField
                label={say("client-language")}
                value={language()}
                onUpdate={(value) => { chooseLanguage(value as Language); location.reload(); }}
                options={[{ value: "ru", text: "Русский" }, { value: "en", text: "English" }]}
              />
            </div>
          </section>
          <SignIns />
        </div>
      </div>
    </Page>
  );
}

function SignIns() {
  const [ending, setEnding] = useState<SignIn | undefined>();
  const asked = useInfiniteQuery({
    queryKey: ["sign-ins"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/account/sign-ins", {
      params: { query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = (asked.data?.pages.flatMap((page) => page.items) ?? []).toReversed();
  return (
    <section className="sv-card" aria-labelledby="sign-ins">
      <h2 id="sign-ins">{say("client-sign-ins")}</h2>
      <p className="sv-dim">{say("client-sign-ins-about")}</p>
      {asked.isPending && <Skeleton rows={3} />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {rows.length > 0 && (
        <DataTable
          name={say("client-sign-ins")}
          rows={rows}
          idOf={(row) => row.sign_in_id}
          nameOf={(row) => moment(row.created_at)}
          columns={[
            { key: "document", name: say("client-sign-in-kind"), cell: (row) => say(`client-sign-in-${row.kind}`) },
            { key: "counteragent", name: say("client-sign-in-since"), cell: (row) => moment(row.created_at) },
            { key: "state", name: say("client-sign-in-until"), cell: (row) => moment(row.expires_at) },
            { key: "acts", name: say("client-column-acts"), cell: (row) => <Button view="outlined" size="m" onClick={() => setEnding(row)}>{say("client-sign-in-end")}</Button> },
          ]}
        />
      )}
      {asked.hasNextPage && <Button view="outlined" size="l" onClick={() => void asked.fetchNextPage()}>{say("client-more")}</Button>}
      {ending && <EndDialog signIn={ending} onClose={() => setEnding(undefined)} />}
    </section>
  );
}

function EndDialog({ signIn, onClose }: { signIn: SignIn; onClose: () => void }) {
  const client = useQueryClient();
  const doing = useMutation({
    mutationFn: () => answered(api.DELETE("/api/v1/account/sign-ins/{sign_in_id}", { params: { path: { sign_in_id: signIn.sign_in_id } } })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["sign-ins"] });
      void client.invalidateQueries({ queryKey: ["session"] });
      told(say("client-sign-in-ended"));
      onClose();
    },
  });
  return (
    <Dialog title={say("client-sign-in-end-ask")} verb={say("client-sign-in-end")} isDanger isBusy={doing.isPending} onApply={() => doing.mutate()} onClose={onClose} width="s">
      <p>{say("client-sign-in-end-about", { at: moment(signIn.created_at) })}</p>
      {doing.error && <Notice tone="stop">{errorWords(doing.error).title}</Notice>}
    </Dialog>
  );
}
