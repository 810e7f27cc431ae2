package org.placewell.web;

import java.util.ArrayList;
import java.util.List;
import org.placewell.caseload.CaseRow;
import org.placewell.caseload.Caseload;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.security.RoleMatrix;
import org.placewell.workflow.Drafts;
import org.placewell.workflow.FormShelf;
import org.placewell.workflow.WorkItems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in: what is urgent, what is half done, what is new, and where each role's pages are. */
@Controller
class HomePage {

    private static final int URGENT = 5;
    private final InboxPage inbox;
    private final WorkItems items;
    private final Drafts drafts;
    private final Inbox messages;
    private final FormShelf shelf;
    private final RoleMatrix matrix;
    private final SurgeNotices surges;
    private final Actors actors;
    private final Caseload caseload;

    HomePage(InboxPage inbox, WorkItems items, Drafts drafts, Inbox messages, FormShelf shelf, RoleMatrix matrix, SurgeNotices surges, Actors actors,
            Caseload caseload) {
        this.caseload = caseload;
        this.inbox = inbox;
        this.items = items;
        this.drafts = drafts;
        this.messages = messages;
        this.shelf = shelf;
        this.matrix = matrix;
        this.surges = surges;
        this.actors = actors;
    }

    @GetMapping("/")
    String home(Model model) {
        var actor = actors.current();
        model.addAttribute("surges", surges.of(actor));
        model.addAttribute("urgent", inbox.urgent(URGENT));
        model.addAttribute("open", items.counts(actor).stream().mapToLong(WorkItems.Count::open).sum());
        model.addAttribute("drafts", drafts(actor));
        model.addAttribute("unsaid", actor.has(Role.SPECIALIST) ? caseload.board(actor, Role.SPECIALIST).stream().mapToInt(CaseRow::unsaid).sum() : 0);
        model.addAttribute("unread", messages.unread(actor));
        model.addAttribute("roles", String.join(", ", actor.grants().stream().map(grant -> grant.role().label()).distinct().toList()));
        model.addAttribute("places", matrix.menu(actor).stream().filter(rule -> !List.of("/", "/inbox", "/messages").contains(rule.path())).toList());
        return "web/home";
    }

    /** Half-filled forms whose page is still open to the person. */
    private List<Started> drafts(Actor actor) {
        var started = new ArrayList<Started>();
        for (var draft : drafts.of(actor)) {
            var task = items.open(draft.subject(), actor);
            if (task.isPresent()) {
                started.add(new Started("/tasks/" + draft.subject(), shelf.words(task.get().processKey(), task.get().taskKey()).name(),
                        task.get().summary(), draft.savedAt()));
            } else if (shelf.command(draft.form()).isPresent() && matrix.allows("GET", "/do/" + draft.form() + "/" + draft.subject(), actor)) {
                var path = "/do/" + draft.form() + "/" + draft.subject();
                try {
                    started.add(new Started(path, shelf.command(draft.form()).get().title(draft.subject(), actor), draft.subject(), draft.savedAt()));
                } catch (org.placewell.shared.Problem gone) {
                    org.slf4j.LoggerFactory.getLogger(HomePage.class).debug("a draft's record is no longer visible: {}", gone.code());
                }
            }
        }
        return started;
    }

    /** One half-filled form. */
    record Started(String path, String title, String about, java.time.Instant savedAt) {}
}
