package org.placewell.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.placewell.contract.domain.Terms;

/** Terms files for tests. */
public final class TestTerms {

    private static final Map<String, Terms> READ = new ConcurrentHashMap<>();
    private static final Map<String, List<Terms>> ALL = new ConcurrentHashMap<>();

    private TestTerms() {}

    /** The references of every contract that comes with the release, in order. */
    static List<String> contracts() {
        try (var folders = Files.list(Path.of("src/main/resources/contracts"))) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a contract's file. */
    public static String file(String ref) {
        return resourceText("/contracts/" + ref + "/terms.yaml");
    }

    /** The first version of a file on the class path. */
    static Terms resource(String path) {
        return read(resourceText(path));
    }

    /** The text of a file on the class path. */
    static String resourceText(String path) {
        try (var in = TestTerms.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first version of a contract. */
    public static Terms of(String ref) {
        return READ.computeIfAbsent(ref, known -> read(file(known)));
    }

    /** The version of a contract that a referral of that day is pinned to. */
    static Terms inForce(String ref, LocalDate day) {
        var versions = ALL.computeIfAbsent(ref, known -> readAll(file(known)));
        return versions.stream().filter(terms -> !terms.effective().isAfter(day)).reduce((first, last) -> last).orElse(versions.get(0));
    }

    /** The first version of a text that must be right. */
    public static Terms read(String yaml) {
        return readAll(yaml).get(0);
    }

    /** Every version of a text that must be right. */
    static List<Terms> readAll(String yaml) {
        var reading = TermsReader.read(yaml);
        if (!reading.mistakes().isEmpty()) {
            throw new IllegalArgumentException(reading.mistakes().toString());
        }
        return reading.versions();
    }
}
