-- What a pay is for: some contracts do not count tax refunds, pay in lieu of notice or holiday pay from an earlier job. Two kinds of pay may
-- be for the same days.
alter table job_earnings add column kind text not null default 'WAGES' check (kind in ('WAGES', 'SELF_EMPLOYED_PROFIT', 'BONUS', 'STATUTORY_PAY',
    'EXPENSES', 'TAX_REFUND', 'PAY_IN_LIEU_OF_NOTICE', 'HOLIDAY_PAY_FROM_EARLIER_JOB', 'REDUNDANCY_PAY'));
alter table job_earnings drop constraint job_earnings_pkey, add primary key (job_ref, from_on, kind);
