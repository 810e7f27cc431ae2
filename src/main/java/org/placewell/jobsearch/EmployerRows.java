package org.placewell.jobsearch;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The register of employers. */
interface EmployerRows extends JpaRepository<Employer, Long> {

    /** Adds the employer unless the register has it: the unique index decides between two at once. */
    @Modifying
    @Query(value = "insert into employer (name, postcode) values (:name, :postcode) on conflict do nothing", nativeQuery = true)
    int add(String name, String postcode);

    /** The same name, in capitals or not, at the same postcode. */
    @Query("select e from Employer e where lower(e.name) = lower(:name) and e.postcode = :postcode")
    Employer same(String name, String postcode);
}
