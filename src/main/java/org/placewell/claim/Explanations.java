package org.placewell.claim;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import org.placewell.contract.Contracts;
import org.placewell.contract.domain.Calculator;
import org.placewell.contract.domain.Decision;
import org.placewell.contract.domain.Facts;
import org.placewell.contract.domain.Terms;
import org.placewell.contract.domain.Uses;
import org.placewell.shared.MovableClock;
import org.placewell.shared.Pence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps, with every claim, what the calculator was told and what it answered, so that anybody can ask it again: the same
 * contract version and the same inputs give the same decision to the penny.
 */
@Component
class Explanations {

    /** Keys in a fixed order: the hash is over this text. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addMixIn(Facts.JobSpell.class, LaterFields.Spell.class)
            .addMixIn(Facts.Earnings.class, LaterFields.Pay.class)
            .addMixIn(Uses.class, LaterFields.Counts.class)
            .addMixIn(Uses.Claimed.class, LaterFields.Claimed.class)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .build();

    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final Contracts contracts;

    Explanations(JdbcClient jdbc, MovableClock clock, Contracts contracts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.contracts = contracts;
    }

    /** The calculator's answer for one occurrence of an outcome. */
    static Decision decide(Terms terms, String outcome, String occurrence, Inputs inputs) {
        return Calculator.decideAll(terms, outcome, inputs.facts(), inputs.uses()).stream()
                .filter(decision -> decision.occurrence().equals(occurrence)).findFirst()
                .orElseGet(() -> Calculator.decide(terms, outcome, inputs.facts(), inputs.uses()));
    }

    /** Stores the next explanation of a claim; returns its number. */
    int add(String claimRef, Inputs inputs, Decision decision) {
        var text = write(inputs);
        var number = jdbc.sql("select coalesce(max(number), 0) + 1 from claim_explanation where claim_ref = ?").param(claimRef).query(Integer.class)
                .single();
        jdbc.sql("insert into claim_explanation (claim_ref, number, inputs, inputs_hash, decision, amount, written_at) values (?, ?, ?::jsonb, ?, "
                + "?::jsonb, ?, ?)")
                .params(claimRef, number, text, hash(text), write(decision), decision.amount().amount(), Timestamp.from(clock.instant())).update();
        return number;
    }

    Stored get(String claimRef, int number) {
        return jdbc.sql("select * from claim_explanation where claim_ref = ? and number = ?").params(claimRef, number).query(Explanations::stored)
                .single();
    }

    /** What is wrong with a claim's stored explanation; empty when its amount recomputes exactly. */
    String fault(Claim claim) {
        var stored = get(claim.ref(), claim.explanation());
        if (!hash(write(stored.inputs())).equals(stored.inputsHash())) {
            return "the stored inputs do not fit their hash";
        }
        var again = decide(contracts.terms(claim.contractRef(), claim.contractVersion()), claim.outcome(), stored.decision().occurrence(),
                stored.inputs());
        if (!again.isPayable() || !again.agreesWith(stored.decision())) {
            return "the calculator now decides otherwise: " + again.kind() + " " + again.amount();
        }
        return stored.amount().equals(claim.amount()) && again.amount().equals(claim.amount()) ? "" : "the claim says " + claim.amount()
                + ", the calculator " + again.amount();
    }

    private static Stored stored(ResultSet r, int n) throws SQLException {
        return new Stored(r.getInt("number"), read(r.getString("inputs"), Inputs.class), r.getString("inputs_hash"),
                read(r.getString("decision"), Decision.class), Pence.of(r.getLong("amount")), r.getTimestamp("written_at").toInstant());
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that the calculator was told besides the terms. */
    record Inputs(Facts facts, Uses uses) {}

    /** One line of {@code claim_explanation}. */
    record Stored(int number, Inputs inputs, String inputsHash, Decision decision, Pence amount, Instant writtenAt) {}
}
