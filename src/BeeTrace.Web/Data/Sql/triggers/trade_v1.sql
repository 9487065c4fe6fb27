-- What trade guarantees whoever writes: a declaration keeps what it said, a lot leaves once, and the sums are always those of the rows.

create table trade.export_firm_months
(
    month date not null,
    firm_id uuid not null,
    product text not null,
    registered_place char(6) not null,
    source_place char(6) not null,
    declarations integer not null,
    net_kg numeric not null,
    value_usd numeric not null,
    -- Kilograms whose value in dollars, in yuan, was stated: a unit price is of these alone.
    usd_kg numeric not null,
    value_cny numeric not null,
    cny_kg numeric not null,
    constraint pk_export_firm_months primary key (month, product, firm_id, registered_place, source_place)
);

create table trade.export_years
(
    year integer not null,
    product text not null,
    destination char(2) not null,
    registered_place char(6) not null,
    source_place char(6) not null,
    declarations integer not null,
    net_kg numeric not null,
    value_usd numeric not null,
    usd_kg numeric not null,
    value_cny numeric not null,
    cny_kg numeric not null,
    constraint pk_export_years primary key (year, product, destination, registered_place, source_place)
);

create table trade.export_firm_years
(
    year integer not null,
    firm_id uuid not null,
    product text not null,
    destination char(2) not null,
    registered_place char(6) not null,
    source_place char(6) not null,
    declarations integer not null,
    net_kg numeric not null,
    value_usd numeric not null,
    usd_kg numeric not null,
    value_cny numeric not null,
    cny_kg numeric not null,
    constraint pk_export_firm_years primary key (year, product, destination, firm_id, registered_place, source_place)
);
create index export_firm_years_by_firm on trade.export_firm_years (firm_id, year);

-- A version is added whole; later it can only be superseded, once, by the next version of the same item.
create function trade.guard_declaration() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if current_user <> 'beetrace_owner' then
            raise exception 'Declarations are superseded, not removed.' using errcode = '42501';
        end if;
        return old;
    end if;
    if to_jsonb(new) - 'superseded_by' is distinct from to_jsonb(old) - 'superseded_by' then
        raise exception 'What was declared stays; a correction is a new version.' using errcode = '42501';
    end if;
    if old.superseded_by is not null then
        raise exception 'A version is superseded once.' using errcode = '23505', constraint = 'a_declaration_is_superseded_once', schema = 'trade', table = 'declarations';
    end if;
    return new;
end $$;
create trigger guard before update or delete on trade.declarations for each row execute function trade.guard_declaration();

-- Adds what came and takes off what no longer counts, in the order of the keys so that two writers do not wait for each other crosswise.
create function trade.roll_up() returns trigger language plpgsql security definer set search_path = trade, pg_temp as $$
declare
    changes text := case tg_op
        when 'INSERT' then 'select n.*, 1 as sign from new_rows n where n.superseded_by is null and not n.is_void'
        when 'DELETE' then 'select o.*, -1 as sign from old_rows o where o.superseded_by is null and not o.is_void'
        else 'select n.*, 1 as sign from new_rows n where n.superseded_by is null and not n.is_void
              union all select o.*, -1 as sign from old_rows o where o.superseded_by is null and not o.is_void' end;
    sums text := 'sum(d.sign)::integer as declarations, sum(d.sign * d.net_kg) as net_kg, coalesce(sum(d.sign * d.value_usd), 0) as value_usd,
        coalesce(sum(d.sign * d.net_kg) filter (where d.value_usd is not null), 0) as usd_kg, coalesce(sum(d.sign * d.value_cny), 0) as value_cny,
        coalesce(sum(d.sign * d.net_kg) filter (where d.value_cny is not null), 0) as cny_kg';
    names text := 'declarations, net_kg, value_usd, usd_kg, value_cny, cny_kg';
    added text := 'declarations = t.declarations + excluded.declarations, net_kg = t.net_kg + excluded.net_kg, value_usd = t.value_usd + excluded.value_usd,
        usd_kg = t.usd_kg + excluded.usd_kg, value_cny = t.value_cny + excluded.value_cny, cny_kg = t.cny_kg + excluded.cny_kg';
