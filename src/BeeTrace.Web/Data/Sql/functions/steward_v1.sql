-- What the county's office needs to tell one registration from another. For officers; nothing exact is told: that two apiaries
-- stand near each other is a reason, where they stand is not.

create index beekeepers_licence_bare on registry.beekeepers (regexp_replace(upper(licence_number), '[^0-9A-Z]', '', 'g'));

-- Beekeepers that may be the same as this one, each with every reason. House rule: names of one county are alike from half of their trigrams
-- on in Chinese, and from seven tenths in Latin letters, where homophones meet.
create function registry.beekeepers_like(subject uuid)
    returns table (id uuid, reason text)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    with me as (select * from beekeepers b where b.id = subject and access.actor_is_officer()),
    alike as (
        select b.id, 'SamePhone' as reason from me join beekeepers b on regexp_replace(b.phone, '\D', '', 'g') = regexp_replace(me.phone, '\D', '', 'g')
            where b.phone is not null and length(regexp_replace(me.phone, '\D', '', 'g')) >= 7
        union all
        select b.id, 'SameLicence' from me
            join beekeepers b on regexp_replace(upper(b.licence_number), '[^0-9A-Z]', '', 'g') = regexp_replace(upper(me.licence_number), '[^0-9A-Z]', '', 'g')
        union all
        select b.id, 'SameIdentityNumber' from me join beekeepers b on b.identity_number_hash = me.identity_number_hash
        union all
        select b.id, 'SimilarName' from me join beekeepers b on b.county = me.county
            where similarity(b.name_zh, me.name_zh) >= 0.5 or similarity(b.name_en, me.name_en) >= 0.7
    )
    select a.id, a.reason from alike a join beekeepers b on b.id = a.id where a.id <> subject and b.state in ('Waiting', 'Confirmed')
$$;

-- Apiaries that may be the same as this one: of the same person and now within 200 m, or of the same beekeeper and named alike.
-- The same person is the beekeeper and whoever shares phone, licence or identity number.
create function registry.apiaries_like(subject uuid)
    returns table (id uuid, reason text)
    language sql stable security definer set search_path = registry, public, pg_temp as $$
    with me as (select a.*, p.location, p.latitude from apiaries a
            left join placements p on p.apiary_id = a.id and p.until_day is null
            where a.id = subject and access.actor_is_officer()),
    person as (
        select me.beekeeper_id as id from me
        union
        select l.id from me cross join lateral registry.beekeepers_like(me.beekeeper_id) l where l.reason <> 'SimilarName'),
    theirs as (
        select a.id, a.name, a.beekeeper_id from apiaries a join person on person.id = a.beekeeper_id
        where a.id <> subject and a.state in ('Waiting', 'Confirmed') and a.deregistered_on is null)
    select t.id, 'Within200Metres' from theirs t
        join placements p on p.apiary_id = t.id and p.until_day is null
        join me on st_dwithin(p.location, me.location, 200 / cos(radians(me.latitude::float8)))
    union all
    select t.id, 'SimilarName' from theirs t join me on me.beekeeper_id = t.beekeeper_id and similarity(t.name, me.name) >= 0.5
$$;

-- Which of these new beekeepers resemble others and so should wait for the office; for imports of many.
create function registry.beekeepers_that_resemble(wanted uuid[]) returns setof uuid
    language sql stable security definer set search_path = registry, pg_temp as $$
    select w.id from unnest(wanted) w (id) where exists (select from registry.beekeepers_like(w.id))
$$;
