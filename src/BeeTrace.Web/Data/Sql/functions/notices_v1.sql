-- Questions by place, and notices to the beekeepers within reach of a field or an outbreak.

-- How far a place is from an area on the ground, in metres, rounded to 10 m: 0 inside. Both in Web Mercator; measured on the spheroid.
create function map.distance_m(place geometry, area geometry) returns integer
    language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select (round(st_distance(st_transform(place, 4326)::geography, st_transform(area, 4326)::geography) / 10) * 10)::integer
$$;

-- A box in Web Mercator that holds everything within so many metres of an area, and a little more: what an index can search.
-- A metre on the ground is 1 / cos(latitude) there, and up to 0.7 % more from south to north, as the Earth is no sphere.
create function map.zone(area geometry, metres integer) returns geometry
    language sql immutable strict parallel safe set search_path = public, pg_temp as $$
    select st_expand(area, metres * 1.01 / cos(radians(least(86.0,
        greatest(abs(st_ymax(st_transform(area, 4326))), abs(st_ymin(st_transform(area, 4326)))) + metres / 110574.0))))
$$;

alter table map.notices add column zone geometry(Geometry, 3857)
    generated always as (map.zone(st_transform(st_setsrid(st_geomfromgeojson(geojson), 4326), 3857), radius_m)) stored;

-- How often a message was tried in vain, and when to try again; null at once.
alter table map.notice_recipients add column mail_tries integer not null default 0, add column mail_due timestamptz;

-- Which active apiaries stand within so many metres of an area today, the nearest first, waiting ones too: what an officer asks who
-- must warn somebody. How far an apiary is tells where it is, so the answer is an exact view and leaves the deed.
create function map.within(area_geojson text, metres integer)
    returns table (code text, apiary_name text, counts boolean, name_zh text, name_en text, phone text, species text, colonies integer, since date, distance_m integer)
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
declare
    area geometry := st_setsrid(st_geomfromgeojson(area_geojson), 4326);
    -- Both computed once: the zone so that the index serves it, the area on the spheroid because turning it costs more than measuring.
    zone geometry := map.zone(st_transform(area, 3857), metres);
    ground geography := area::geography;
    near uuid[];
    far integer[];
    codes text[];
begin
    if coalesce(access.actor_role(), '') not in ('county', 'system') then
        raise exception 'Who stands near is asked by the county.' using errcode = '42501';
    end if;
    perform registry.settle_day(wait => false);
    -- Measured as map.distance_m does it.
    select array_agg(n.apiary_id), array_agg(n.d), coalesce(array_agg(n.code order by n.code), '{}') into near, far, codes
        from (
            select c.apiary_id, c.code, (round(st_distance(st_transform(c.location, 4326)::geography, ground) / 10) * 10)::integer as d
            from registry.current_places c where c.location && zone offset 0
        ) n
        where n.d <= metres;
    perform registry.record_exact_view('question', codes);
    return query
        select c.code, a.name::text, c.counts, b.name_zh::text, b.name_en::text, b.phone::text, c.species, c.colonies, c.since, n.d
        from unnest(near, far) n (id, d)
        join registry.current_places c on c.apiary_id = n.id
        join registry.apiaries a on a.id = n.id
        join registry.beekeepers owner on owner.id = a.beekeeper_id
        join registry.beekeepers b on b.id = coalesce(owner.merged_into, owner.id)
        order by n.d, c.code;
end $$;

-- Whose stays a notice of these days concerns, with the distance: apiaries that stand within reach on one of the days or have announced
-- that they will, of the beekeeper whose entry counts. Who leaves before the first day is not concerned.
-- Of a disease everybody in a 5 km cell is concerned alike: who is warned would otherwise tell, stay by invented stay, where it is.
create function map.concerned(of_kind text, area geometry, zone geometry, metres integer, first_day date, last_day date, stays uuid[] default null)
    returns table (apiary_id uuid, beekeeper_id uuid, distance_m integer)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    select near.apiary_id, near.beekeeper_id, min(near.d)
    from (
        select p.apiary_id, b.id as beekeeper_id, map.distance_m(
            -- Nowhere in a cell is further than 3600 m from its centre.
            case of_kind when 'DiseaseAlert' then registry.cell_centre(p.latitude::float8, p.longitude::float8, 5000) else p.location end, area) as d
        from registry.placements p
        join registry.apiaries a on a.id = p.apiary_id
        join registry.beekeepers owner on owner.id = a.beekeeper_id
        join registry.beekeepers b on b.id = coalesce(owner.merged_into, owner.id)
        where p.location && case of_kind when 'DiseaseAlert' then map.zone(zone, 7200) else zone end
            and (stays is null or p.id = any (stays))
            and p.from_day <= last_day and (p.until_day is null or p.until_day > greatest(first_day, access.today()))
            and (a.deregistered_on is null or a.deregistered_on > greatest(first_day, access.today()))
            and a.state in ('Waiting', 'Confirmed') and b.state in ('Waiting', 'Confirmed')
    ) near
    where near.d <= metres + case of_kind when 'DiseaseAlert' then 3600 else 0 end
    group by near.apiary_id, near.beekeeper_id
