-- Numbers of test reports: analysts, reviewers and signatories take the next one of a year, and nobody else of any other kind.
create function lab.next_report_serial(wanted_year integer) returns integer
    language plpgsql volatile security definer set search_path = registry, pg_temp as $$
declare n integer;
begin
    if coalesce(access.actor_role(), '') not in ('analyst', 'reviewer', 'signatory') then
        raise exception 'Numbers of reports are given to the laboratory.' using errcode = '42501';
    end if;
    insert into registry.serials values ('R' || wanted_year, 1)
        on conflict (prefix) do update set last = serials.last + 1 returning last into n;
    return n;
end $$;
