-- Row security for what the register, the map and the import were given after the first migration.
do $$
declare t text;
begin
    foreach t in array array[
        'registry.nectar_sources', 'registry.colony_counts', 'registry.treatments', 'registry.inspections', 'registry.disease_reports', 'registry.photos',
        'registry.field_entries', 'registry.base_filings', 'registry.base_members', 'registry.honours', 'registry.drafted_standards', 'trace.harvests',
        'map.notices', 'map.notice_recipients', 'import.runs', 'import.rows', 'import.column_maps']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
        execute format('grant select, insert on %s to beetrace_app', t);
    end loop;

    -- Written down beside an apiary: read by its beekeeper and the county, written by its beekeeper or the county.
    foreach t in array array['registry.colony_counts', 'registry.treatments', 'registry.disease_reports', 'registry.photos', 'trace.harvests']
    loop
        execute format($sql$create policy read_own on %s for select to beetrace_app
            using ((select access.actor_is_officer()) or beekeeper_id = (select access.actor_beekeeper()))$sql$, t);
        execute format($sql$create policy add_own on %s as permissive for insert to beetrace_app
            with check (exists (select from registry.apiaries a where a.id = apiary_id and a.beekeeper_id = %s.beekeeper_id)
                and ((select access.actor_keeps_reference()) or beekeeper_id = (select access.actor_beekeeper())))$sql$, t, split_part(t, '.', 2));
    end loop;

    -- What was written down is superseded, never rewritten.
    foreach t in array array['registry.colony_counts', 'registry.treatments', 'registry.inspections', 'registry.disease_reports', 'registry.photos', 'trace.harvests']
    loop
        execute format('create trigger frozen before update or delete on %s for each row execute function access.forbid_change()', t);
        execute format('create trigger frozen_whole before truncate on %s for each statement execute function access.forbid_change()', t);
    end loop;
end $$;

grant usage on schema map, import to beetrace_app;

-- Medicines of a filed base's members are its firm's to know (medicine-use record of the base).
create policy read_members on registry.treatments for select to beetrace_app
    using (exists (select from registry.base_members m
        where m.beekeeper_id = treatments.beekeeper_id and m.firm_id = (select access.actor_firm())
            and m.from_day <= access.today() and (m.until_day is null or m.until_day > access.today())));

create policy read_own on registry.inspections for select to beetrace_app
    using ((select access.actor_is_officer()) or beekeeper_id = (select access.actor_beekeeper()));
create policy add_inspection on registry.inspections for insert to beetrace_app
    with check ((select access.actor_role()) in ('county', 'system') and inspected_by = (select access.actor_account())
        and exists (select from registry.apiaries a where a.id = apiary_id and a.beekeeper_id = inspections.beekeeper_id));
-- Only an officer is sure of a disease.
create policy only_officers_confirm on registry.disease_reports as restrictive for insert to beetrace_app
    with check (state = 'Suspected' or (select access.actor_keeps_reference()));

-- Both versions of an entry in conflict tell exact places: for its beekeeper alone.
create policy read_entry on registry.field_entries for select to beetrace_app
    using (beekeeper_id = (select access.actor_beekeeper()));
create policy add_entry on registry.field_entries for insert to beetrace_app
    with check (account_id = (select access.actor_account()) and beekeeper_id = (select access.actor_beekeeper()));
create policy settle_entry on registry.field_entries for update to beetrace_app
    using (beekeeper_id = (select access.actor_beekeeper()));
grant update (state) on registry.field_entries to beetrace_app;

-- What grows where is no secret.
create policy read_nectar_source on registry.nectar_sources for select to beetrace_app
    using ((select access.actor_role()) is not null);
create policy add_nectar_source on registry.nectar_sources for insert to beetrace_app
    with check ((select access.actor_keeps_reference()));
create policy close_nectar_source on registry.nectar_sources for update to beetrace_app
    using ((select access.actor_keeps_reference()));
grant update (closed_on) on registry.nectar_sources to beetrace_app;

-- A filed base: of its firm, its members and the county.
create policy read_base on registry.base_filings for select to beetrace_app
    using ((select access.actor_is_officer()) or firm_id = (select access.actor_firm())
        or exists (select from registry.base_members m where m.base_id = base_filings.id and m.beekeeper_id = (select access.actor_beekeeper())));
create policy add_base on registry.base_filings for insert to beetrace_app
    with check ((select access.actor_keeps_reference()) or ((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())));
create policy end_base on registry.base_filings for update to beetrace_app
    using ((select access.actor_keeps_reference()) or ((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())));
grant update (until_day) on registry.base_filings to beetrace_app;

create policy read_member on registry.base_members for select to beetrace_app
    using ((select access.actor_is_officer()) or firm_id = (select access.actor_firm()) or beekeeper_id = (select access.actor_beekeeper()));
-- Whoever joins a member to a base sees the exact places of its apiaries from then on, so the county does it.
-- Asked by the owner: each of the two tables would otherwise ask the other's policy without end.
create function registry.is_base_of(base uuid, firm uuid) returns boolean language sql stable security definer set search_path = registry, pg_temp
    as $$ select exists (select from base_filings b where b.id = base and b.firm_id = firm) $$;
create policy add_member on registry.base_members for insert to beetrace_app
    with check ((select access.actor_keeps_reference()) and registry.is_base_of(base_id, firm_id));
