package org.placewell.workflow.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which step of the old version becomes which step of the new one, where their ids differ; equal ids go together by themselves.
 *
 * @param steps old step to new step
 */
public record Mapping(Map<String, String> steps) {

    public Mapping {
        steps = new TreeMap<>(steps);
    }

    /** Nothing but equal ids. */
    public static Mapping equalIds() {
        return new Mapping(Map.of());
    }

    /** The same the other way round, for moving back. */
    Mapping reversed() {
        var back = new LinkedHashMap<String, String>();
        steps.forEach((from, to) -> back.put(to, from));
        return new Mapping(back);
    }

    /** As stored: {@code old=new} pairs, separated by blanks. */
    String text() {
        return steps.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).collect(Collectors.joining(" "));
    }

    static Mapping of(String text) {
        var steps = new TreeMap<String, String>();
        for (var pair : text.isBlank() ? new String[0] : text.strip().split(" ")) {
            steps.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return new Mapping(steps);
    }
}