$$;
revoke execute on function map.concerned(text, geometry, geometry, integer, date, date, uuid[]) from public;

-- How many a notice would reach, before it is issued.
create function map.would_reach(of_kind text, area_geojson text, metres integer, first_day date, last_day date)
    returns table (apiaries integer, beekeepers integer)
    language plpgsql stable security definer set search_path = registry, public, pg_temp as $$
declare
    area geometry := st_transform(st_setsrid(st_geomfromgeojson(area_geojson), 4326), 3857);
begin
    if coalesce(access.actor_role(), '') not in ('county', 'system') then
        raise exception 'Notices are issued by the county.' using errcode = '42501';
    end if;
    return query
        select count(*)::integer, count(distinct c.beekeeper_id)::integer
        from map.concerned(of_kind, area, map.zone(area, metres), metres, first_day, last_day) c;
end $$;

-- Finds whom a notice concerns, in the transaction that issues it.
create function map.address_notice(notice uuid) returns table (apiaries integer, beekeepers integer)
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
begin
    if coalesce(access.actor_role(), '') not in ('county', 'system') then
        raise exception 'Notices are issued by the county.' using errcode = '42501';
    end if;
    insert into map.notice_recipients (notice_id, apiary_id, beekeeper_id, distance_m, added_at)
        select n.id, c.apiary_id, c.beekeeper_id, c.distance_m, access.moment()
        from map.notices n cross join lateral map.concerned(n.kind, n.shape, n.zone, n.radius_m, n.from_day, n.to_day) c
        where n.id = notice
        on conflict do nothing;
    return query
        select count(*)::integer, count(distinct r.beekeeper_id)::integer from map.notice_recipients r where r.notice_id = notice;
end $$;

-- Whoever arrives, or announces to arrive, within reach of a notice that is not over is warned too.
create function map.warn_arrivals() returns trigger
    language plpgsql security definer set search_path = registry, public, pg_temp as $$
begin
    if not exists (select from map.notices n where n.withdrawn_at is null and n.to_day >= access.today()) then
        return null;
    end if;
    insert into map.notice_recipients (notice_id, apiary_id, beekeeper_id, distance_m, added_at)
        select n.id, c.apiary_id, c.beekeeper_id, c.distance_m, access.moment()
        from map.notices n
        cross join lateral map.concerned(n.kind, n.shape, n.zone, n.radius_m, n.from_day, n.to_day, array(select p.id from arrived p)) c
        where n.withdrawn_at is null and n.to_day >= access.today()
        on conflict do nothing;
    return null;
end $$;
create trigger warn_arrivals after insert on registry.placements referencing new table as arrived
    for each statement execute function map.warn_arrivals();

-- Whom open notices concern and nobody has told yet: a stay and a notice that were written side by side did not see each other.
create function map.address_open_notices() returns void
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
begin
    if access.actor_role() is distinct from 'system' then
        raise exception 'The housekeeper looks after notices.' using errcode = '42501';
    end if;
    insert into map.notice_recipients (notice_id, apiary_id, beekeeper_id, distance_m, added_at)
        select n.id, c.apiary_id, c.beekeeper_id, c.distance_m, access.moment()
        from map.notices n cross join lateral map.concerned(n.kind, n.shape, n.zone, n.radius_m, n.from_day, n.to_day) c
        where n.withdrawn_at is null and n.to_day >= access.today()
        on conflict do nothing;
end $$;

