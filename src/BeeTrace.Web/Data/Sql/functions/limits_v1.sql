-- What a limit answers (LimitQuestion in Core): to one question there is one limit a day, whichever edition it comes from.
create function lab.limit_question(
    market text, product text, analyte text, standard text, comparator text, nectar_rule text, nectar_sources text[], species text, grade text,
    state text, not_state text, proviso text) returns text
    language sql immutable parallel safe as $$
    select array_to_string(array[market, product, analyte, standard,
        case when comparator in ('AtMost', 'LessThan') then 'upper' when comparator in ('AtLeast', 'MoreThan') then 'lower' when comparator = 'Within' then 'both' else 'other' end,
        nectar_rule, (select string_agg(s, ';' order by s collate "C") from unnest(nectar_sources) s), species, grade, state, not_state, proviso], '|', '')
$$;

-- Looked at when the transaction commits: the limit that ends and the one that follows change together.
alter table lab.limits add constraint one_limit_answers_a_question_a_day
    exclude using gist (
        lab.limit_question(market, product, analyte, standard_code, comparator, nectar_rule, nectar_sources, species, grade, state, not_state, proviso_analyte) with =,
        daterange(in_force_from, in_force_to, '[]') with &&)
    where (active) deferrable initially deferred;

alter table lab.market_versions add constraint a_market_has_one_profile_a_day
    exclude using gist (market with =, daterange(valid_from, valid_to, '[]') with &&) deferrable initially deferred;
