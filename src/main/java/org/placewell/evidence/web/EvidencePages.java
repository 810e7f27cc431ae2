package org.placewell.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.placewell.evidence.Evidence;
import org.placewell.evidence.EvidenceCaseView;
import org.placewell.evidence.FileContent;
import org.placewell.evidence.Gathering;
import org.placewell.security.Actor;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.Problem;
import org.placewell.shared.Words;
import org.placewell.workflow.CommandKeys;
import org.placewell.workflow.WorkItems;
import org.placewell.workflow.form.FormCheck.Checked;
import org.placewell.workflow.form.Typed;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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

/** The specialist's pages about evidence, and the files themselves. */
@Controller
class EvidencePages {

    /** A file's own page may do nothing at all, and only our own pages may frame it. */
    private static final String FILE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
    /** How far ahead the list of coming outcomes looks: a quarter, so that a monthly payslip is asked for in time. */
    private static final int AHEAD_DAYS = 91;
    private final Evidence evidence;
    private final Gathering gathering;
    private final Actors actors;
    private final ClaimPages pages;
    private final AddPaperForm form;
    private final CommandKeys keys;
    private final WorkItems work;

    EvidencePages(Evidence evidence, Gathering gathering, Actors actors, ClaimPages pages, AddPaperForm form, CommandKeys keys, WorkItems work) {
        this.evidence = evidence;
        this.gathering = gathering;
        this.actors = actors;
        this.pages = pages;
        this.form = form;
        this.keys = keys;
        this.work = work;
    }

    @GetMapping("/evidence")
    String list(Model model) {
        var actor = actors.current();
        model.addAttribute("cases", evidence.mine(actor));
        model.addAttribute("coming", gathering.comingWithin(AHEAD_DAYS, actor));
        model.addAttribute("aheadDays", AHEAD_DAYS);
        return "evidence/list";
    }

    @GetMapping("/claims/{claimRef}/evidence")
    String claim(@PathVariable String claimRef, Model model) {
        var actor = actors.current();
        return show(evidence.visible(claimRef, actor), form.fresh(actor), null, model);
    }

    @PostMapping("/claims/{claimRef}/evidence")
    String add(@PathVariable String claimRef, @RequestParam MultiValueMap<String, String> posted, @RequestParam(required = false) MultipartFile file,
            Model model, HttpServletResponse response, RedirectAttributes flash) throws IOException {
        var actor = actors.current();
        var view = evidence.visible(claimRef, actor);
        var typed = form.typed(posted);
        var checked = form.checked(evidence.sheet(claimRef), typed);
        var bytes = file == null ? new byte[0] : file.getBytes();
        if (bytes.length == 0) {
            checked = checked.and(Problem.at("file", "file-empty", "Choose a file that is not empty"));
        }
        if (!checked.good()) {
            return refused(view, typed, checked, model, response);
        }
        var paper = form.paper(checked.answers(), file.getOriginalFilename(), file.getContentType(), bytes);
        try {
            var outcome = keys.once(actor, posted.getFirst("_key"), claimRef + checked.answers() + bytes.length, () -> {
                evidence.addPaper(claimRef, paper, actor);
                return "/claims/" + claimRef + "/evidence";
            });
            flash.addFlashAttribute("notice", outcome.first() ? "The paper has been added" : "The paper had already been added. Nothing was done twice");
            return "redirect:" + outcome.path();
        } catch (Problem problem) {
            if (problem instanceof Problem.NotFound || problem instanceof Problem.Forbidden || problem instanceof Problem.Stale) {
                throw problem;
            }
            return refused(view, typed, checked.and(problem), model, response);
        }
    }

    @PostMapping("/claims/{claimRef}/evidence/{fileRef}/take")
    String take(@PathVariable String claimRef, @PathVariable String fileRef, RedirectAttributes flash) {
        evidence.takePaper(claimRef, fileRef, actors.current());
        flash.addFlashAttribute("notice", "The paper is on the claim");
        return "redirect:/claims/" + claimRef + "/evidence";
    }

    @PostMapping("/claims/{claimRef}/evidence/provisional")
    String provisional(@PathVariable String claimRef, RedirectAttributes flash) {
        evidence.submitProvisionally(claimRef, actors.current());
        flash.addFlashAttribute("notice", "Sent in as provisional evidence. The final paper has to come by " + Words.date(evidence.sendBy(claimRef)));
        return "redirect:/claims/" + claimRef + "/evidence";
    }

    @PostMapping("/claims/{claimRef}/evidence/{fileRef}/withdraw")
    String withdraw(@PathVariable String claimRef, @PathVariable String fileRef, RedirectAttributes flash) {
        evidence.withdrawPaper(claimRef, fileRef, actors.current());
        flash.addFlashAttribute("notice", "The paper has been taken off the claim");
        return "redirect:/claims/" + claimRef + "/evidence";
    }

    /** A file to look at in its frame, or to save when {@code save} is given. */
    @GetMapping("/claims/{claimRef}/evidence/{fileRef}")
    ResponseEntity<byte[]> file(@PathVariable String claimRef, @PathVariable String fileRef, @RequestParam(required = false) String save) {
        return shown(evidence.file(claimRef, fileRef, actors.current()), save != null);
    }

    /** A file as what it is, in a box of its own, kept by nobody on the way. */
    static ResponseEntity<byte[]> shown(FileContent file, boolean save) {
        var disposition = (save ? ContentDisposition.attachment() : ContentDisposition.inline()).filename(file.fileName(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", FILE_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.noStore())
                .body(file.bytes());
    }

    private String refused(EvidenceCaseView view, Typed typed, Checked checked, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return show(view, typed, checked, model);
    }

    private String show(EvidenceCaseView view, Typed typed, Checked checked, Model model) {
        var actor = actors.current();
        model.addAllAttributes(pages.model(view.claimRef(), actor));
        boolean mayAdd = actor.has(Role.SPECIALIST) && view.status().takesPapers();
        model.addAttribute("mayAdd", mayAdd);
        model.addAttribute("offered", mayAdd ? evidence.offered(view.claimRef()) : List.of());
        model.addAttribute("nextTask", nextTask(view.claimRef(), actor));
        form.show(evidence.sheet(view.claimRef()), typed, checked, model);
        return "evidence/claim";
    }

    /** The actor's own open task about the claim, to go on to; null when somebody else has it. */
    private String nextTask(String claimRef, Actor actor) {
        var mine = List.of("gatherEvidence", "considerDispute");
        return work.openFor(claimRef).stream().filter(item -> mine.contains(item.taskKey()))
                .flatMap(item -> work.open(item.taskId(), actor).stream()).map(item -> item.taskId()).findFirst().orElse(null);
    }
}
