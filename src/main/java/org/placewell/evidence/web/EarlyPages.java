package org.placewell.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.placewell.evidence.Gathering;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.placewell.workflow.CommandKeys;
import org.placewell.workflow.form.FormCheck.Checked;
import org.placewell.workflow.form.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of a person before there is a claim: what each coming outcome will need, what is there, and adding more. */
@Controller
class EarlyPages {

    private final Gathering gathering;
    private final Actors actors;
    private final AddPaperForm form;
    private final CommandKeys keys;

    EarlyPages(Gathering gathering, Actors actors, AddPaperForm form, CommandKeys keys) {
        this.gathering = gathering;
        this.actors = actors;
        this.form = form;
        this.keys = keys;
    }

    @GetMapping("/clients/{ref}/papers")
    String papers(@PathVariable String ref, Model model) {
        return show(ref, form.fresh(actors.current()), null, model);
    }

    @PostMapping("/clients/{ref}/papers")
    String add(@PathVariable String ref, @RequestParam MultiValueMap<String, String> posted, @RequestParam(required = false) MultipartFile file,
            Model model, HttpServletResponse response, RedirectAttributes flash) throws IOException {
        var actor = actors.current();
        var typed = form.typed(posted);
        var checked = form.checked(gathering.earlyPapers(ref, actor).sheet(), typed);
        var bytes = file == null ? new byte[0] : file.getBytes();
        if (bytes.length == 0) {
            checked = checked.and(Problem.at("file", "file-empty", "Choose a file that is not empty"));
        }
        if (!checked.good()) {
            return refused(ref, typed, checked, model, response);
        }
        var paper = form.paper(checked.answers(), file.getOriginalFilename(), file.getContentType(), bytes);
        try {
            var outcome = keys.once(actor, posted.getFirst("_key"), ref + checked.answers() + bytes.length, () -> {
                gathering.addEarlyPaper(ref, paper, actor);
                return "/clients/" + ref + "/papers";
            });
            flash.addFlashAttribute("notice", outcome.first() ? "The paper has been added. It will be offered to the claim when one arises"
                    : "The paper had already been added. Nothing was done twice");
            return "redirect:" + outcome.path();
        } catch (Problem problem) {
            if (problem instanceof Problem.NotFound || problem instanceof Problem.Forbidden || problem instanceof Problem.Stale) {
                throw problem;
            }
            return refused(ref, typed, checked.and(problem), model, response);
        }
    }

    @PostMapping("/clients/{ref}/papers/{fileRef}/withdraw")
    String withdraw(@PathVariable String ref, @PathVariable String fileRef, RedirectAttributes flash) {
        gathering.withdrawEarlyPaper(ref, fileRef, actors.current());
        flash.addFlashAttribute("notice", "The paper has been taken off");
        return "redirect:/clients/" + ref + "/papers";
    }

    /** A file to look at, or to save when {@code save} is given. */
    @GetMapping("/clients/{ref}/papers/{fileRef}")
    ResponseEntity<byte[]> file(@PathVariable String ref, @PathVariable String fileRef, @RequestParam(required = false) String save) {
        return EvidencePages.shown(gathering.fileOf(ref, fileRef, actors.current()), save != null);
    }

    private String refused(String ref, Typed typed, Checked checked, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return show(ref, typed, checked, model);
    }

    private String show(String ref, Typed typed, Checked checked, Model model) {
        var actor = actors.current();
        var early = gathering.earlyPapers(ref, actor);
        model.addAttribute("ref", ref);
        model.addAttribute("client", gathering.nameOf(ref, actor));
        model.addAttribute("early", early);
        model.addAttribute("names", (ClaimPages.Names) actors::nameOf);
        model.addAttribute("mayTakeOff", actor.has(Role.SPECIALIST));
        model.addAttribute("mayAdd", actor.has(Role.SPECIALIST) && !early.sheet().lines().isEmpty());
        model.addAttribute("back", "/clients/" + ref);
        form.show(early.sheet(), typed, checked, model);
        return "evidence/early";
    }
}
