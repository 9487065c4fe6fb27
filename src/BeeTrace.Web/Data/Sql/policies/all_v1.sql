-- Row security from the first day: forced on every table, so that even the owner passes through a policy.
-- beetrace_owner migrates and owns the functions that answer the public; beetrace_app runs and sees what its actor may see.

do $$
declare t record;
begin
    for t in
        select schemaname, tablename from pg_tables
        where schemaname in ('access', 'registry', 'trace', 'lab', 'certificates', 'trade')
    loop
        execute format('alter table %I.%I enable row level security', t.schemaname, t.tablename);
        execute format('alter table %I.%I force row level security', t.schemaname, t.tablename);
        execute format('create policy owner_all on %I.%I to beetrace_owner using (true) with check (true)', t.schemaname, t.tablename);
        execute format('grant select, insert, update on %I.%I to beetrace_app', t.schemaname, t.tablename);
    end loop;

    -- Reference data: whoever is somebody reads it, the county keeps it.
    for t in
        select * from (values
            ('registry', 'counties'), ('registry', 'plants'), ('registry', 'nectar_sources'),
            ('trace', 'products'), ('lab', 'analytes'), ('lab', 'standards'), ('lab', 'limits'),
            ('lab', 'market_versions'), ('lab', 'panel_items'), ('trade', 'claims'), ('trade', 'hs_codes'), ('trade', 'countries')) as r (schemaname, tablename)
    loop
        execute format('create policy read_reference on %I.%I for select to beetrace_app using ((select access.actor_role()) is not null)', t.schemaname, t.tablename);
        execute format('create policy add_reference on %I.%I for insert to beetrace_app with check ((select access.actor_keeps_reference()))', t.schemaname, t.tablename);
        execute format('create policy change_reference on %I.%I for update to beetrace_app using ((select access.actor_keeps_reference()))', t.schemaname, t.tablename);
    end loop;

    for t in select unnest(array['access', 'registry', 'trace', 'lab', 'certificates', 'trade']) as schemaname
    loop
        execute format('grant usage on schema %I to beetrace_app', t.schemaname);
    end loop;
end $$;

-- Which migrations ran is no secret: the app compares them at every start, before anybody is anybody.
create policy read_migrations on access.migrations for select to beetrace_app using (true);

-- Access. 'sign-in' is the actor before anybody is known: it reads accounts and tokens, and may renew the hash of a password.
create policy read_account on access.accounts for select to beetrace_app
    using ((select access.actor_role()) in ('sign-in', 'system', 'admin') or id = (select access.actor_account()));
create policy add_account on access.accounts for insert to beetrace_app
    with check ((select access.actor_role()) in ('system', 'admin'));
create policy change_account on access.accounts for update to beetrace_app
    using ((select access.actor_role()) in ('sign-in', 'system', 'admin') or id = (select access.actor_account()));

create policy read_token on access.api_tokens for select to beetrace_app
    using ((select access.actor_role()) in ('sign-in', 'system', 'admin') or account_id = (select access.actor_account()));
create policy add_token on access.api_tokens for insert to beetrace_app
    with check ((select access.actor_role()) in ('system', 'admin') or account_id = (select access.actor_account()));
create policy revoke_token on access.api_tokens for update to beetrace_app
    using ((select access.actor_role()) in ('system', 'admin') or account_id = (select access.actor_account()));

create policy all_failures on access.sign_in_failures to beetrace_app
    using ((select access.actor_role()) = 'sign-in');
grant delete on access.sign_in_failures to beetrace_app;

create policy all_keys on access.protection_keys to beetrace_app
    using ((select access.actor_role()) = 'system');

create policy all_claims on access.account_claims to beetrace_app
    using ((select access.actor_role()) in ('sign-in', 'system', 'admin') or user_id = (select access.actor_account()));
create policy all_logins on access.account_logins to beetrace_app
    using ((select access.actor_role()) in ('sign-in', 'system', 'admin') or user_id = (select access.actor_account()));
create policy all_account_tokens on access.account_tokens to beetrace_app
    using ((select access.actor_role()) in ('sign-in', 'system', 'admin') or user_id = (select access.actor_account()));

create policy read_deeds on access.deeds for select to beetrace_app
    using ((select access.actor_is_officer()) or actor_id = (select access.actor_account()));
create policy add_deed on access.deeds for insert to beetrace_app
    with check (actor_id = (select access.actor_account()) and actor_role <> 'Public');

-- Registry
create policy read_beekeeper on registry.beekeepers for select to beetrace_app
    using ((select access.actor_is_officer()) or id = (select access.actor_beekeeper()));
create policy add_beekeeper on registry.beekeepers for insert to beetrace_app
    with check ((select access.actor_keeps_reference()));
create policy change_beekeeper on registry.beekeepers for update to beetrace_app
    using ((select access.actor_keeps_reference()));

