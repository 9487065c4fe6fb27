-- Tables out. Whoever takes out exact places of others has left a deed before the first row, in a transaction of its own: a line that drops
-- half-way takes back nothing of what was seen.

create function import.exportable() returns setof registry.apiaries
    language sql stable security definer set search_path = registry, pg_temp as $$
    select a.* from registry.apiaries a where a.state in ('Waiting', 'Confirmed') and registry.may_see_exactly(a.beekeeper_id)
$$;
revoke execute on function import.exportable() from public;

-- Writes down that the actor takes out exact places of others; many codes are counted instead of named.
create function import.record_export() returns void
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
declare
    codes text[];
begin
    codes := array(select e.code::text from import.exportable() e where e.beekeeper_id is distinct from access.actor_beekeeper() order by e.code);
    if cardinality(codes) = 0 or access.actor_role() = 'system' then
        return;
    end if;
    insert into access.deeds (id, at, actor_id, actor_name, actor_role, deed, subject, new)
    values (gen_random_uuid(), access.moment(), access.actor_account(), coalesce(access.actor_name(), ''), initcap(access.actor_role()), 'location-read', 'export',
        case when cardinality(codes) <= 1000 then jsonb_build_object('apiaries', to_jsonb(codes)) else jsonb_build_object('count', cardinality(codes)) end);
end $$;

create function import.has_recorded_export() returns boolean
    language sql stable security definer set search_path = registry, pg_temp as $$
    select access.actor_role() = 'system'
        or not exists (select from import.exportable() e where e.beekeeper_id is distinct from access.actor_beekeeper())
        or exists (select from access.deeds d where d.subject = 'export' and d.deed = 'location-read' and d.actor_id = access.actor_account()
            and d.at > access.moment() - interval '10 minutes')
$$;
revoke execute on function import.has_recorded_export() from public;

-- Every stay of the apiaries whose places the actor may know exactly.
create function import.export_placements()
    returns table (apiary text, "from" date, until date, latitude numeric, longitude numeric, datum text, accuracy_m numeric, colonies integer, plant text,
        place_name text, quarantine_certificate text, north numeric, east numeric)
    language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not import.has_recorded_export() then
        raise exception 'Exact places leave a deed first.' using errcode = '42501';
    end if;
    return query
        select e.code::text, p.from_day, p.until_day, p.entered_latitude, p.entered_longitude, p.entered_datum::text, p.accuracy_m, p.colonies, p.plant::text,
            p.place_name::text, p.quarantine_certificate::text, p.latitude, p.longitude
        from import.exportable() e join registry.placements p on p.apiary_id = e.id
        -- A firm sees no stay that was over before the beekeeper joined its base.
        where access.actor_firm() is null or p.until_day is null or p.until_day > registry.supplies_since(e.beekeeper_id, access.actor_firm())
        order by e.code, p.from_day;
end $$;

-- Where apiaries stand today: exactly for a firm's own suppliers and a beekeeper's own, by the actor's cell for all others. Officers who
-- want exact places take the placements.
create function import.export_places()
    returns table (apiary text, species text, county text, plant text, since date, colonies integer, north float8, east float8, degree text)
    language plpgsql stable security definer set search_path = registry, public, pg_temp as $$
begin
    if access.actor_role() not in ('county', 'auditor', 'admin', 'system', 'exporter', 'beekeeper') then
        raise exception 'Places are taken out by those who keep bees, buy from them or register them.' using errcode = '42501';
    end if;
    if not access.actor_is_officer() and not import.has_recorded_export() then
        raise exception 'Exact places leave a deed first.' using errcode = '42501';
    end if;
    return query
        select c.code, c.species, c.county, c.plant, c.since, c.colonies, st_y(g.place), st_x(g.place),
            case when g.is_exact then 'exact' when registry.cell_size_m() = 1000 then '1 km' else '5 km' end
        from registry.current_places c
        cross join lateral (select not access.actor_is_officer() and registry.may_see_exactly(c.beekeeper_id) as is_exact) may
        cross join lateral (
            select may.is_exact, st_transform(case when may.is_exact then c.location when registry.cell_size_m() = 1000 then c.cell_1km else c.cell_5km end, 4326) as place) g
        where c.counts or may.is_exact or access.actor_is_officer()
        order by c.code;
end $$;
