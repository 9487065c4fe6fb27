-- Trade: who may see and do what with consignments, declarations, returns, yearbooks and the figures made of them.

do $$
declare t text;
begin
    foreach t in array array['declarations', 'consignments', 'consigned_lots', 'market_releases', 'returns', 'return_products', 'return_partners',
        'yearbook_editions', 'figure_definitions', 'export_firm_months', 'export_years', 'export_firm_years']
    loop
        execute format('alter table trade.%I enable row level security', t);
        execute format('alter table trade.%I force row level security', t);
        execute format('create policy owner_all on trade.%I to beetrace_owner using (true) with check (true)', t);
        execute format('grant select on trade.%I to beetrace_app', t);
    end loop;
end $$;

grant insert, update on trade.declarations, trade.consignments, trade.returns, trade.figure_definitions to beetrace_app;
grant insert on trade.market_releases, trade.yearbook_editions to beetrace_app;
grant insert, update, delete on trade.consigned_lots, trade.return_products, trade.return_partners to beetrace_app;

create policy read_reference on trade.figure_definitions for select to beetrace_app using ((select access.actor_role()) is not null);
create policy add_reference on trade.figure_definitions for insert to beetrace_app with check ((select access.actor_keeps_reference()));
create policy change_reference on trade.figure_definitions for update to beetrace_app using ((select access.actor_keeps_reference()));

-- A declaration is the exporter's; the county keeps all.
create policy read_declaration on trade.declarations for select to beetrace_app
    using ((select access.actor_is_officer()) or firm_id = (select access.actor_firm()));
create policy add_declaration on trade.declarations for insert to beetrace_app
    with check (recorded_by = (select access.actor_account()) and ((select access.actor_keeps_reference())
        or ((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm()))));
create policy supersede_declaration on trade.declarations for update to beetrace_app
    using ((select access.actor_keeps_reference()) or ((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())));

-- A consignment is the exporter's; the signatory states it, the county looks on.
create policy read_consignment on trade.consignments for select to beetrace_app
    using ((select access.actor_is_officer()) or firm_id = (select access.actor_firm()) or (select access.actor_role()) = 'signatory');
create policy add_consignment on trade.consignments for insert to beetrace_app
    with check (made_by = (select access.actor_account()) and state = 'Draft'
        and (((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())) or (select access.actor_role()) = 'system'));
create policy change_consignment on trade.consignments for update to beetrace_app
    using (((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())) or (select access.actor_role()) in ('signatory', 'system'));

create policy read_consigned_lot on trade.consigned_lots for select to beetrace_app
    using (exists (select from trade.consignments c where c.id = consignment_id));
create policy add_consigned_lot on trade.consigned_lots for insert to beetrace_app
    with check ((select access.actor_role()) in ('exporter', 'system') and exists (select from trade.consignments c where c.id = consignment_id and c.state = 'Draft'));
create policy remove_consigned_lot on trade.consigned_lots for delete to beetrace_app
    using ((select access.actor_role()) in ('exporter', 'system') and exists (select from trade.consignments c where c.id = consignment_id and c.state = 'Draft'));

create policy read_market_release on trade.market_releases for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_role()) = 'signatory'
        or exists (select from trace.lots l where l.id = lot_id and l.firm_id = (select access.actor_firm())));
create policy add_market_release on trade.market_releases for insert to beetrace_app
    with check ((select access.actor_role()) = 'county' and released_by = (select access.actor_account()));

-- A return is the firm's and, once it is filed, the county's. What a firm is still writing is its own.
create policy read_return on trade.returns for select to beetrace_app
    using (((select access.actor_is_officer()) and state <> 'Draft') or (select access.actor_role()) = 'system' or firm_id = (select access.actor_firm()));
-- A table brings returns that were signed on paper: nobody here has filed them, and whoever brings them accepts them.
create policy add_return on trade.returns for insert to beetrace_app
    with check (((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm()) and state = 'Draft' and filed_by is null and decided_by is null)
        or ((select access.actor_role()) in ('county', 'system') and state = 'Accepted' and filed_by = '00000000-0000-0000-0000-000000000000'
            and decided_by = (select access.actor_account())));