create policy read_apiary on registry.apiaries for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab())
        or beekeeper_id = (select access.actor_beekeeper())
        or exists (select from trace.lots l where l.apiary_id = apiaries.id and l.firm_id = (select access.actor_firm())));
create policy add_apiary on registry.apiaries for insert to beetrace_app
    with check ((select access.actor_keeps_reference()) or beekeeper_id = (select access.actor_beekeeper()));
create policy change_apiary on registry.apiaries for update to beetrace_app
    using ((select access.actor_keeps_reference()) or beekeeper_id = (select access.actor_beekeeper()));
-- Code, owner, species and county stay what they were registered as.
revoke update on registry.apiaries from beetrace_app;
grant update (name, deregistered_on) on registry.apiaries to beetrace_app;

-- Where hives stand is for the beekeeper and the county alone.
create policy read_placement on registry.placements for select to beetrace_app
    using ((select access.actor_is_officer()) or beekeeper_id = (select access.actor_beekeeper()));
create policy add_placement on registry.placements for insert to beetrace_app
    with check ((select access.actor_keeps_reference())
        or (beekeeper_id = (select access.actor_beekeeper())
            and exists (select from registry.apiaries a where a.id = apiary_id and a.beekeeper_id = placements.beekeeper_id)));
create policy change_placement on registry.placements for update to beetrace_app
    using ((select access.actor_keeps_reference()) or beekeeper_id = (select access.actor_beekeeper()));
-- Where hives stood is never rewritten; that a stay has ended is all that is added to it.
revoke update on registry.placements from beetrace_app;
grant update (until_day) on registry.placements to beetrace_app;

create policy read_firm on registry.firms for select to beetrace_app
    using ((select access.actor_role()) is not null);
create policy add_firm on registry.firms for insert to beetrace_app
    with check ((select access.actor_keeps_reference()));
create policy change_firm on registry.firms for update to beetrace_app
    using ((select access.actor_keeps_reference()));

create policy read_firm_year on registry.firm_years for select to beetrace_app
    using ((select access.actor_is_officer()) or firm_id = (select access.actor_firm()));
create policy add_firm_year on registry.firm_years for insert to beetrace_app
    with check ((select access.actor_keeps_reference()));
create policy change_firm_year on registry.firm_years for update to beetrace_app
    using ((select access.actor_keeps_reference()));

-- Trace. A lot is written once.
create policy read_lot on trace.lots for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab())
        or firm_id = (select access.actor_firm()) or beekeeper_id = (select access.actor_beekeeper()));
create policy add_lot on trace.lots for insert to beetrace_app
    with check ((select access.actor_role()) = 'system'
        or ((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())));

-- Lab. A firm sees its samples; readings and verdicts only once they are approved.
create policy read_sample on lab.samples for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab()) or firm_id = (select access.actor_firm()));
create policy add_sample on lab.samples for insert to beetrace_app
    with check ((select access.actor_role()) in ('sampler', 'system')
        and status in ('Drawn', 'Received') and verdict is null and approved_by is null and drawn_by = (select access.actor_account())
        and exists (select from trace.lots l where l.id = lot_id and l.firm_id = samples.firm_id and l.product = samples.product));
create policy change_sample on lab.samples for update to beetrace_app
    using ((select access.actor_is_lab()) or (select access.actor_role()) = 'system');

create policy read_reading on lab.readings for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab())
        or exists (select from lab.samples s where s.id = sample_id and s.status = 'Approved'));
create policy add_reading on lab.readings for insert to beetrace_app
    with check ((select access.actor_role()) in ('analyst', 'system') and entered_by = (select access.actor_account()));

create policy read_evaluation on lab.evaluations for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab())
        or exists (select from lab.samples s where s.id = sample_id and s.status = 'Approved'));
create policy add_evaluation on lab.evaluations for insert to beetrace_app
    with check ((select access.actor_role()) in ('reviewer', 'signatory') and evaluated_by = (select access.actor_account()));

create policy read_evaluation_item on lab.evaluation_items for select to beetrace_app
    using (exists (select from lab.evaluations e where e.id = evaluation_id));
create policy add_evaluation_item on lab.evaluation_items for insert to beetrace_app
    with check ((select access.actor_role()) in ('reviewer', 'signatory', 'system'));

-- Certificates: of a firm for the firm; of the county for every firm that signs in.
create policy read_certificate on certificates.certificates for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab())
        or firm_id = (select access.actor_firm())
        or (firm_id is null and (select access.actor_role()) = 'exporter'));
create policy add_certificate on certificates.certificates for insert to beetrace_app
    with check ((select access.actor_role()) in ('signatory', 'system') and issued_by = (select access.actor_account()));

-- Trade
create policy read_export on trade.exports for select to beetrace_app
    using ((select access.actor_is_officer()) or firm_id = (select access.actor_firm()));
create policy add_export on trade.exports for insert to beetrace_app
    with check ((select access.actor_keeps_reference())
        or ((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())));
create policy change_export on trade.exports for update to beetrace_app
    using ((select access.actor_keeps_reference()));
