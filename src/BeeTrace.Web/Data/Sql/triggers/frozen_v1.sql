-- What was said stays said: these tables are only ever added to, whoever asks.
create function access.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of %.% are never changed or removed.', tg_table_schema, tg_table_name using errcode = '42501';
end $$;

do $$
declare t text;
begin
    foreach t in array array['access.deeds', 'trace.lots', 'lab.readings', 'lab.evaluations', 'lab.evaluation_items', 'certificates.certificates']
    loop
        execute format('revoke update on %s from beetrace_app', t);
        execute format('create trigger frozen before update or delete on %s for each row execute function access.forbid_change()', t);
        execute format('create trigger frozen_whole before truncate on %s for each statement execute function access.forbid_change()', t);
    end loop;
end $$;

-- A sample keeps what it was drawn from; only its way through the laboratory moves on, and approval is the end of it.
create function lab.guard_sample() returns trigger language plpgsql as $$
begin
    if (new.id, new.code, new.lot_id, new.firm_id, new.product, new.county, new.basis, new.grade, new.drawn_on, new.drawn_by)
        is distinct from (old.id, old.code, old.lot_id, old.firm_id, old.product, old.county, old.basis, old.grade, old.drawn_on, old.drawn_by)
        or old.status = 'Approved'
    then
        raise exception 'A sample keeps its origin, and an approved one does not change.' using errcode = '42501';
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

create trigger guard before update on lab.samples for each row execute function lab.guard_sample();

-- Readings are entered while the sample is being tested, and what they supersede is a reading of the same analyte.
create function lab.guard_reading() returns trigger language plpgsql as $$
begin
    -- Locked, so that nobody hands the sample on between this look and the commit.
    perform from lab.samples s where s.id = new.sample_id and s.status in ('Received', 'Testing') for share;
    if not found then
        raise exception 'Readings are entered while a sample is being tested.'
            using errcode = '23514', constraint = 'readings_belong_to_a_sample_in_testing', schema = 'lab', table = 'readings';
    end if;
    if new.supersedes is not null and not exists (
        select from lab.readings r where r.id = new.supersedes and r.sample_id = new.sample_id and r.analyte = new.analyte)
    then
        raise exception 'A reading supersedes one of the same sample and analyte.'
            using errcode = '23514', constraint = 'a_reading_supersedes_its_own_kind', schema = 'lab', table = 'readings';
    end if;
    return new;
end $$;

create trigger guard before insert on lab.readings for each row execute function lab.guard_reading();

-- One first reading an analyte: a second one must say what it supersedes.
create unique index an_analyte_has_one_first_reading on lab.readings (sample_id, analyte) where supersedes is null;

-- Where an apiary stood stays known: a placement may only end, once, and nothing else of it changes.
create function registry.guard_placement() returns trigger language plpgsql as $$
begin
    if (new.id, new.apiary_id, new.beekeeper_id, new.from_day, new.latitude, new.longitude, new.entered_latitude, new.entered_longitude,
        new.entered_datum, new.colonies, new.plant)
        is distinct from (old.id, old.apiary_id, old.beekeeper_id, old.from_day, old.latitude, old.longitude, old.entered_latitude,
        old.entered_longitude, old.entered_datum, old.colonies, old.plant)
        or old.until_day is not null
    then
        raise exception 'A placement only ends; its past does not change.' using errcode = '42501';
    end if;
    return new;
end $$;

create trigger guard before update on registry.placements for each row execute function registry.guard_placement();

-- Who somebody is (name, role, beekeeper, firm) is for administrators to say; all others change only how they sign in themselves.
create function access.guard_account() returns trigger language plpgsql as $$
begin
    if access.actor_role() not in ('system', 'admin')
        and (new.id, new.name, new.email, new.role, new.beekeeper_id, new.firm_id)
            is distinct from (old.id, old.name, old.email, old.role, old.beekeeper_id, old.firm_id)
    then
        raise exception 'Nobody gives themselves a role.' using errcode = '42501';
    end if;
    return new;
end $$;

create trigger guard before update on access.accounts for each row execute function access.guard_account();
