create trigger kept before delete on lab.objections for each row execute function access.forbid_change();
create trigger kept_whole before truncate on lab.objections for each statement execute function access.forbid_change();

-- The county decides once, a signatory concludes by a re-test of the same lot, each in their own name.
create function lab.guard_objection() returns trigger language plpgsql as $$
declare
    step constant text := old.state || ' to ' || new.state;
    me constant uuid := access.actor_account();
begin
    if not coalesce(case
        when step = 'Filed to Accepted' then access.actor_role() = 'county' and new.decided_by = me and new.concluded_by is null and new.final_verdict is null
        when step = 'Filed to Refused' then access.actor_role() = 'county' and new.decided_by = me and new.decided_why is not null and new.concluded_by is null
            and new.final_verdict is null
        when step in ('Accepted to Upheld', 'Accepted to Overturned') then access.actor_role() = 'signatory' and new.concluded_by = me
            and (new.decided_by, new.decided_on) = (old.decided_by, old.decided_on)
            and exists (select from lab.samples f join lab.samples r on r.lot_id = f.lot_id and r.id <> f.id
                where f.id = old.sample_id and r.id = new.re_test_id and r.basis = 'ReTest' and r.status = 'Approved' and r.verdict = new.final_verdict)
        end, false)
    then
        raise exception 'This step is not open to an objection, or not to whoever takes it.' using errcode = '42501';
    end if;
    return new;
end $$;

create trigger guard before update on lab.objections for each row execute function lab.guard_objection();
