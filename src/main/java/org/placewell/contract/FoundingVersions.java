package org.placewell.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the contracts that come with the release into the database: a new contract as it stands, a new version of a known
 * one as a proposal for a person to activate. What is stored already is never touched.
 */
@Component
@DependsOnDatabaseInitialization
class FoundingVersions {

    private static final Logger LOG = LoggerFactory.getLogger(FoundingVersions.class);
    private final VersionStore store;

    FoundingVersions(VersionStore store, PlatformTransactionManager transactions) throws IOException {
        this.store = store;
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:contracts/*/terms.yaml");
        for (var file : files) {
            var yaml = file.getContentAsString(StandardCharsets.UTF_8);
            var reading = TermsReader.read(yaml);
            if (!reading.mistakes().isEmpty()) {
                throw new IllegalStateException(file.getDescription() + ": " + reading.mistakes());
            }
            new TransactionTemplate(transactions).executeWithoutResult(status -> bring(yaml, reading));
        }
    }

    private void bring(String yaml, TermsReader.Reading reading) {
        var ref = reading.versions().get(0).contract();
        store.lock(ref);
        int known = store.count(ref);
        for (var terms : reading.versions().subList(Math.min(known, reading.versions().size()), reading.versions().size())) {
            if (known == 0) {
                store.found(terms, yaml);
            } else if (!store.hasProposal(ref)) {
                store.propose(terms, yaml, VersionStore.RELEASE);
                LOG.info("contract {}: version {} comes with this release and waits for activation", ref, terms.version());
            }
        }
    }
}
