package org.placewell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.DemoLogins;
import org.placewell.security.RoleMatrix;
import org.placewell.shared.MovableClock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs: who is signed in, the menu for the person's roles, the demo banner, today's date. */
@ControllerAdvice
class EveryPage {

    private final Actors actors;
    private final RoleMatrix matrix;
    private final MovableClock clock;
    private final boolean demo;

    EveryPage(Actors actors, RoleMatrix matrix, MovableClock clock, DemoLogins demo) {
        this.actors = actors;
        this.matrix = matrix;
        this.clock = clock;
        this.demo = demo.isDemo();
    }

    @ModelAttribute
    void frame(Model model, HttpServletRequest request) {
        fill(model.asMap(), request);
    }

    /** Puts the frame's attributes into a page's model. */
    void fill(Map<String, Object> model, HttpServletRequest request) {
        model.put("today", clock.today());
        model.put("demo", demo);
        model.put("zone", MovableClock.LONDON);
        if (request.getUserPrincipal() != null) {
            var me = actors.current();
            model.put("me", me.isSystem() || me.username().isEmpty() ? null : me);
            model.put("menu", menu(me, request.getRequestURI().substring(request.getContextPath().length())));
        }
    }

    private List<Link> menu(Actor me, String path) {
        return matrix.menu(me).stream()
                .map(rule -> new Link(rule.menu(), rule.path(),
                        path.equals(rule.path()) || !rule.path().equals("/") && path.startsWith(rule.path() + "/")))
                .toList();
    }

    /** One entry of the menu. */
    record Link(String label, String path, boolean current) {}
}
