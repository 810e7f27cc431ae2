-- All referrals of one person, whatever became of them: pay for the same days is looked for in each.
create index referral_person on referral (person_id);
