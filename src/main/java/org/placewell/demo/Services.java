package org.placewell.demo;

import org.placewell.caseload.Absences;
import org.placewell.caseload.Caseload;
import org.placewell.claim.Claims;
import org.placewell.contract.Contracts;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.Gathering;
import org.placewell.jobsearch.AgreedPay;
import org.placewell.jobsearch.Applications;
import org.placewell.jobsearch.JobSearch;
import org.placewell.referral.Referrals;
import org.placewell.settlement.Settlement;
import org.placewell.shared.MovableClock;
import org.placewell.statement.FinanceDesk;
import org.placewell.statement.Statements;
import org.placewell.waitinglist.WaitingList;
import org.placewell.workflow.JobRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The doors that the players knock at, and the clock they live by. The database is only read. */
@Component
record Services(
        Referrals referrals, WaitingList waiting, Caseload caseload, Absences absences, JobSearch jobSearch, AgreedPay pay, Applications applications,
        Evidence evidence, Gathering gathering, Claims claims,
        Statements statements, FinanceDesk desk,
        Settlement settlement, Contracts contracts, Hands hands, JobRunner jobs, MovableClock clock, JdbcClient jdbc) {}
