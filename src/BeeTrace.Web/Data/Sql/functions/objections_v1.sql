-- The same counts as before; where a re-test overturned a sample's verdict, the final one counts, and the sample once.
create or replace function lab.pass_rate(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (product text, drawn integer, passed integer, judged integer, inconclusive integer, firms integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    with counted as (
        select s.product, s.firm_id, coalesce(o.final_verdict, s.verdict) as verdict
        from lab.samples s
        left join lab.objections o on o.sample_id = s.id and o.final_verdict is not null
        where s.drawn_on between from_day and to_day
          and s.basis = wanted_basis
          and (products is null or s.product = any (products))
          and (wanted_county is null or s.county = wanted_county)
          and (wanted_firm is null or s.firm_id = wanted_firm)
          -- One firm's rate is for that firm, the laboratory and the county.
          and (wanted_firm is null or wanted_firm = access.actor_firm() or access.actor_is_officer() or access.actor_is_lab())
          and access.actor_role() is not null)
    select c.product::text,
           count(*)::integer,
           count(*) filter (where c.verdict = 'Pass')::integer,
           count(*) filter (where c.verdict in ('Pass', 'Fail'))::integer,
           count(*) filter (where c.verdict is not null and c.verdict not in ('Pass', 'Fail'))::integer,
           count(distinct c.firm_id)::integer
    from counted c
    group by grouping sets ((c.product), ())
$$;
