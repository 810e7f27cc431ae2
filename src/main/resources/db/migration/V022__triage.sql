-- Triage of a referral: duplicates, eligibility, questions to the referrer, the decision.

create table triage (
    referral_ref      text primary key references referral,
    acknowledged_at   timestamptz not null,
    eligibility       text check (eligibility in ('eligible', 'unclear', 'outside')),
    eligibility_rule  text,
    eligibility_note  text,
    arm               text check (arm in ('support', 'usualCare')),
    decision          text check (decision in ('accept', 'askMore', 'handBack')),
    decided_by        text,
    decided_at        timestamptz,
    -- Zero exclusion: the list has no reason about diagnosis, symptoms, substance use, health, readiness or benefits, and cannot get one.
    hand_back_reason  text check (hand_back_reason in ('personDoesNotWant', 'personDidNotAgree', 'outsideArea', 'outsideAge', 'alreadySupported',
                          'otherService', 'notEnoughToGoOn')),
    advice            text,
    check ((hand_back_reason is null) = (advice is null)),
    check (hand_back_reason is null or decision = 'handBack')
);

create table triage_question (
    referral_ref  text not null references referral,
    round         integer not null check (round > 0),
    question      text not null,
    asked_by      text not null,
    asked_on      date not null,
    answer_by     date not null,
    answer        text,
    answered_by   text,
    answered_on   date,
    primary key (referral_ref, round),
    check ((answer is null) = (answered_on is null))
);

-- What the search found, and what a person decided about it.
create table possible_duplicate (
    referral_ref  text not null references referral,
    earlier_ref   text not null references referral,
    likeness      text not null check (likeness in ('sameNumber', 'sameNameAndBirthDate', 'likeName', 'likeBirthDate')),
    decision      text check (decision in ('same', 'different')),
    decided_by    text,
    primary key (referral_ref, earlier_ref)
);
