-- A laboratory as it stood is never rewritten: a change is another row.
create trigger frozen before update or delete on lab.laboratories for each row execute function access.forbid_change();
create trigger frozen_whole before truncate on lab.laboratories for each statement execute function access.forbid_change();
create trigger kept before delete on lab.reports for each row execute function access.forbid_change();
create trigger kept_whole before truncate on lab.reports for each statement execute function access.forbid_change();

-- A report goes forward step by step, each step in the name of who does it, and writes what belongs to that step.
create function lab.guard_report() returns trigger language plpgsql as $$
declare
    step constant text := old.state || ' to ' || new.state;
    me constant uuid := access.actor_account();
    role constant text := access.actor_role();
begin
    if (new.id, new.number, new.sample_id, new.firm_id, new.evaluation_id, new.markets, new.languages, new.laboratory_id, new.four_eyes,
            new.prepared_by, new.prepared_at, new.supersedes, new.changes)
        is distinct from (old.id, old.number, old.sample_id, old.firm_id, old.evaluation_id, old.markets, old.languages, old.laboratory_id, old.four_eyes,
            old.prepared_by, old.prepared_at, old.supersedes, old.changes)
    then
        raise exception 'What a report is about does not change.' using errcode = '42501';
    end if;
    if ((new.reviewed_by, new.reviewed_at) is distinct from (old.reviewed_by, old.reviewed_at) and step <> 'Draft to Reviewed')
        or ((new.approved_by, new.approved_at) is distinct from (old.approved_by, old.approved_at) and step <> 'Reviewed to Approved')
        or ((new.issued_by, new.issued_on, new.content, new.content_sha256, new.pdf, new.pdf_sha256)
            is distinct from (old.issued_by, old.issued_on, old.content, old.content_sha256, old.pdf, old.pdf_sha256) and step <> 'Approved to Issued')
        or (new.ended_why is distinct from old.ended_why and new.state not in ('Cancelled', 'Invalidated'))
    then
        raise exception 'Each step of a report writes its own part.' using errcode = '42501';
    end if;
    if not coalesce(case step
        when 'Draft to Reviewed' then role in ('reviewer', 'signatory') and new.reviewed_by = me
        when 'Reviewed to Approved' then role = 'signatory' and new.approved_by = me
        when 'Approved to Issued' then role = 'signatory' and new.issued_by = me
        when 'Draft to Cancelled' then (role in ('reviewer', 'signatory') or old.prepared_by = me) and new.ended_why is not null
        when 'Reviewed to Cancelled' then (role in ('reviewer', 'signatory') or old.prepared_by = me) and new.ended_why is not null
        when 'Approved to Cancelled' then role = 'signatory' and new.ended_why is not null
        when 'Issued to Superseded' then role = 'signatory' and exists (select from lab.reports r where r.supersedes = old.id and r.state in ('Approved', 'Issued'))
        when 'Issued to Invalidated' then role = 'signatory' and new.ended_why is not null
        end, false)
    then
        raise exception 'This step is not open to a report, or not to whoever takes it.' using errcode = '42501';
    end if;

    if step in ('Draft to Reviewed', 'Reviewed to Approved') and (me = old.prepared_by
        or exists (select from lab.readings r where r.sample_id = old.sample_id and r.entered_by = me))
    then
        raise exception 'Nobody reviews or signs their own work.'
            using errcode = '23514', constraint = 'nobody_signs_their_own_report', schema = 'lab', table = 'reports';
    end if;
    if step = 'Reviewed to Approved' and old.four_eyes = 'ThreePersons' and (me = old.reviewed_by
        or exists (select from lab.samples s where s.id = old.sample_id and s.approved_by = me))
    then
        raise exception 'A third person signs.' using errcode = '23514', constraint = 'a_third_person_signs_a_report', schema = 'lab', table = 'reports';
    end if;
    return new;
end $$;

create trigger guard before update on lab.reports for each row execute function lab.guard_report();