-- How many a notice concerns, how many have had it on their screen, how many have got it by e-mail.
create function map.reached(wanted uuid[]) returns table (notice_id uuid, apiaries integer, beekeepers integer, seen integer, mailed integer)
    language sql stable security definer set search_path = map, pg_temp as $$
    select r.notice_id, count(*)::integer, count(distinct r.beekeeper_id)::integer,
        (count(distinct r.beekeeper_id) filter (where r.seen_at is not null))::integer,
        (count(distinct r.beekeeper_id) filter (where r.mailed_at is not null))::integer
    from map.notice_recipients r where r.notice_id = any (wanted) and access.actor_is_officer() group by r.notice_id
$$;

-- Whom a notice concerns, for officers. How far somebody stands from a field is an exact view, and leaves the deed.
create function map.recipients_of(notice text)
    returns table (code text, apiary_name text, name_zh text, name_en text, phone text, distance_m integer,
        added_at timestamptz, seen_at timestamptz, mailed_at timestamptz, has_address boolean, mail_tries integer)
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
begin
    if not access.actor_is_officer() then
        return;
    end if;
    perform registry.record_exact_view(notice, array(
        select a.code::text from map.notice_recipients r join map.notices n on n.id = r.notice_id join registry.apiaries a on a.id = r.apiary_id
        where n.code = notice order by a.code));
    return query
        select a.code::text, a.name::text, b.name_zh::text, b.name_en::text, b.phone::text, r.distance_m, r.added_at, r.seen_at, r.mailed_at,
            exists (select from access.accounts x where x.beekeeper_id = b.id and x.email is not null), r.mail_tries
        from map.notice_recipients r
        join map.notices n on n.id = r.notice_id
        join registry.apiaries a on a.id = r.apiary_id
        join registry.beekeepers b on b.id = r.beekeeper_id
        where n.code = notice order by r.distance_m, a.code;
end $$;

-- Centre of the 5 km cell in which an area lies, as latitude and longitude: what may be told of an outbreak.
create function map.about(area geometry) returns table (latitude float8, longitude float8)
    language sql immutable strict parallel safe set search_path = registry, public, pg_temp as $$
    select st_y(st_transform(c, 4326)), st_x(st_transform(c, 4326))
    from (select registry.cell_centre(st_y(st_transform(st_centroid(area), 4326)), st_x(st_transform(st_centroid(area), 4326)), 5000) as c) centre
$$;

-- The notices that concern the beekeeper who asks, until they are over; one row an apiary. Of a disease nobody learns how far it is
-- from which apiary, for several distances make a place. `shown` says that the rows go onto a screen: then they count as seen.
create function map.my_notices(shown boolean)
    returns table (code text, kind text, from_day date, to_day date, radius_m integer, subject text, contact text, withdrawn_at timestamptz, withdrawn_why text,
        is_new boolean, apiary text, apiary_name text, distance_m integer, latitude float8, longitude float8)
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
declare
    unseen uuid[];
begin
    select coalesce(array_agg(r.notice_id), '{}') into unseen
        from map.notice_recipients r join map.notices n on n.id = r.notice_id
        where r.beekeeper_id = access.actor_beekeeper() and r.seen_at is null and n.to_day >= access.today();
    if shown and cardinality(unseen) > 0 then
        -- Not those whose mail is going out at this moment: a page does not wait for a mail server. They are marked the next time.
        update map.notice_recipients r set seen_at = access.moment()
            from (select m.notice_id, m.apiary_id from map.notice_recipients m
                where m.beekeeper_id = access.actor_beekeeper() and m.seen_at is null and m.notice_id = any (unseen) for update skip locked) free
            where r.notice_id = free.notice_id and r.apiary_id = free.apiary_id;
    end if;
    return query
        select n.code::text, n.kind::text, n.from_day, n.to_day, n.radius_m, n.subject::text, n.contact::text, n.withdrawn_at, n.withdrawn_why::text,
            n.id = any (unseen), a.code::text, a.name::text,
            case when n.kind = 'DiseaseAlert' then null else r.distance_m end,
            case when n.kind = 'DiseaseAlert' then about.latitude else st_y(st_transform(st_centroid(n.shape), 4326)) end,
            case when n.kind = 'DiseaseAlert' then about.longitude else st_x(st_transform(st_centroid(n.shape), 4326)) end
        from map.notice_recipients r
        join map.notices n on n.id = r.notice_id
        join registry.apiaries a on a.id = r.apiary_id
        cross join lateral map.about(n.shape) about
        where r.beekeeper_id = access.actor_beekeeper() and n.to_day >= access.today()
        order by n.from_day, n.code, a.code;
