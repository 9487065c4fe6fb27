-- A beekeeper belongs to one filed base of one firm at a time: half-open periods [from, until) never overlap.
alter table registry.base_members add constraint a_beekeeper_belongs_to_one_base_at_a_time
    exclude using gist (beekeeper_id with =, daterange(from_day, until_day, '[)') with &&);

-- A nectar source is drawn and searched by its shape in Web Mercator.
alter table registry.nectar_sources add column shape geometry(Geometry, 3857)
    generated always as (st_transform(st_setsrid(st_geomfromgeojson(geojson), 4326), 3857)) stored;
alter table registry.nectar_sources add constraint a_nectar_source_is_a_point_or_an_area_that_does_not_cross_itself
    check (geometrytype(shape) in ('POINT', 'POLYGON') and st_isvalid(shape));
create index nectar_sources_shape on registry.nectar_sources using gist (shape);

alter table map.notices add column shape geometry(Geometry, 3857)
    generated always as (st_transform(st_setsrid(st_geomfromgeojson(geojson), 4326), 3857)) stored;
alter table map.notices add constraint a_notice_is_a_point_or_an_area_that_does_not_cross_itself
    check (geometrytype(shape) in ('POINT', 'POLYGON') and st_isvalid(shape));
create index notices_shape on map.notices using gist (shape);

-- A firm names an apiary and a day and learns which treatments stand in the way of a harvest or leave it unsure; nothing else of the
-- medicine log. The rule itself is Core's (Withdrawal.Of); this keeps back what it would find clear.
create function registry.treatments_before(apiary_code text, harvest_day date)
    returns table (medicine text, started_on date, ended_on date, withdrawal_days integer)
    language sql stable security definer set search_path = registry, pg_temp as $$
    select t.medicine::text, t.started_on, t.ended_on, t.withdrawal_days
    from registry.treatments t join registry.apiaries a on a.id = t.apiary_id
    where a.code = apiary_code and t.started_on <= harvest_day
        and (t.ended_on is null
            or t.ended_on > harvest_day
            or (t.withdrawal_days is null and t.ended_on + interval '1 year' >= harvest_day)
            or t.ended_on + t.withdrawal_days > harvest_day)
        and not exists (select from registry.treatments later where later.supersedes = t.id)
        and (access.actor_role() in ('exporter', 'county', 'admin', 'system') or a.beekeeper_id = access.actor_beekeeper())
$$;
