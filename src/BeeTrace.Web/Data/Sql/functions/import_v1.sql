-- What an import of the register needs beyond what its actor may read: exact places stay where they are, and are only compared here.

-- Which rows of a table of placements are stored already: where a stored open stay now ends, and in which columns it says something
-- else. That two places differ is told; where the stored one lies is not.
create function import.known_placements(numbers integer[], apiaries text[], days date[], untils date[], latitudes numeric[], longitudes numeric[],
        datums text[], accuracies numeric[], colonies integer[], plants text[], places text[], certificates text[])
    returns table (number integer, id uuid, ends boolean, differs text[])
    language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not access.actor_keeps_reference() then
        raise exception 'Only the county imports.' using errcode = '42501';
    end if;
    return query
        select s.number, p.id, p.until_day is null and s.until is not null,
            array_remove(array[
                case when p.until_day is not null and s.until is not null and p.until_day <> s.until then 'until' end,
                case when p.entered_latitude <> s.latitude then 'latitude' end,
                case when p.entered_longitude <> s.longitude then 'longitude' end,
                case when p.entered_datum <> s.datum then 'datum' end,
                case when s.accuracy is not null and p.accuracy_m is distinct from s.accuracy then 'accuracy_m' end,
                case when p.colonies <> s.colonies then 'colonies' end,
                case when s.plant is not null and p.plant is distinct from s.plant then 'plant' end,
                case when s.place is not null and p.place_name is distinct from s.place then 'place_name' end,
                case when s.certificate is not null and p.quarantine_certificate is distinct from s.certificate then 'quarantine_certificate' end], null)
        from unnest(numbers, apiaries, days, untils, latitudes, longitudes, datums, accuracies, known_placements.colonies, plants, places, certificates)
            s (number, apiary, day, until, latitude, longitude, datum, accuracy, colonies, plant, place, certificate)
        join registry.apiaries a on a.code = s.apiary
        join registry.placements p on p.apiary_id = a.id and p.from_day = s.day;
end $$;

-- When these apiaries stood anywhere; not where.
create function import.stays_of(codes text[]) returns table (code text, from_day date, until_day date)
    language sql stable security definer set search_path = registry, pg_temp as $$
    select a.code::text, p.from_day, p.until_day
    from registry.apiaries a join registry.placements p on p.apiary_id = a.id
    where a.code = any (codes) and access.actor_keeps_reference()
$$;

-- Open stays end on the days that a table says.
create function import.end_placements(ids uuid[], days date[]) returns void
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
begin
    if not access.actor_keeps_reference() then
        raise exception 'Only the county imports.' using errcode = '42501';
    end if;
    update registry.placements p set until_day = e.day from unnest(ids, days) e (id, day) where p.id = e.id and p.until_day is null;
end $$;

-- What each kind of table writes, and what its rows are called in the record of deeds.
create function import.target_of(kind text) returns regclass
    language sql immutable set search_path = registry, pg_temp as $$
    select case kind
        when 'beekeepers' then 'registry.beekeepers'::regclass
        when 'apiaries' then 'registry.apiaries'::regclass
        when 'placements' then 'registry.placements'::regclass
        when 'nectar-sources' then 'registry.nectar_sources'::regclass
    end
$$;

-- Takes a whole import back: what it added goes, what it changed is as before. Answers what stands in the way, and then does nothing:
-- 'unknown', 'undone', 'kind', 'used' (something refers to its rows), 'changed' (something has happened to them since); null when it is done.
create function import.undo(run uuid) returns table (hindrance text, rows bigint, what text, example text, undone_on date)
    language plpgsql volatile security definer set search_path = registry, public, pg_temp as $$
declare
    one import.runs%rowtype;
    target regclass;
    reference record;
    used bigint;
    used_example text;
