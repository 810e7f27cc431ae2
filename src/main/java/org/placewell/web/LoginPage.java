package org.placewell.web;

import java.util.List;
import java.util.Map;
import org.placewell.security.DemoLogins;
import org.placewell.shared.FieldError;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in; in the demo it names a person for each role. */
@Controller
class LoginPage {

    private final DemoLogins demo;

    LoginPage(DemoLogins demo) {
        this.demo = demo;
    }

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> asked, Model model) {
        if (asked.containsKey("failed")) {
            model.addAttribute("errors", List.of(new FieldError("username", "The name and password do not fit together. Check both and try again")));
        } else if (asked.containsKey("wait")) {
            model.addAttribute("errors", List.of(new FieldError("username", "Too many wrong tries. Wait 15 minutes, then try again")));
        } else if (asked.containsKey("out")) {
            model.addAttribute("notice", "You are signed out");
        }
        model.addAttribute("logins", demo.perRole());
        model.addAttribute("password", demo.isDemo() ? DemoLogins.PASSWORD : "");
        return "web/login";
    }
}
