-- What an import of the register compares beyond what its actor may read or an index would serve under row security.

-- Which rows of a table of beekeepers resemble somebody registered, each with the reason and the first such licence number. Phones by their
-- digits, licences by their letters and digits, identity numbers by their keyed hash; null where a row has none.
create function import.beekeepers_like(numbers integer[], phones text[], licences text[], hashes bytea[])
    returns table (number integer, reason text, licence text)
    language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not access.actor_keeps_reference() then
        raise exception 'Only the county imports.' using errcode = '42501';
    end if;
    return query
        select s.number, 'SamePhone', min(b.licence_number::text) from unnest(numbers, phones) s (number, phone)
            join beekeepers b on b.phone is not null and regexp_replace(b.phone, '\D', '', 'g') = s.phone
            where b.state in ('Waiting', 'Confirmed') group by 1
        union all
        select s.number, 'SameLicence', min(b.licence_number::text) from unnest(numbers, licences) s (number, licence)
            join beekeepers b on regexp_replace(upper(b.licence_number), '[^0-9A-Z]', '', 'g') = s.licence
            where b.state in ('Waiting', 'Confirmed') group by 1
        union all
        select s.number, 'SameIdentityNumber', min(b.licence_number::text) from unnest(numbers, hashes) s (number, hash)
            join beekeepers b on b.identity_number_hash = s.hash
            where b.state in ('Waiting', 'Confirmed') group by 1;
end $$;

-- Metres between places that are near each other, as ShiftRules measures them.
create function import.metres(north float8, east float8, other_north float8, other_east float8) returns float8
    language sql immutable strict parallel safe
    as $$ select 111195 * sqrt(power(north - other_north, 2) + power((east - other_east) * cos(radians(north)), 2)) $$;

-- Which rows of a table of placements mean a stored stay of the same beekeeper when their numbers are read in one of two other datums, and
-- miss it as they are read: the rule of ShiftRules, with its bounds in metres. Told are the first day of that stay, the newest where there are
-- several, and the datum; where it lies is not.
create function import.shifted_placements(numbers integer[], apiaries text[], norths float8[], easts float8[], datums_1 text[], norths_1 float8[], easts_1 float8[],
        datums_2 text[], norths_2 float8[], easts_2 float8[], same_m integer, other_m integer)
    returns table (number integer, since date, datum text)
    language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    if not access.actor_keeps_reference() then
        raise exception 'Only the county imports.' using errcode = '42501';
    end if;
    return query
        select distinct on (s.number) s.number, p.from_day,
            case when import.metres(s.north_1, s.east_1, p.latitude::float8, p.longitude::float8) <= same_m then s.datum_1 else s.datum_2 end
        from unnest(numbers, apiaries, norths, easts, datums_1, norths_1, easts_1, datums_2, norths_2, easts_2)
            s (number, apiary, north, east, datum_1, north_1, east_1, datum_2, north_2, east_2)
        join registry.apiaries a on a.code = s.apiary
        join registry.placements p on p.beekeeper_id = a.beekeeper_id
        where import.metres(s.north, s.east, p.latitude::float8, p.longitude::float8) > other_m
            and least(import.metres(s.north_1, s.east_1, p.latitude::float8, p.longitude::float8),
                import.metres(s.north_2, s.east_2, p.latitude::float8, p.longitude::float8)) <= same_m
        order by s.number, p.from_day desc;
end $$;

-- Takes a whole import back: what it added goes, what it changed is as before. Answers what stands in the way, and then does nothing:
-- 'unknown', 'undone', 'kind', 'used' (something refers to its rows), 'changed' (something has happened to them since); null when it is done.
create or replace function import.undo(run uuid) returns table (hindrance text, rows bigint, what text, example text, undone_on date)
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
                        case c.key when 'licence_issued' then to_jsonb(t.licence_issued_on)
                            when 'identity_number' then to_jsonb(case when t.identity_number_hash is not null then '*' end)
                            else to_jsonb(t) -> c.key end);
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
            licence_expires_on = case when i.before ? 'licence_issued' then ((i.before -> 'licence_issued' ->> 0)::date + interval '3 years')::date else t.licence_expires_on end,
            -- A table tells one only where none is kept.
            identity_number_sealed = case when i.before ? 'identity_number' then null else t.identity_number_sealed end,
            identity_number_hash = case when i.before ? 'identity_number' then null else t.identity_number_hash end
        from import.rows i where i.run_id = undo.run and i.before is not null and t.id = i.row_id;
    elsif one.kind = 'apiaries' then
        update registry.apiaries t set name = i.before -> 'name' ->> 0 from import.rows i where i.run_id = undo.run and i.before is not null and t.id = i.row_id;
    elsif one.kind = 'placements' then
        update registry.placements t set until_day = null from import.rows i where i.run_id = undo.run and i.before is not null and t.id = i.row_id;
    end if;
    update import.runs r set undone_at = access.moment(), undone_by = access.actor_account() where r.id = undo.run;
end $$;
