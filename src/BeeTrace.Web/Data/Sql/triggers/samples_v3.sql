-- A sample keeps what it was drawn from; only its way through the laboratory moves on, and approval, rejection and cancelling are its ends.
create or replace function lab.guard_sample() returns trigger language plpgsql as $$
begin
    if (new.id, new.code, new.lot_id, new.firm_id, new.product, new.county, new.basis, new.grade, new.states, new.drawn_on, new.drawn_by)
        is distinct from (old.id, old.code, old.lot_id, old.firm_id, old.product, old.county, old.basis, old.grade, old.states, old.drawn_on, old.drawn_by)
        or old.blind_code is not null and new.blind_code is distinct from old.blind_code
        or old.status in ('Approved', 'Rejected', 'Cancelled')
    then
        raise exception 'A sample keeps its origin, and one that has ended does not change.' using errcode = '42501';
    end if;
    -- An end that is no verdict says why.
    if new.status in ('Rejected', 'Cancelled') and new.ended_why is null or new.status = 'Rejected' and new.rejection is null then
        raise exception 'A sample that is rejected or cancelled says why.' using errcode = '23514', constraint = 'an_ended_sample_says_why', schema = 'lab', table = 'samples';
    end if;
    -- Approval and verdict come together, from a person who may approve and in that person's own name.
    if (new.status = 'Approved' or new.verdict is not null or new.approved_by is not null)
        and (new.status <> 'Approved' or access.actor_role() not in ('reviewer', 'signatory') or new.approved_by is distinct from access.actor_account())
    then
        raise exception 'Only a reviewer or signatory approves, in their own name.' using errcode = '42501';
    end if;
    if new.status = 'Approved' and exists (
        select from lab.readings r where r.sample_id = new.id and r.entered_by = new.approved_by)
    then
        raise exception 'Who entered a reading does not approve the sample.'
            using errcode = '23514', constraint = 'nobody_approves_their_own_readings', schema = 'lab', table = 'samples';
    end if;
    return new;
end $$;
