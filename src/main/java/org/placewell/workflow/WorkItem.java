package org.placewell.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.placewell.security.Role;

/**
 * One open or finished user task as people see it: our own row beside the engine's, written in the same transaction.
 *
 * @param taskId the engine's task id; the id in the page's address
 * @param taskKey the user task's id in its model; also its form and its message keys
 * @param caseRef the business key of the process
 */
public record WorkItem(
        String taskId, String taskKey, String processKey, String caseRef, String referralRef, String contractRef, String team,
        Role role, String assignee, List<String> excluded, String summary, LocalDate dueDate, int priority, Instant createdAt,
        Instant closedAt, String closedBy, LocalDate putOffUntil, String putOffReason) {

    public boolean isOpen() {
        return closedAt == null;
    }
}
