package org.placewell.referral;

import java.time.LocalDate;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The people referred. */
interface PersonRows extends JpaRepository<PersonRow, Long> {

    /** Adds the person unless the number is known: the unique index decides between two at once. */
    @Modifying
    @Query(value = """
            insert into person (nhs_number, given_name, family_name, birth_date, phone, email)
            values (:nhsNumber, :givenName, :familyName, :birthDate, :phone, :email)
            on conflict (nhs_number) where nhs_number is not null do nothing""", nativeQuery = true)
    int add(String nhsNumber, String givenName, String familyName, LocalDate birthDate, String phone, String email);

    /** The person with that number. */
    PersonRow findByNhsNumber(String nhsNumber);

    /** Takes over the ways to reach a person that a newer referral names; an empty one changes nothing. */
    @Modifying
    @Query(value = """
            update person set phone = coalesce(nullif(:phone, ''), phone), email = coalesce(nullif(:email, ''), email), version = version + 1
            where id = :id and (coalesce(nullif(:phone, ''), phone), coalesce(nullif(:email, ''), email)) is distinct from (phone, email)""",
            nativeQuery = true)
    int reach(long id, String phone, String email);

    /** Fills in the ways to reach a person that are not known yet; what is known stays: an old list knows no better. */
    @Modifying
    @Query(value = """
            update person set phone = coalesce(nullif(phone, ''), nullif(:phone, '')), email = coalesce(nullif(email, ''), nullif(:email, '')),
                version = version + 1
            where id = :id and (coalesce(phone, '') = '' and :phone <> '' or coalesce(email, '') = '' and :email <> '')""", nativeQuery = true)
    int reachIfUnknown(long id, String phone, String email);
}