create policy change_return on trade.returns for update to beetrace_app
    using (((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())) or (select access.actor_role()) in ('county', 'system'));
do $$
declare t text;
begin
    foreach t in array array['return_products', 'return_partners']
    loop
        execute format('create policy read_part on trade.%I for select to beetrace_app using (exists (select from trade.returns r where r.id = return_id))', t);
        execute format('create policy add_part on trade.%I for insert to beetrace_app with check (exists (select from trade.returns r where r.id = return_id
            and (((select access.actor_role()) = ''exporter'' and r.firm_id = (select access.actor_firm()))
                or ((select access.actor_role()) in (''county'', ''system'') and r.filed_by = ''00000000-0000-0000-0000-000000000000''))))', t);
        execute format('create policy change_part on trade.%I for update to beetrace_app using ((select access.actor_role()) = ''exporter''
            and exists (select from trade.returns r where r.id = return_id and r.firm_id = (select access.actor_firm())))', t);
        execute format('create policy remove_part on trade.%I for delete to beetrace_app using ((select access.actor_role()) = ''exporter''
            and exists (select from trade.returns r where r.id = return_id and r.firm_id = (select access.actor_firm())))', t);
    end loop;
end $$;

create policy read_edition on trade.yearbook_editions for select to beetrace_app using ((select access.actor_role()) is not null);
create policy add_edition on trade.yearbook_editions for insert to beetrace_app
    with check ((select access.actor_role()) in ('county', 'system') and published_by = (select access.actor_account()));

-- Sums over all firms are for the county; the public asks functions that also say how many firms stand behind a cell. A firm sees its own.
create policy read_firm_months on trade.export_firm_months for select to beetrace_app
    using ((select access.actor_is_officer()) or firm_id = (select access.actor_firm()));
create policy read_years on trade.export_years for select to beetrace_app using ((select access.actor_is_officer()));
create policy read_firm_years on trade.export_firm_years for select to beetrace_app
    using ((select access.actor_is_officer()) or firm_id = (select access.actor_firm()));

-- The county publishes its yearbook as a certificate: the one kind that it may issue and end.
drop policy add_certificate on certificates.certificates;
create policy add_certificate on certificates.certificates for insert to beetrace_app
    with check (((select access.actor_role()) in ('signatory', 'system') or ((select access.actor_role()) = 'county' and kind = 'Yearbook'))
        and issued_by = (select access.actor_account()));
drop policy add_ending on certificates.endings;
create policy add_ending on certificates.endings for insert to beetrace_app
    with check (((select access.actor_role()) in ('signatory', 'system')
            or ((select access.actor_role()) = 'county' and exists (select from certificates.certificates c where c.id = certificate_id and c.kind = 'Yearbook')))
        and ended_by = (select access.actor_account()));
drop policy add_checkpoint on certificates.checkpoints;
create policy add_checkpoint on certificates.checkpoints for insert to beetrace_app
    with check ((select access.actor_role()) in ('signatory', 'county', 'system') and size = (select max(e.index) + 1 from certificates.log_entries e));
drop policy add_trusted_key on certificates.trusted_keys;
create policy add_trusted_key on certificates.trusted_keys for insert to beetrace_app
    with check ((select access.actor_role()) in ('signatory', 'county', 'system'));

create or replace function certificates.append_to_log(deed text, content text, statement text, moment timestamptz) returns bigint
    language plpgsql volatile security definer set search_path = certificates, pg_temp as $$
begin
    if coalesce(access.actor_role(), '') not in ('signatory', 'county', 'system') then
        raise exception 'The log grows by what a signatory signs, and by the yearbook of the county.' using errcode = '42501';
    end if;
    if content !~ '^[0-9a-f]{64}$' or statement !~ '^[0-9a-f]{64}$' then
        raise exception 'The log holds SHA-256 in lower-case hexadecimal.' using errcode = '22023';
    end if;
    return certificates.add_leaf(deed, content, statement, moment);
end $$;
