package org.placewell.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "web/home";
    }
}