begin
    select * into one from import.runs r where r.id = undo.run for update;
    if not found or not access.actor_keeps_reference() then
        return query select 'unknown', 0::bigint, null::text, null::text, null::date;
        return;
    end if;
    if one.undone_at is not null then
        return query select 'undone', 0::bigint, null::text, null::text, (one.undone_at at time zone 'Asia/Shanghai')::date;
        return;
    end if;
    target := import.target_of(one.kind);
    if target is null then
        return query select 'kind', 0::bigint, null::text, null::text, null::date;
        return;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('import ' || one.kind, 0));

    -- Whatever refers to a row that would go, by whichever foreign key there is.
    for reference in
        select c.conrelid::regclass as child, a.attname as child_column
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = target and cardinality(c.conkey) = 1
            -- Where apiaries stand today is only derived.
            and c.conrelid <> 'registry.current_places'::regclass
        order by c.conrelid::regclass::text
    loop
        execute format('select count(distinct i.row_id), min(i.row_key) from import.rows i join %s c on c.%I = i.row_id where i.run_id = $1 and i.before is null',
            reference.child, reference.child_column) into used, used_example using undo.run;
        if used > 0 then
            return query select 'used', used, reference.child::text, used_example, null::date;
            return;
        end if;
    end loop;
    -- A lot names the stay it comes from by apiary and day of harvest.
    if one.kind = 'placements' then
        select count(distinct i.row_id), min(i.row_key) into used, used_example
            from import.rows i join registry.placements p on p.id = i.row_id join trace.lots l on l.apiary_id = p.apiary_id
                and l.harvested_on >= p.from_day and (p.until_day is null or l.harvested_on < p.until_day)
            where i.run_id = undo.run and i.before is null;
        if used > 0 then
            return query select 'used', used, 'trace.lots', used_example, null::date;
            return;
        end if;
    end if;

    -- A later import wrote the same rows, somebody else did something to them, or they are not as this one left them.
    select count(distinct i.row_id), min(i.row_key) into used, used_example
        from import.rows i
        where i.run_id = undo.run and (
            exists (select from import.rows later join import.runs r on r.id = later.run_id
                where later.row_id = i.row_id and r.id <> undo.run and r.undone_at is null and r.id > undo.run)
            or exists (select from access.deeds d
                where d.subject = split_part(i.row_key, ' ', 1) and d.at > one.at and d.deed not in ('location-read', 'identity-number-read')));
    if used = 0 then
        used_example := null;
        if one.kind = 'beekeepers' then
            select count(*), min(i.row_key) into used, used_example from import.rows i join registry.beekeepers t on t.id = i.row_id
                where i.run_id = undo.run and i.before is not null and exists (
                    select from jsonb_each(i.before) c where c.value -> 1 is distinct from
                        case c.key when 'licence_issued' then to_jsonb(t.licence_issued_on) else to_jsonb(t) -> c.key end);
        elsif one.kind = 'apiaries' then
            select count(*), min(i.row_key) into used, used_example from import.rows i join registry.apiaries t on t.id = i.row_id
                where i.run_id = undo.run and i.before is not null and i.before -> 'name' ->> 1 is distinct from t.name;
        elsif one.kind = 'placements' then
            select count(*), min(i.row_key) into used, used_example from import.rows i join registry.placements t on t.id = i.row_id
                where i.run_id = undo.run and i.before is not null and (i.before -> 'until' ->> 1)::date is distinct from t.until_day;
        end if;
    end if;
    if used > 0 then
        return query select 'changed', used, null::text, used_example, null::date;
        return;
    end if;

    if one.kind = 'placements' then
        -- It refers to what goes; the trigger that follows the stays finds out anew who stands where.
        delete from registry.current_places c using import.rows i where i.run_id = undo.run and i.before is null and c.placement_id = i.row_id;
    end if;
    execute format('delete from %s t using import.rows i where i.run_id = $1 and i.before is null and t.id = i.row_id', target) using undo.run;
    if one.kind = 'beekeepers' then
        update registry.beekeepers t set
            name_zh = case when i.before ? 'name_zh' then i.before -> 'name_zh' ->> 0 else t.name_zh end,
            name_en = case when i.before ? 'name_en' then i.before -> 'name_en' ->> 0 else t.name_en end,
            phone = case when i.before ? 'phone' then i.before -> 'phone' ->> 0 else t.phone end,
            address = case when i.before ? 'address' then i.before -> 'address' ->> 0 else t.address end,
            licence_issued_on = case when i.before ? 'licence_issued' then (i.before -> 'licence_issued' ->> 0)::date else t.licence_issued_on end,
            licence_expires_on = case when i.before ? 'licence_issued' then ((i.before -> 'licence_issued' ->> 0)::date + interval '3 years')::date else t.licence_expires_on end
        from import.rows i where i.run_id = undo.run and i.before is not null and t.id = i.row_id;
    elsif one.kind = 'apiaries' then
        update registry.apiaries t set name = i.before -> 'name' ->> 0 from import.rows i where i.run_id = undo.run and i.before is not null and t.id = i.row_id;
    elsif one.kind = 'placements' then
        update registry.placements t set until_day = null from import.rows i where i.run_id = undo.run and i.before is not null and t.id = i.row_id;
    end if;
    update import.runs r set undone_at = access.moment(), undone_by = access.actor_account() where r.id = undo.run;
end $$;
