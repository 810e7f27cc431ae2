package org.placewell.web;

import java.util.List;
import java.util.Map;
import org.placewell.shared.FieldError;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> asked, Model model) {
        if (asked.containsKey("failed")) {
            model.addAttribute("errors", List.of(new FieldError("username", "The name and password do not fit together. Check both and try again")));
        }
        return "web/login";
    }
}
