-- Pay that was put right to "never received", or to other days, leaves its first day free: pay for that day can be recorded then. What stands
-- is asked, not what once stood; records of pay of one job take turns.
drop index job_earnings_once;
create index job_earnings_job on job_earnings (job_ref, from_on);
create function pay_stands_once() returns trigger language plpgsql as $$
begin
    perform 1 from job where ref = new.job_ref for no key update;
    if exists (select 1 from job_pay p where p.job_ref = new.job_ref and p.from_on = new.from_on and p.kind = new.kind) then
        raise exception 'pay of this kind from % is on the record of % already', new.from_on, new.job_ref using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger job_earnings_once before insert on job_earnings for each row when (new.replaces is null) execute function pay_stands_once();