end $$;

-- Current and coming notices for the map: spraying for everybody; a disease for those who have signed in, officers exactly and all
-- others by the centre of its 5 km cell.
create function map.notices_on_map(datum text)
    returns table (code text, kind text, from_day date, to_day date, subject text, radius_m integer, blur_m integer, geojson text)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    select n.code::text, n.kind::text, n.from_day, n.to_day, n.subject::text, n.radius_m, told.blur_m,
        st_asgeojson(st_transform(map.drawn(told.shape, datum), 4326), 6)
    from map.notices n
    cross join lateral map.about(n.shape) about
    cross join lateral (select n.kind = 'DiseaseAlert' and not access.actor_is_officer() as is_blurred) as asked
    cross join lateral (
        select case when is_blurred then st_transform(st_setsrid(st_makepoint(about.longitude, about.latitude), 4326), 3857) else n.shape end as shape,
            case when is_blurred then 5000 else 0 end as blur_m) told
    where n.withdrawn_at is null and n.to_day >= access.today() and access.actor_role() is not null
        and (n.kind <> 'DiseaseAlert' or access.actor_role() not in ('public', 'sign-in'))
    order by n.from_day, n.code
$$;

-- The next message that is due, one beekeeper and notice, held until the transaction ends. No row when nothing is due.
create function map.next_mail()
    returns table (notice_id uuid, beekeeper_id uuid, code text, kind text, from_day date, to_day date, radius_m integer, subject text, contact text,
        latitude float8, longitude float8, addresses text[], apiaries text[], names text[], distances integer[], tries integer)
    language plpgsql volatile security definer set search_path = map, public, pg_temp as $$
declare
    picked record;
begin
    if access.actor_role() is distinct from 'system' then
        raise exception 'Mail is sent by the system.' using errcode = '42501';
    end if;
    select r.notice_id, r.beekeeper_id into picked
        from map.notice_recipients r join map.notices n on n.id = r.notice_id
        where r.mailed_at is null and (r.mail_due is null or r.mail_due <= access.moment())
            and n.withdrawn_at is null and n.to_day >= access.today()
            and exists (select from access.accounts a where a.beekeeper_id = r.beekeeper_id and a.email is not null)
        order by r.mail_tries, n.from_day, r.added_at limit 1 for update of r skip locked;
    if not found then
        return;
    end if;
    return query
        select n.id, picked.beekeeper_id, n.code::text, n.kind::text, n.from_day, n.to_day, n.radius_m, n.subject::text, n.contact::text,
            about.latitude, about.longitude,
            array(select a.email::text from access.accounts a where a.beekeeper_id = picked.beekeeper_id and a.email is not null order by a.email),
            array_agg(a.code::text order by a.code), array_agg(a.name::text order by a.code),
            array_agg(case when n.kind = 'DiseaseAlert' then null else r.distance_m end order by a.code), max(r.mail_tries)
        from map.notice_recipients r
        join map.notices n on n.id = r.notice_id
        join registry.apiaries a on a.id = r.apiary_id
        cross join lateral map.about(n.shape) about
        where r.notice_id = picked.notice_id and r.beekeeper_id = picked.beekeeper_id and r.mailed_at is null
        group by n.id, about.latitude, about.longitude;
end $$;

-- What became of that message: it went out, or it is tried again at the given time.
create function map.mail_done(notice uuid, keeper uuid, codes text[], try_again timestamptz) returns void
    language plpgsql volatile security definer set search_path = map, pg_temp as $$
begin
    if access.actor_role() is distinct from 'system' then
        raise exception 'Mail is sent by the system.' using errcode = '42501';
    end if;
    update map.notice_recipients r set
        mailed_at = case when try_again is null then access.moment() end,
        mail_tries = r.mail_tries + case when try_again is null then 0 else 1 end, mail_due = try_again
        where r.notice_id = notice and r.beekeeper_id = keeper and r.mailed_at is null
            and exists (select from registry.apiaries a where a.id = r.apiary_id and a.code = any (codes));
end $$;
