-- Row security for corrections of stays, for applications of beekeepers and for announcements of growers.
do $$
declare t text;
begin
    foreach t in array array['registry.placement_corrections', 'registry.applications', 'map.announcements']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
    end loop;
end $$;

-- What a stay was before is as exact as the stay: for its beekeeper alone. Written by the functions that correct, never changed.
grant select on registry.placement_corrections to beetrace_app;
create policy read_own on registry.placement_corrections for select to beetrace_app
    using (beekeeper_id = (select access.actor_beekeeper()) or (select access.actor_role()) = 'system');
create trigger frozen before update or delete on registry.placement_corrections for each row execute function access.forbid_change();
create trigger frozen_whole before truncate on registry.placement_corrections for each statement execute function access.forbid_change();

-- Who applies has no account yet; what was sent is read by officers. Written and decided by functions, for it holds a password's hash.
alter table registry.applications add column password_hash text;
alter table registry.applications add constraint a_password_waits_with_its_application check ((password_hash is not null) = (state = 'Waiting'));
do $$
begin
    -- All columns but the hash.
    execute (select format('grant select (%s) on registry.applications to beetrace_app', string_agg(quote_ident(attname), ', ' order by attnum))
        from pg_attribute where attrelid = 'registry.applications'::regclass and attnum > 0 and not attisdropped and attname <> 'password_hash');
end $$;
create policy read_application on registry.applications for select to beetrace_app using ((select access.actor_is_officer()));

-- A grower's announcement is read and decided by the county; the grower asks by its id alone.
grant select, insert on map.announcements to beetrace_app;
grant update (state, notice_id, decided_by, decided_at, why) on map.announcements to beetrace_app;
create policy read_announcement on map.announcements for select to beetrace_app using ((select access.actor_is_officer()));
create policy add_announcement on map.announcements for insert to beetrace_app
    with check ((select access.actor_role()) in ('public', 'system') and kind in ('GroundSpraying', 'AerialSpraying')
        and state = 'Waiting' and notice_id is null and decided_by is null and decided_at is null and why is null);
create policy decide_announcement on map.announcements for update to beetrace_app
    using ((select access.actor_role()) = 'county' and state = 'Waiting')
    with check (decided_by = (select access.actor_account()) and state in ('Confirmed', 'Refused'));
