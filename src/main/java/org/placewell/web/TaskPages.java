package org.placewell.web;

import jakarta.servlet.http.HttpServletResponse;
import org.placewell.security.Actors;
import org.placewell.shared.Problem;
import org.placewell.workflow.FormShelf;
import org.placewell.workflow.TaskDesk;
import org.placewell.workflow.WorkItem;
import org.placewell.workflow.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every user task of every model: its form, what the feature shows beside it, and what happened after it was sent. */
@Controller
class TaskPages {

    private final WorkItems items;
    private final TaskDesk desk;
    private final FormShelf shelf;
    private final FormPages forms;
    private final Actors actors;
    private final WhatNext next;

    TaskPages(WorkItems items, TaskDesk desk, FormShelf shelf, FormPages forms, Actors actors, WhatNext next) {
        this.items = items;
        this.desk = desk;
        this.shelf = shelf;
        this.forms = forms;
        this.actors = actors;
        this.next = next;
    }

    @GetMapping("/tasks/{taskId}")
    String show(@PathVariable String taskId, @RequestParam(required = false) String page,
            @RequestParam(name = "return", required = false) String returning, Model model, HttpServletResponse response) {
        var actor = actors.current();
        var item = desk.fillable(taskId, actor);
        if (item.isEmpty()) {
            return closed(taskId, model, response, HttpStatus.OK);
        }
        model.addAttribute("back", "/inbox");
        return forms.show(sheet(item.get()), page, returning != null, model);
    }

    @PostMapping("/tasks/{taskId}")
    String send(@PathVariable String taskId, @RequestParam MultiValueMap<String, String> posted, Model model, HttpServletResponse response,
            RedirectAttributes flash) {
        var actor = actors.current();
        var earlier = forms.earlier("/tasks/" + taskId, posted, actor);
        if (earlier != null) {
            return forms.went(earlier, "This had already been sent. Nothing was done twice", flash);
        }
        var item = desk.fillable(taskId, actor);
        if (item.isEmpty()) {
            desk.closed(taskId, actor).ifPresent(
                    done -> model.addAttribute("typed", forms.entered(shelf.newest(done.processKey(), done.taskKey()), posted)));
            return closed(taskId, model, response, HttpStatus.CONFLICT);
        }
        model.addAttribute("back", "/inbox");
        var sheet = sheet(item.get());
        return forms.post(sheet, posted, answers -> {
            if (sheet.sender() != null) {
                throw new Problem.Forbidden("What you filled in is kept. " + sheet.sender() + " sends it; to change who does, hand the task over");
            }
            desk.submit(taskId, answers, actor);
            return "/tasks/" + taskId + "/done";
        }, () -> "", model, response, flash);
    }

    @GetMapping("/tasks/{taskId}/done")
    String done(@PathVariable String taskId, Model model) {
        var actor = actors.current();
        var item = items.closed(taskId, actor).orElseThrow(() -> desk.refusal(taskId, actor));
        model.addAttribute("item", item);
        model.addAttribute("task", shelf.words(item.processKey(), item.taskKey()).name());
        model.addAttribute("by", actor.username().equals(item.closedBy()) ? "you" : actors.nameOf(item.closedBy()));
        model.addAttribute("steps", next.after(item));
        model.addAttribute("more", items.inbox(actor, null, 1, 0).stream().findFirst().orElse(null));
        return "web/done";
    }

    private String closed(String taskId, Model model, HttpServletResponse response, HttpStatus status) {
        var actor = actors.current();
        var item = desk.closed(taskId, actor).orElseThrow(() -> desk.refusal(taskId, actor));
        if (actor.username().equals(item.closedBy()) && status == HttpStatus.OK) {
            return "redirect:/tasks/" + taskId + "/done";
        }
        response.setStatus(status.value());
        model.addAttribute("item", item);
        model.addAttribute("task", shelf.words(item.processKey(), item.taskKey()).name());
        model.addAttribute("by", "system".equals(item.closedBy()) ? "" : actors.nameOf(item.closedBy()));
        model.addAttribute("steps", next.now(item));
        return "web/closed";
    }

    private Sheet sheet(WorkItem item) {
        var actor = actors.current();
        var words = shelf.wordsOf(item.taskId(), item.taskKey(), item.processKey());
        var handler = desk.handler(item.taskKey());
        var side = handler.page(item, actor);
        var sender = items.open(item.taskId(), actor).isPresent() ? null : item.assignee() == null ? "A specialist of the team" : actors.nameOf(item.assignee());
        try {
            return new Sheet("/tasks/" + item.taskId(), shelf.ofTask(item.taskId()), item.taskId(), words.name(), item.summary(), words.help(), side,
                    handler.belongsToCase(), sender,
                    "/tasks/" + item.taskId() + "/move", actor);
        } catch (Problem.Stale e) {
            throw desk.refusal(item.taskId(), actor);
        }
    }
}
