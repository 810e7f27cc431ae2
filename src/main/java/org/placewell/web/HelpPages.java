package org.placewell.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that anybody may read. */
@Controller
class HelpPages {

    @GetMapping("/help")
    String help() {
        return "web/help";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "web/accessibility";
    }
}
