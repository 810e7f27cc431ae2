-- Money that goes back, and money that has come in, take other hands than those before them; for what is approved and imported from now on.

-- Who asked for a reversal, or decided on it, has had a hand in the credit that follows from it.
create view credit_hand as
    select distinct l.statement_ref, h.username
    from statement_line l join claim_credit k on k.claim_ref = l.claim_ref and k.payer = l.payer join reversal r on r.id = k.reversal_id
        cross join lateral (values (r.requested_by), (r.decided_by)) h (username)
    where l.kind = 'CREDIT' and l.state = 'LIVE' and h.username is not null;

create function approval_by_other_hands() returns trigger language plpgsql as $$
begin
    if exists (select 1 from credit_hand h where h.statement_ref = new.statement_ref and h.username in (new.username, new.on_behalf_of)) then
        raise exception 'who asked for a reversal or decided on it cannot approve its credit on the statement %', new.statement_ref
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
-- After the trigger that locks the statement: triggers fire in the order of their names.
create trigger approval_segregation_of_credits before insert on approval for each row execute function approval_by_other_hands();

-- Who approved a statement, or whose authority an approval was given under, does not also say, alone, that its money has come in: neither by importing the file ...
create function approved_by(about text, who text) returns boolean language sql stable as $$
    select exists (select 1 from approval a join statement s on s.ref = a.statement_ref and s.version = a.statement_version
        where s.ref = about and who in (a.username, a.on_behalf_of))
$$;
create function remittance_by_other_hands() returns trigger language plpgsql as $$
begin
    if exists (select 1 from remittance_file f where f.hash = new.file_hash and approved_by(new.statement_ref, f.imported_by)) then
        raise exception 'who approved the statement % does not import its payment', new.statement_ref using errcode = 'check_violation';
    end if;
    return null;
end $$;
-- Afterwards, when a file written by the same command can be seen.
create trigger remittance_line_other_hands after insert on remittance_line for each row execute function remittance_by_other_hands();

-- ... nor by placing held money on its lines, which then takes a second person.
create or replace function suspense_move_between_payers() returns trigger language plpgsql as $$
declare
    item suspense_item%rowtype;
begin
    select * into item from suspense_item where id = new.item_id;
    if new.contract_ref <> item.contract_ref then
        raise exception 'held money stays within its contract' using errcode = 'check_violation';
    end if;
    if not new.two_people and (new.kind = 'GIVEN_BACK' or new.payer is distinct from item.payer) then
        raise exception 'money moved between payers or given back takes two people' using errcode = 'check_violation';
    end if;
    if not new.two_people and approved_by(new.statement_ref, new.proposed_by) then
        raise exception 'who approved the statement % does not place money on it alone', new.statement_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