begin
    execute format(
        'insert into export_firm_years as t (year, firm_id, product, destination, registered_place, source_place, %1$s)
         select extract(year from d.declared_on)::integer, d.firm_id, d.product, d.destination, d.registered_place, d.source_place, %2$s from (%3$s) d
         group by 1, 2, 3, 4, 5, 6 order by 1, 3, 4, 2, 5, 6
         on conflict (year, product, destination, firm_id, registered_place, source_place) do update set %4$s', names, sums, changes, added);
    execute format(
        'insert into export_firm_months as t (month, firm_id, product, registered_place, source_place, %1$s)
         select date_trunc(''month'', d.declared_on)::date, d.firm_id, d.product, d.registered_place, d.source_place, %2$s from (%3$s) d
         group by 1, 2, 3, 4, 5 order by 1, 3, 2, 4, 5
         on conflict (month, product, firm_id, registered_place, source_place) do update set %4$s', names, sums, changes, added);
    execute format(
        'insert into export_years as t (year, product, destination, registered_place, source_place, %1$s)
         select extract(year from d.declared_on)::integer, d.product, d.destination, d.registered_place, d.source_place, %2$s from (%3$s) d
         group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
         on conflict (year, product, destination, registered_place, source_place) do update set %4$s', names, sums, changes, added);
    return null;
end $$;
create trigger roll_up_added after insert on trade.declarations referencing new table as new_rows for each statement execute function trade.roll_up();
create trigger roll_up_changed after update on trade.declarations referencing old table as old_rows new table as new_rows for each statement execute function trade.roll_up();
create trigger roll_up_removed after delete on trade.declarations referencing old table as old_rows for each statement execute function trade.roll_up();

-- Kilograms of a lot that have left or are reserved: what stands in consignments, and on statements that name no consignment.
create function trade.taken_kg(wanted uuid) returns numeric
    language sql stable security definer set search_path = trade, pg_temp as $$
    select coalesce((select sum(l.net_kg) from consigned_lots l join consignments c on c.id = l.consignment_id where l.lot_id = wanted and c.state <> 'Cancelled'), 0)
        + coalesce((select sum(s.net_kg) from certificates.consignment_lots s
            where s.lot_id = wanted and not exists (select from certificates.endings e where e.certificate_id = s.certificate_id)
              and not exists (select from consignments c where c.statement_id = s.certificate_id)), 0)
$$;
revoke execute on function trade.taken_kg(uuid) from public;

-- The same for whoever may know it: the lot's firm, the county, the signatory.
create function trade.left_kg(wanted uuid) returns numeric
    language sql stable security definer set search_path = trade, pg_temp as $$
    select l.mass_kg - trade.taken_kg(l.id) from trace.lots l
    where l.id = wanted and (l.firm_id = access.actor_firm() or access.actor_is_officer() or access.actor_role() = 'signatory')
$$;

-- A lot leaves once: whoever reserves of it waits for the one before.
create function trade.guard_consigned_lot() returns trigger language plpgsql security definer set search_path = trade, pg_temp as $$
declare lot trace.lots%rowtype;
begin
    perform pg_advisory_xact_lock(hashtextextended('trade.lot ' || new.lot_id::text, 0));
    select * into strict lot from trace.lots l where l.id = new.lot_id;
    if lot.firm_id is distinct from (select c.firm_id from consignments c where c.id = new.consignment_id) then
        raise exception 'A consignment holds lots of its own exporter.' using errcode = '42501';
    end if;
    if trade.taken_kg(new.lot_id) > lot.mass_kg then
        raise exception 'More of the lot would leave than there is.' using errcode = '23514', constraint = 'a_lot_leaves_once', schema = 'trade', table = 'consigned_lots';
    end if;
    return null;
end $$;
create trigger guard after insert or update on trade.consigned_lots for each row execute function trade.guard_consigned_lot();

-- A consignment goes one way, keeps what was declared, and does not leave with a lot on hold.
create function trade.guard_consignment() returns trigger language plpgsql security definer set search_path = trade, pg_temp as $$
begin
    if new.state <> old.state and (old.state, new.state) not in (('Draft', 'Declared'), ('Draft', 'Cancelled'), ('Declared', 'Shipped'), ('Declared', 'Cancelled'), ('Shipped', 'Closed')) then
        raise exception 'A consignment does not go from % to %.', old.state, new.state using errcode = '42501';
    end if;
    if (new.id, new.code, new.firm_id, new.made_by, new.made_at) is distinct from (old.id, old.code, old.firm_id, old.made_by, old.made_at)
        or (old.state <> 'Draft' and new.destination is distinct from old.destination) then
        raise exception 'A consignment keeps its exporter, and its destination once it is declared.' using errcode = '42501';
    end if;
    if access.actor_role() = 'signatory' and to_jsonb(new) - 'statement_id' is distinct from to_jsonb(old) - 'statement_id' then
        raise exception 'The signatory states a consignment and changes nothing of it.' using errcode = '42501';
    end if;
    if new.state in ('Declared', 'Shipped') and new.state <> old.state and exists (
        select from consigned_lots l join trace.lot_holds h on h.lot_id = l.lot_id where l.consignment_id = new.id and h.released_at is null) then
        raise exception 'A lot on hold does not leave.' using errcode = '23514', constraint = 'a_lot_on_hold_does_not_leave', schema = 'trade', table = 'consignments';
    end if;
    return new;
end $$;
create trigger guard before update on trade.consignments for each row execute function trade.guard_consignment();

-- Of the returns of a firm and year one counts.
create unique index one_return_of_a_year_counts on trade.returns (firm_id, year) where state = 'Accepted' and superseded_by is null;

-- The firm writes its return and signs it, the county decides on it; what was signed stays, and what was accepted is only superseded.
create function trade.guard_return() returns trigger language plpgsql as $$
begin
    if (new.id, new.firm_id, new.year, new.version) is distinct from (old.id, old.firm_id, old.year, old.version) then
        raise exception 'A return keeps its firm, year and version.' using errcode = '42501';
    end if;
    if old.state = 'Accepted' then
        if old.superseded_by is not null or to_jsonb(new) - 'superseded_by' is distinct from to_jsonb(old) - 'superseded_by'
            or coalesce(access.actor_role(), '') not in ('county', 'system')
            or not exists (select from trade.returns r where r.id = new.superseded_by and r.firm_id = old.firm_id and r.year = old.year and r.version > old.version and r.state in ('Filed', 'Accepted')) then
            raise exception 'An accepted return is corrected by a new one.' using errcode = '42501';
        end if;
        return new;
    end if;
    if new.superseded_by is not null then
        raise exception 'Only what was accepted is superseded.' using errcode = '42501';
    end if;
    if old.state = 'Filed' then
        if new.state not in ('Accepted', 'SentBack') or new.decided_by is distinct from access.actor_account() or coalesce(access.actor_role(), '') not in ('county', 'system') then
            raise exception 'The county decides on a return, in its officer''s own name.' using errcode = '42501';
        end if;
        if to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decision'] is distinct from to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decision'] then
            raise exception 'Whoever decides on a return changes nothing in it.' using errcode = '42501';
        end if;
        return new;
    end if;
    if new.state not in (old.state, 'Filed') or coalesce(access.actor_role(), '') <> 'exporter'
        or (new.decided_by, new.decided_at, new.decision) is distinct from (old.decided_by, old.decided_at, old.decision) then
        raise exception 'A firm writes its return and files it.' using errcode = '42501';
    end if;
    if new.state = 'Filed' and (new.filed_by is distinct from access.actor_account() or new.sales_cny is null or new.output_cny is null or new.employees is null) then
        raise exception 'A return is filed whole and in one''s own name.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on trade.returns for each row execute function trade.guard_return();
create function trade.guard_return_part() returns trigger language plpgsql as $$
begin
    -- What was signed on paper comes by one table a part; nothing of it is changed later.
    if exists (select from trade.returns r where r.id = case when tg_op = 'DELETE' then old.return_id else new.return_id end and r.state in ('Filed', 'Accepted')
        and not (tg_op = 'INSERT' and r.filed_by = '00000000-0000-0000-0000-000000000000')) then
        raise exception 'A return that was filed is not edited.' using errcode = '42501';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard before insert or update or delete on trade.return_products for each row execute function trade.guard_return_part();
create trigger guard before insert or update or delete on trade.return_partners for each row execute function trade.guard_return_part();
create trigger frozen before update or delete on trade.yearbook_editions for each row execute function access.forbid_change();
create trigger frozen before update or delete on trade.market_releases for each row execute function access.forbid_change();