create policy end_member on registry.base_members for update to beetrace_app
    using ((select access.actor_keeps_reference()) or ((select access.actor_role()) = 'exporter' and firm_id = (select access.actor_firm())));
grant update (until_day) on registry.base_members to beetrace_app;

-- What has ended does not begin again by itself: a firm ends a base or a membership, the county alone opens one.
create function registry.guard_end() returns trigger language plpgsql as $$
begin
    if not access.actor_keeps_reference() and (old.until_day is not null or new.until_day is null) then
        raise exception 'What has ended is opened by the county.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on registry.base_filings for each row execute function registry.guard_end();
create trigger guard before update on registry.base_members for each row execute function registry.guard_end();

create policy read_honour on registry.honours for select to beetrace_app using ((select access.actor_role()) is not null);
create policy add_honour on registry.honours for insert to beetrace_app with check ((select access.actor_keeps_reference()));
create policy read_drafted on registry.drafted_standards for select to beetrace_app using ((select access.actor_role()) is not null);
create policy add_drafted on registry.drafted_standards for insert to beetrace_app with check ((select access.actor_keeps_reference()));

-- Notices: the county writes them. Others read them through functions that blur the place of a disease.
create policy read_notice on map.notices for select to beetrace_app using ((select access.actor_is_officer()));
create policy add_notice on map.notices for insert to beetrace_app
    with check ((select access.actor_role()) in ('county', 'system') and issued_by = (select access.actor_account()));
create policy withdraw_notice on map.notices for update to beetrace_app using ((select access.actor_role()) in ('county', 'system'));
grant update (withdrawn_at, withdrawn_why) on map.notices to beetrace_app;

-- How far an apiary stands from a field or an outbreak tells where one of them is: recipients are read and written through functions alone.
create policy read_recipient on map.notice_recipients for select to beetrace_app using ((select access.actor_role()) = 'system');

-- Imports: one's own, and all of them for the county.
create policy read_run on import.runs for select to beetrace_app
    using ((select access.actor_is_officer()) or actor_id = (select access.actor_account()));
create policy add_run on import.runs for insert to beetrace_app with check (actor_id = (select access.actor_account()));
create policy undo_run on import.runs for update to beetrace_app
    using ((select access.actor_keeps_reference()) or actor_id = (select access.actor_account()));
grant update (undone_at, undone_by) on import.runs to beetrace_app;
create policy read_row on import.rows for select to beetrace_app using (exists (select from import.runs r where r.id = run_id));
create policy add_row on import.rows for insert to beetrace_app with check (exists (select from import.runs r where r.id = run_id and r.actor_id = (select access.actor_account())));
create policy own_map on import.column_maps to beetrace_app
    using (account_id = (select access.actor_account())) with check (account_id = (select access.actor_account()));
grant update on import.column_maps to beetrace_app;

-- The register as it was: what changed since the first migration.

-- Exact places are for their beekeeper and for the system's own work. Everybody else asks registry.exact_places, which leaves a deed.
drop policy read_placement on registry.placements;
create policy read_placement on registry.placements for select to beetrace_app
    using (beekeeper_id = (select access.actor_beekeeper()) or (select access.actor_role()) = 'system');

-- A firm knows the members of its bases.
create policy read_member on registry.beekeepers for select to beetrace_app
    using (exists (select from registry.base_members m
        where m.beekeeper_id = beekeepers.id and m.firm_id = (select access.actor_firm())
            and m.from_day <= access.today() and (m.until_day is null or m.until_day > access.today())));
-- Beekeepers keep their own address and choose whether their name is shown.
create policy change_own on registry.beekeepers for update to beetrace_app using (id = (select access.actor_beekeeper()));

-- What a beekeeper registers waits for the county.
drop policy add_apiary on registry.apiaries;
create policy add_apiary on registry.apiaries for insert to beetrace_app
    with check ((select access.actor_keeps_reference()) or (beekeeper_id = (select access.actor_beekeeper()) and state = 'Waiting'));
grant update (state, merged_into) on registry.apiaries to beetrace_app;

create function registry.guard_apiary() returns trigger language plpgsql as $$
begin
    if (new.state, new.merged_into) is distinct from (old.state, old.merged_into) and not access.actor_keeps_reference() then
        raise exception 'Only the county confirms.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on registry.apiaries for each row execute function registry.guard_apiary();

create function registry.guard_beekeeper() returns trigger language plpgsql as $$
begin
    if not access.actor_keeps_reference()
        and (to_jsonb(new) - array['phone', 'address', 'shows_name']) is distinct from (to_jsonb(old) - array['phone', 'address', 'shows_name'])
    then
        raise exception 'A beekeeper changes phone, address and consent; the county changes the rest.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on registry.beekeepers for each row execute function registry.guard_beekeeper();

-- Before the row is written its generated column is still empty. An end may be taken back by functions of the owner alone: by the undoing of an import.
create or replace function registry.guard_placement() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['until_day', 'location']) is distinct from (to_jsonb(old) - array['until_day', 'location']) or (old.until_day is not null and current_user <> 'beetrace_owner') then
        raise exception 'A placement only ends; its past does not change.' using errcode = '42501';
    end if;
    return new;
end $$;
