-- What was planned, frozen, read and drawn stays so.
do $$
declare t text;
begin
    foreach t in array array['lab.sampling_plans', 'lab.listed_lots', 'lab.public_values', 'lab.picks']
    loop
        execute format('create trigger frozen before update or delete on %s for each row execute function access.forbid_change()', t);
        execute format('create trigger frozen_whole before truncate on %s for each statement execute function access.forbid_change()', t);
    end loop;
    foreach t in array array['lab.strata', 'lab.frozen_lists']
    loop
        execute format('create trigger frozen before delete on %s for each row execute function access.forbid_change()', t);
        execute format('create trigger frozen_whole before truncate on %s for each statement execute function access.forbid_change()', t);
    end loop;
end $$;

-- A stratum comes onto one list, once.
create function lab.guard_stratum() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - 'list_id') is distinct from (to_jsonb(old) - 'list_id') or old.list_id is not null then
        raise exception 'A stratum is frozen once, and nothing else of it changes.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on lab.strata for each row execute function lab.guard_stratum();

-- A list is complete when its stratum is on it: nothing is added afterwards.
create function lab.guard_listed_lot() returns trigger language plpgsql as $$
begin
    if exists (select from lab.strata s where s.plan_id = new.plan_id and s.number = new.stratum and s.list_id is not null) then
        raise exception 'The list is frozen.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before insert on lab.listed_lots for each row execute function lab.guard_listed_lot();

-- The value is set once, not before its day, and is what two people last entered, each for themselves.
create function lab.guard_frozen_list() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['value', 'value_source', 'drawn_at']) is distinct from (to_jsonb(old) - array['value', 'value_source', 'drawn_at'])
        or old.value is not null or access.today() < old.value_day
    then
        raise exception 'A list is drawn once, not before the day of its public value.' using errcode = '42501';
    end if;
    if (select count(*) from (
            select distinct on (v.entered_by) v.value from lab.public_values v where v.list_id = new.id order by v.entered_by, v.entered_at desc, v.id desc
        ) last where last.value = new.value) < 2
    then
        raise exception 'A public value counts when two people have entered the same.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on lab.frozen_lists for each row execute function lab.guard_frozen_list();

-- The database draws again: a lot stands at the place that its rank gives it, and the places follow each other.
create function lab.guard_pick() returns trigger language plpgsql as $$
declare
    seed text;
    planned integer;
    above integer;
    picked integer;
begin
    select l.sha256 || ':' || l.value, s.planned into seed, planned
        from lab.strata s join lab.frozen_lists l on l.id = s.list_id where s.plan_id = new.plan_id and s.number = new.stratum;
    if seed is null then
        raise exception 'Nothing is drawn before the public value.' using errcode = '42501';
    end if;
    select count(*) into above from lab.listed_lots c
        where c.plan_id = new.plan_id and c.stratum = new.stratum
            and encode(sha256(convert_to(seed || ':' || c.stratum || ':' || c.lot, 'UTF8')), 'hex') collate "C"
                < encode(sha256(convert_to(seed || ':' || c.stratum || ':' || new.lot, 'UTF8')), 'hex') collate "C";
    select count(*) into picked from lab.picks p where p.plan_id = new.plan_id and p.stratum = new.stratum;
    if new.place <> above + 1 or new.place <> picked + 1 or (new.replaces is null) <> (new.place <= planned) then
        raise exception 'Lots are drawn in the order of their ranks.' using errcode = '42501';
    end if;
    if new.replaces is not null and not exists (
        select from lab.picks p where p.plan_id = new.plan_id and p.stratum = new.stratum and p.place = new.replaces)
    then
        raise exception 'Only a drawn lot is replaced.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before insert on lab.picks for each row execute function lab.guard_pick();
