-- Judging again adds and never overwrites. An approved sample's verdict moves in one way only: with a newer evaluation in the home market.
create or replace function lab.guard_sample() returns trigger language plpgsql as $$
begin
    if (new.id, new.code, new.lot_id, new.firm_id, new.product, new.county, new.basis, new.grade, new.states, new.drawn_on, new.drawn_by)
        is distinct from (old.id, old.code, old.lot_id, old.firm_id, old.product, old.county, old.basis, old.grade, old.states, old.drawn_on, old.drawn_by)
        or old.blind_code is not null and new.blind_code is distinct from old.blind_code
        or old.status in ('Rejected', 'Cancelled')
    then
        raise exception 'A sample keeps its origin, and one that has ended does not change.' using errcode = '42501';
    end if;
    if old.status = 'Approved' then
        if (to_jsonb(new) - 'verdict') is distinct from (to_jsonb(old) - 'verdict') or new.verdict is null or access.actor_role() is distinct from 'signatory' then
            raise exception 'Of an approved sample a signatory changes the verdict alone.' using errcode = '42501';
        end if;
        return new;
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

create function lab.guard_evaluation() returns trigger language plpgsql as $$
begin
    if not exists (select from lab.evaluations e where e.sample_id = new.sample_id) then
        if new.why is not null then
            raise exception 'What was never judged is not judged again.' using errcode = '42501';
        end if;
        return new;
    end if;
    if new.why is null or access.actor_role() is distinct from 'signatory'
        or not exists (select from lab.samples s where s.id = new.sample_id and s.status = 'Approved')
    then
        raise exception 'An approved sample is judged again by a signatory, who says why.' using errcode = '42501';
    end if;
    if exists (select from lab.readings r where r.sample_id = new.sample_id and r.entered_by = new.evaluated_by) then
        raise exception 'Who entered a reading does not judge it again.'
            using errcode = '23514', constraint = 'nobody_judges_their_own_readings_again', schema = 'lab', table = 'evaluations';
    end if;
    return new;
end $$;
create trigger guard before insert on lab.evaluations for each row execute function lab.guard_evaluation();

-- Looked at when the transaction commits, for evaluation and verdict are written one after the other.
create function lab.guard_verdict() returns trigger language plpgsql security definer set search_path = lab, pg_temp as $$
declare wanted constant uuid := case tg_table_name when 'samples' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'sample_id')::uuid end;
begin
    if (select s.verdict from lab.samples s where s.id = wanted) is distinct from (
        select e.verdict from lab.evaluations e where e.sample_id = wanted and e.market = 'CN' order by e.evaluated_at desc, e.id desc limit 1)
    then
        raise exception 'A sample has the verdict of its newest evaluation in the home market.'
            using errcode = '23514', constraint = 'a_verdict_is_that_of_the_newest_evaluation', schema = 'lab', table = 'samples';
    end if;
    return null;
end $$;
create constraint trigger newest_verdict after update on lab.samples deferrable initially deferred for each row
    when (old.verdict is distinct from new.verdict) execute function lab.guard_verdict();
create constraint trigger newest_verdict after insert on lab.evaluations deferrable initially deferred for each row
    when (new.market = 'CN') execute function lab.guard_verdict();
