-- A stranger who holds a number, or the bytes, may read that one certificate; nobody may list them this way.
create function certificates.by_number(wanted text) returns setof certificates.certificates
    language sql stable security definer set search_path = certificates, pg_temp as $$
    select * from certificates.certificates c where c.number = wanted and access.actor_role() is not null
$$;

create function certificates.by_pdf(sha256 text) returns setof certificates.certificates
    language sql stable security definer set search_path = certificates, pg_temp as $$
    select * from certificates.certificates c where c.pdf_sha256 = sha256 and access.actor_role() is not null
$$;

-- What the public may know of a lot: no beekeeper, no place finer than the county.
create function trace.public_lot(wanted text)
    returns table (code text, product text, harvested_on date, species text, nectar_source text, county text,
                   firm_zh text, firm_en text, samples integer, passed integer, certificates text[])
    language sql stable security definer set search_path = trace, pg_temp as $$
    select l.code::text, l.product::text, l.harvested_on, l.species::text, l.nectar_source::text, a.county::text,
           f.name_zh::text, f.name_en::text,
           (select count(*)::integer from lab.samples s where s.lot_id = l.id and s.status = 'Approved'),
           (select count(*)::integer from lab.samples s where s.lot_id = l.id and s.verdict = 'Pass'),
           array(select c.number::text from certificates.certificates c where c.lot_id = l.id order by c.issued_at)
    from trace.lots l
    join registry.apiaries a on a.id = l.apiary_id
    join registry.firms f on f.id = l.firm_id
    where l.code = wanted and access.actor_role() is not null
$$;
