package org.placewell.web;

import org.placewell.security.Actors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The process maps: how the pathway works, and where cases stand in it today. */
@Controller
class ProcessMapPages {

    private final ProcessMap map;
    private final Actors actors;

    ProcessMapPages(ProcessMap map, Actors actors) {
        this.map = map;
        this.actors = actors;
    }

    @GetMapping("/processes")
    String list(Model model) {
        model.addAttribute("processes", map.all(actors.current()));
        return "web/processes";
    }

    @GetMapping("/processes/{key}")
    String one(@PathVariable String key, Model model) {
        model.addAttribute("map", map.of(key, actors.current()));
        model.addAttribute("back", "/processes");
        model.addAttribute("wide", true);
        return "web/process";
    }
}
