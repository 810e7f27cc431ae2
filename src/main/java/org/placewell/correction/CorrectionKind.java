package org.placewell.correction;

import java.util.Locale;

/** What can be wrong in a record. */
public enum CorrectionKind {
    /** The first day in the job. */
    JOB_START("jobStart", "The first day in the job"),
    /** The last day in the job, or why it ended. */
    JOB_END("jobEnd", "The last day in the job, or why it ended"),
    /** The job goes on, its end was recorded by mistake. */
    JOB_NOT_ENDED("jobNotEnded", "The job has not ended"),
    /** The employer. */
    JOB_EMPLOYER("jobEmployer", "The employer"),
    /** The weekly hours that held on a day. */
    JOB_HOURS("jobHours", "The weekly hours"),
    /** The job should not be on the record. */
    WRONG_JOB("wrongJob", "There is no such job"),
    /** The job belongs on another person's record. */
    WRONG_PERSON("wrongPerson", "The job is another person’s"),
    /** An appointment's day or what became of it. */
    APPOINTMENT("appointment", "An appointment"),
    /** The day on which the vocational profile was completed. */
    PROFILE_DATE("profileDate", "The day on which the profile was completed"),
    /** How the person is employed: it may decide whether, and by what evidence, an outcome counts. */
    JOB_KIND("jobKind", "How the person is employed"),
    /** The job's title. */
    JOB_TITLE("jobTitle", "The job title"),
    /** The agreed pay that held on a day. */
    JOB_RATE("jobRate", "The agreed pay"),
    /** Days away from a job, or that the person was away at all. */
    JOB_BREAK("jobBreak", "Time away from a job"),
    /** Pay received: amount, days, kind, or that it was received at all. */
    JOB_PAY("jobPay", "Pay received"),
    /** The contract that the referral belongs to, or the version of it. */
    CONTRACT("contract", "The contract, or its version"),
    /** What the referral said of work, as far as a decision reads it. */
    REFERRAL_WORK("referralWork", "What the referral says of work"),
    /** Where the person lives. */
    AREA("area", "Where the person lives"),
    /** The date of birth. */
    BIRTH_DATE("birthDate", "The date of birth"),
    /** The NHS number, or that there is one. */
    NHS_NUMBER("nhsNumber", "The NHS number");

    private final String code;
    private final String label;

    CorrectionKind(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** In plain words. */
    public String label() {
        return label;
    }

    /** Whether one of the person's jobs is meant. */
    public boolean aboutJob() {
        return this != APPOINTMENT && this != PROFILE_DATE && this != CONTRACT && !aboutReferral();
    }

    /** Whether it is about the referral or the person referred: one of the kinds that {@link NewCorrection.Said} describes. */
    boolean aboutReferral() {
        return ordinal() > CONTRACT.ordinal();
    }

    /** Whether it is about who the person is, over all their referrals: what is paid once for a person rests on it. */
    public boolean aboutPerson() {
        return this == BIRTH_DATE || this == NHS_NUMBER;
    }

    /** The code in the form: {@code jobStart}. */
    public String code() {
        return code;
    }

    /** The word in the audit's action. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
