package org.placewell.contract.web;

import org.placewell.contract.VersionView;
import org.placewell.contract.VersionView.Status;

/**
 * One line of the list of versions.
 *
 * @param proposer the name of who proposed it
 * @param decider the name of who activated or rejected it
 */
record VersionLine(VersionView view, String proposer, String decider) {

    VersionLine {
        proposer = named(view.proposedBy(), proposer);
        decider = view.decidedBy() == null ? "" : named(view.decidedBy(), decider);
    }

    private static String named(String username, String name) {
        return "release".equals(username) ? "Came with the service" : name;
    }

    public int version() {
        return view.version();
    }

    public boolean isOpen() {
        return view.status() == Status.PROPOSED;
    }

    public boolean isRejected() {
        return view.status() == Status.REJECTED;
    }

    /** The colour of the status tag. */
    public String colour() {
        return switch (view.status()) {
            case PROPOSED -> "govuk-tag--yellow";
            case ACTIVE -> "govuk-tag--green";
            case REJECTED -> "govuk-tag--grey";
        };
    }
}
