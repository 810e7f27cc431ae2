package org.placewell.web;

import java.util.List;
import java.util.Set;
import org.placewell.security.Actors;
import org.placewell.shared.MovableClock;
import org.placewell.workflow.Escalations;
import org.placewell.workflow.FormShelf;
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.WorkItems;
import org.placewell.workflow.WorkItems.Filter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tasks of the person signed in, most urgent first; the filters stand in the address and hold no personal data. */
@Controller
class InboxPage {

    static final int PAGE = 25;
    private static final Set<String> VIEWS = Set.of("all", "overdue", "week", "later");
    private final WorkItems items;
    private final Escalations escalations;
    private final FormShelf shelf;
    private final SurgeNotices surges;
    private final Actors actors;
    private final MovableClock clock;

    InboxPage(WorkItems items, Escalations escalations, FormShelf shelf, SurgeNotices surges, Actors actors, MovableClock clock) {
        this.items = items;
        this.escalations = escalations;
        this.shelf = shelf;
        this.surges = surges;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping("/inbox")
    String inbox(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "all") String view,
            @RequestParam(defaultValue = "1") String page, Model model) {
        var actor = actors.current();
        var today = clock.today();
        var chosen = VIEWS.contains(view) ? view : "all";
        var counts = items.counts(actor);
        var key = counts.stream().map(WorkItems.Count::taskKey).filter(kind::equals).findFirst().orElse(null);
        var filter = filter(chosen, key);
        var total = items.size(actor, filter);
        var pages = Math.max(1, (int) ((total + PAGE - 1) / PAGE));
        var number = Math.min(pages, page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
        var found = items.list(actor, filter, PAGE, (number - 1) * PAGE);
        model.addAttribute("lines", found.stream().map(item -> line(item, actor.username())).toList());
        model.addAttribute("kinds", items.kinds(actor).stream()
                .map(each -> new Kind(each.taskKey(), shelf.words(each.processKey(), each.taskKey()).name(), each.open(), each.taskKey().equals(key)))
                .toList());
        model.addAttribute("all", items.size(actor, filter("all", null)));
        model.addAttribute("overdue", items.size(actor, filter("overdue", null)));
        model.addAttribute("week", items.size(actor, filter("week", null)));
        model.addAttribute("later", items.size(actor, new Filter(null, null, null)) - items.size(actor, new Filter(null, null, today)));
        model.addAttribute("leads", actor.has(org.placewell.security.Role.TEAM_LEADER));
        model.addAttribute("surges", surges.of(actor));
        model.addAttribute("view", chosen);
        model.addAttribute("kind", key);
        model.addAttribute("total", total);
        model.addAttribute("page", number);
        model.addAttribute("pages", pages);
        return "web/inbox";
    }

    /** The tasks of the specialists whom a team leader leads: to hand them over when somebody is away. */
    /** What others could not solve alone. */
    @GetMapping("/inbox/escalated")
    String escalated(Model model) {
        var me = actors.current();
        model.addAttribute("lines", escalations.of(me).stream().map(one -> new Raised(one.taskId(), shelf.words(one.processKey(), one.taskKey())
                .name(),
                one.reference(), one.about(), one.assignee() == null ? "Nobody yet" : actors.nameOf(one.assignee()), Due.of(one.due(), clock.today()),
                one.reason(), actors.nameOf(one.by()), one.at())).toList());
        return "web/escalated";
    }

    /** One escalated task. */
    record Raised(String taskId, String task, String reference, String about, String who, Due due, String reason, String by, java.time.Instant at) {}

    @GetMapping("/inbox/team")
    String team(Model model) {
        var me = actors.current();
        model.addAttribute("lines", items.led(me).stream().map(item -> line(item, me.username())).toList());
        return "web/team";
    }

    /** One line of a list of tasks. */
    Line line(WorkItem item, String me) {
        return new Line(item.taskId(), shelf.words(item.processKey(), item.taskKey()).name(), item.summary(),
                item.referralRef() == null ? item.caseRef() : item.referralRef(), Due.of(item.dueDate(), clock.today()),
                item.assignee() == null ? "Your team" : item.assignee().equals(me) ? "You" : actors.nameOf(item.assignee()),
                item.putOffUntil() != null && item.putOffUntil().isAfter(clock.today()) ? item.putOffUntil() : null);
    }

    private Filter filter(String view, String key) {
        var today = clock.today();
        return switch (view) {
            case "overdue" -> new Filter(key, today.minusDays(1), today);
            case "week" -> new Filter(key, today.plusDays(7), today);
            case "later" -> new Filter(key, null, null);
            default -> new Filter(key, null, today);
        };
    }

    /** One kind of task with its count. */
    record Kind(String key, String name, long open, boolean chosen) {}

    /**
     * One task as a line.
     *
     * @param asleep the day it is put off to; null when it is not
     */
    record Line(String taskId, String task, String about, String reference, Due due, String who, java.time.LocalDate asleep) {}

    /** For the home page: the most urgent tasks. */
    List<Line> urgent(int limit) {
        var actor = actors.current();
        return items.list(actor, filter("all", null), limit, 0).stream().map(item -> line(item, actor.username())).toList();
    }
}
