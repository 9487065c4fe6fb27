-- A stay that was mistyped is corrected by its beekeeper, and one that was announced in vain is taken back. Only the newest stay of an
-- apiary: what came before it is history. The version before goes into registry.placement_corrections, copied here, so that nobody can
-- tell another past. What was harvested keeps its stay.

-- The newest stay of an apiary, held for whoever corrects it.
create function registry.stay_to_correct(stay uuid) returns registry.placements
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
declare
    found_stay registry.placements%rowtype;
begin
    select * into found_stay from registry.placements p where p.id = stay and p.beekeeper_id = access.actor_beekeeper() for update;
    if found_stay.id is null or exists (select from registry.placements later where later.apiary_id = found_stay.apiary_id and later.from_day > found_stay.from_day) then
        raise exception 'Only the newest stay of an own apiary is corrected.' using errcode = '42501';
    end if;
    return found_stay;
end $$;
revoke execute on function registry.stay_to_correct(uuid) from public;

create function registry.keep_version(correction uuid, was registry.placements, taken_back boolean, why text) returns void
    language sql volatile security definer set search_path = registry, pg_temp as $$
    insert into registry.placement_corrections (id, placement_id, apiary_id, beekeeper_id, was, is_taken_back, why, corrected_by, corrected_at)
    values (correction, was.id, was.apiary_id, was.beekeeper_id, to_jsonb(was) - 'location', taken_back, why, access.actor_account(), access.moment())
$$;
revoke execute on function registry.keep_version(uuid, registry.placements, boolean, text) from public;

-- The days on which something was harvested during an own stay, by the beekeeper's records or a firm's lots.
create function registry.harvest_days(stay uuid) returns setof date
    language sql stable security definer set search_path = registry, pg_temp as $$
    select h.harvested_on from trace.harvests h join registry.placements p on p.id = h.placement_id
        where h.placement_id = stay and p.beekeeper_id = access.actor_beekeeper()
    union
    select l.harvested_on from trace.lots l join registry.placements p on p.id = l.placement_id
        where l.placement_id = stay and p.beekeeper_id = access.actor_beekeeper()
$$;

create function registry.correct_stay(correction uuid, stay uuid, from_day date, until_day date, latitude numeric, longitude numeric,
        entered_latitude numeric, entered_longitude numeric, entered_datum text, accuracy_m numeric, colonies integer, plant text, place_name text,
        quarantine_certificate text, why text)
    returns void
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
declare
    was registry.placements%rowtype := registry.stay_to_correct(stay);
begin
    if exists (select from registry.harvest_days(stay) h (day) where h.day < correct_stay.from_day or h.day >= correct_stay.until_day)
    then
        raise exception 'Something was harvested on a day that would fall out of the stay.'
            using errcode = '23514', constraint = 'what_was_harvested_keeps_its_stay', schema = 'registry', table = 'placements';
    end if;
    perform registry.keep_version(correction, was, false, why);
    -- The stay before ends when this one begins, if it ended for it. Whichever gives way is written first: the constraint looks at every statement.
    if correct_stay.from_day < was.from_day then
        update registry.placements p set until_day = correct_stay.from_day where p.apiary_id = was.apiary_id and p.until_day = was.from_day;
    end if;
    update registry.placements p set
        from_day = correct_stay.from_day, until_day = correct_stay.until_day, latitude = correct_stay.latitude, longitude = correct_stay.longitude,
        entered_latitude = correct_stay.entered_latitude, entered_longitude = correct_stay.entered_longitude, entered_datum = correct_stay.entered_datum,
        accuracy_m = correct_stay.accuracy_m, colonies = correct_stay.colonies, plant = correct_stay.plant, place_name = correct_stay.place_name,
        quarantine_certificate = correct_stay.quarantine_certificate
        where p.id = stay;
    if correct_stay.from_day > was.from_day then
        update registry.placements p set until_day = correct_stay.from_day where p.apiary_id = was.apiary_id and p.until_day = was.from_day;
    end if;
    perform map.warn_stays(array[stay]);
end $$;

-- A stay that never was: the one before goes on, if it ended for this one.
create function registry.take_back_stay(correction uuid, stay uuid, why text) returns void
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
declare
    was registry.placements%rowtype := registry.stay_to_correct(stay);
begin
    if not exists (select from registry.placements p where p.apiary_id = was.apiary_id and p.id <> stay) then
        raise exception 'The stay with which an apiary was registered is corrected, not taken back.' using errcode = '42501';
    end if;
    if exists (select from registry.harvest_days(stay)) then
        raise exception 'Something was harvested there.'
            using errcode = '23514', constraint = 'what_was_harvested_keeps_its_stay', schema = 'registry', table = 'placements';
    end if;
    perform registry.keep_version(correction, was, true, why);
    delete from registry.placements p where p.id = stay;
    update registry.placements p set until_day = null where p.apiary_id = was.apiary_id and p.until_day = was.from_day;
end $$;

-- A placement only ends; functions of the owner correct it, after they have kept what it was.
create or replace function registry.guard_placement() returns trigger language plpgsql as $$
begin
    if current_user <> 'beetrace_owner'
        and ((to_jsonb(new) - array['until_day', 'location']) is distinct from (to_jsonb(old) - array['until_day', 'location']) or old.until_day is not null)
    then
        raise exception 'A placement only ends; its past does not change.' using errcode = '42501';
    end if;
    return new;
end $$;

-- Whoever stands, or announces to stand, within reach of a notice that is not over is warned.
create function map.warn_stays(stays uuid[]) returns void
    language sql volatile security definer set search_path = registry, public, pg_temp as $$
    insert into map.notice_recipients (notice_id, apiary_id, beekeeper_id, distance_m, added_at)
    select n.id, c.apiary_id, c.beekeeper_id, c.distance_m, access.moment()
    from map.notices n
    cross join lateral map.concerned(n.kind, n.shape, n.zone, n.radius_m, n.from_day, n.to_day, stays) c
    where n.withdrawn_at is null and n.to_day >= access.today()
    on conflict do nothing
$$;
revoke execute on function map.warn_stays(uuid[]) from public;

create or replace function map.warn_arrivals() returns trigger
    language plpgsql security definer set search_path = registry, public, pg_temp as $$
begin
    if exists (select from map.notices n where n.withdrawn_at is null and n.to_day >= access.today()) then
        perform map.warn_stays(array(select p.id from arrived p));
    end if;
    return null;
end $$;
