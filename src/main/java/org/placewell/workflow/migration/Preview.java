package org.placewell.workflow.migration;

import java.util.List;

/**
 * What a plan would do, before anything is moved.
 *
 * @param cases how many cases run on the old version
 * @param open the old version's steps that need an answer: no step of the new version has their id and nobody has named one
 * @param targets the new version's steps that an old one can become
 * @param problems why the plan as a whole cannot be, in words; empty when it can
 * @param places where the cases stand, and whether those can move
 */
public record Preview(String process, int from, int to, Mapping mapping, long cases, List<OldStep> open, List<Step> targets,
        List<String> problems, List<Place> places) {

    /** Whether there is anything to move and nothing stands in the way of the plan itself. */
    public boolean ready() {
        return problems.isEmpty() && cases > 0;
    }

    /** How many of the cases would move. */
    public long movable() {
        return places.stream().filter(place -> place.obstacle().isEmpty()).mapToLong(Place::cases).sum();
    }

    /** A step of a model. @param name what people call it; its id when it has no name */
    public record Step(String id, String name) {}

    /** A step of the old version without a partner, how many cases stand there, and the one named for it so far, or empty. */
    public record OldStep(String id, String name, long cases, String chosen) {}

    /**
     * Cases that stand at the same steps.
     *
     * @param steps the names of the steps
     * @param obstacle why they cannot move; empty when they can
     */
    public record Place(List<String> steps, long cases, String obstacle) {}
}
