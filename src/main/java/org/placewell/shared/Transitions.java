package org.placewell.shared;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The moves that a status may make: the one table that the code, the database's check and the generated diagram agree on.
 * A status enum holds it in a static field, so that the diagram generator finds it:
 * {@code static final Transitions<Colour> MOVES = Transitions.of(Colour.class).from(RED, GREEN).startingAt(RED);}
 */
public final class Transitions<S extends Enum<S>> {

    private final Class<S> type;
    private final Map<S, Set<S>> moves;
    private Set<S> starts;

    private Transitions(Class<S> type) {
        this.type = type;
        this.moves = new EnumMap<>(type);
        this.starts = EnumSet.noneOf(type);
    }

    /** An empty table: nothing may move. */
    public static <S extends Enum<S>> Transitions<S> of(Class<S> type) {
        return new Transitions<>(type);
    }

    /** Allows the moves from one status to each of the others. */
    @SafeVarargs
    public final Transitions<S> from(S from, S... to) {
        Collections.addAll(moves.computeIfAbsent(from, key -> EnumSet.noneOf(type)), to);
        return this;
    }

    /** Names the status or statuses that a new thing begins with; the last call of the table. */
    @SafeVarargs
    public final Transitions<S> startingAt(S... first) {
        Collections.addAll(starts, first);
        return this;
    }

    /** Whether a thing may go straight from one status to another. */
    public boolean allows(S from, S to) {
        return moves.getOrDefault(from, Set.of()).contains(to);
    }

    /**
     * Refuses a move that the table does not have.
     *
     * @throws IllegalStateException naming both: a program error, since pages offer allowed moves only
     */
    public void check(S from, S to) {
        if (!allows(from, to)) {
            throw new IllegalStateException(type.getSimpleName() + " cannot go from " + from + " to " + to);
        }
    }

    /** The statuses that a status may go to. */
    public Set<S> next(S from) {
        return Collections.unmodifiableSet(moves.getOrDefault(from, Set.of()));
    }

    /** The statuses from which a status can be reached: the {@code where status in (…)} of a conditional update. */
    public Set<S> before(S to) {
        var before = EnumSet.noneOf(type);
        moves.forEach((from, targets) -> {
            if (targets.contains(to)) {
                before.add(from);
            }
        });
        return before;
    }

    /** The statuses that a new thing begins with. */
    public Set<S> starts() {
        return Collections.unmodifiableSet(starts);
    }

    /** Whether nothing follows. */
    public boolean isFinal(S status) {
        return next(status).isEmpty();
    }

    /** The enum this is about. */
    public Class<S> type() {
        return type;
    }

    /** The table as a mermaid state diagram, in the enum's order. */
    public String mermaid() {
        var text = new StringBuilder("stateDiagram-v2\n    direction LR\n");
        starts.forEach(first -> text.append("    [*] --> ").append(first).append('\n'));
        for (S from : type.getEnumConstants()) {
            next(from).forEach(to -> text.append("    ").append(from).append(" --> ").append(to).append('\n'));
            if (isFinal(from)) {
                text.append("    ").append(from).append(" --> [*]\n");
            }
        }
        return text.toString();
    }
}
