-- Lots on hold: read by laboratory, officers and the lot's firm; held by an approval that fails or by an officer, released by an officer.
alter table trace.lot_holds enable row level security;
alter table trace.lot_holds force row level security;
create policy owner_all on trace.lot_holds to beetrace_owner using (true) with check (true);

grant select, insert on trace.lot_holds to beetrace_app;
grant update (released_by, released_at, release_reason) on trace.lot_holds to beetrace_app;
create policy read_hold on trace.lot_holds for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab()) or firm_id = (select access.actor_firm()));
create policy add_hold on trace.lot_holds for insert to beetrace_app
    with check (held_by = (select access.actor_account()) and released_at is null
        and exists (select from trace.lots l where l.id = lot_id and l.firm_id = lot_holds.firm_id)
        and (((select access.actor_role()) in ('reviewer', 'signatory') and sample_id is not null) or (select access.actor_role()) = 'county'));
create policy release_hold on trace.lot_holds for update to beetrace_app
    using ((select access.actor_role()) = 'county' and released_at is null)
    with check (released_by = (select access.actor_account()) and released_at is not null and release_reason is not null);

-- What failed before there were holds is held now, as of its approval.
insert into trace.lot_holds (id, lot_id, firm_id, sample_id, held_by, held_at)
select gen_random_uuid(), s.lot_id, s.firm_id, s.id, s.approved_by, s.approved_on::timestamp at time zone 'Asia/Shanghai'
from lab.samples s where s.verdict in ('Fail', 'ConditionalFail');
