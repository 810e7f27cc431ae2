package org.placewell.contract.web;

import java.io.IOException;
import java.util.List;
import org.placewell.contract.CapsUsed;
import org.placewell.contract.Contracts;
import org.placewell.contract.Mistake;
import org.placewell.contract.TermsRefused;
import org.placewell.contract.domain.Sentences;
import org.placewell.security.Actors;
import org.placewell.security.Role;
import org.placewell.shared.FieldError;
import org.placewell.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contracts as people with a part in them read them, and the two-person way to a new version. */
@Controller
class ContractPages {

    private final Contracts contracts;
    private final ObjectProvider<CapsUsed> caps;
    private final Actors actors;

    ContractPages(Contracts contracts, ObjectProvider<CapsUsed> caps, Actors actors) {
        this.contracts = contracts;
        this.caps = caps;
        this.actors = actors;
    }

    @GetMapping("/contracts")
    String list(Model model) {
        var me = actors.current();
        model.addAttribute("contracts", contracts.visible(me));
        model.addAttribute("manager", me.has(Role.CONTRACT_MANAGER));
        model.addAttribute("wide", true);
        return "contract/list";
    }

    @GetMapping("/contracts/{ref}")
    String one(@PathVariable String ref, Model model) {
        return version(ref, 0, model);
    }

    @GetMapping("/contracts/{ref}/versions/{version}")
    String version(@PathVariable String ref, @PathVariable int version, Model model) {
        var me = actors.current();
        var terms = contracts.visible(ref, version, me);
        var used = caps.getIfAvailable();
        var versions = contracts.versions(ref).stream().map(view -> new VersionLine(view, actors.nameOf(view.proposedBy()), actors.nameOf(view.decidedBy()))).toList();
        model.addAttribute("contract", new ContractSheet(terms, used == null ? null : used.of(ref)));
        model.addAttribute("versions", versions);
        model.addAttribute("manages", contracts.manages(ref, me));
        boolean open = versions.stream().anyMatch(line -> line.isOpen() && line.version() == terms.version());
        model.addAttribute("changes", terms.version() == 1 ? null : Sentences.diff(contracts.terms(ref, terms.version() - 1), terms));
        model.addAttribute("whatIf", open && contracts.manages(ref, me) ? contracts.whatIf(terms) : null);
        model.addAttribute("proposal", versions.stream().filter(line -> line.isOpen() && line.version() == terms.version()).findFirst().orElse(null));
        model.addAttribute("own", versions.stream().anyMatch(line -> line.isOpen() && line.view().proposedBy().equals(me.username())));
        model.addAttribute("waiting", versions.stream().filter(VersionLine::isOpen).findFirst().orElse(null));
        model.addAttribute("back", version == 0 ? "/contracts" : "/contracts/" + ref);
        model.addAttribute("wide", true);
        return "contract/one";
    }

    @GetMapping("/contracts/{ref}/versions/{version}/terms.yaml")
    ResponseEntity<String> file(@PathVariable String ref, @PathVariable int version) {
        var name = ContentDisposition.attachment().filename(ref + "-v" + version + ".yaml").build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8")).body(contracts.file(ref, version, actors.current()));
    }

    @GetMapping("/contracts/{ref}/propose")
    String proposing(@PathVariable String ref, Model model) {
        var terms = contracts.visible(ref, 0, actors.current());
        if (!contracts.manages(ref, actors.current())) {
            throw new Problem.Forbidden("Only a contract manager of this contract can propose a version");
        }
        var latest = contracts.versions(ref).stream().filter(view -> view.decidedBy() != null && view.rejectReason() == null).findFirst().orElseThrow();
        model.addAttribute("contractTitle", terms.title());
        model.addAttribute("ref", ref);
        model.addAttribute("latest", latest.version());
        model.addAttribute("back", "/contracts/" + ref);
        return "contract/propose";
    }

    @PostMapping("/contracts/{ref}/propose")
    ModelAndView propose(@PathVariable String ref, @RequestParam(name = "file", required = false) MultipartFile file, @RequestParam(defaultValue = "") String typed, Model model,
            RedirectAttributes next) throws IOException {
        var upload = Upload.of(file, typed);
        try {
            int version = contracts.propose(ref, upload.right(), actors.current());
            next.addFlashAttribute("notice", "Version " + version + " is proposed. A second contract manager has to activate it");
            return new ModelAndView("redirect:/contracts/" + ref + "/versions/" + version);
        } catch (TermsRefused refused) {
            return refused(ref, upload, refused, refused.mistakes(), model);
        } catch (Problem.NotFound | Problem.Forbidden closed) {
            throw closed;
        } catch (Problem problem) {
            return refused(ref, upload, problem, List.of(), model);
        }
    }

    @PostMapping("/contracts/{ref}/versions/{version}/activate")
    String activate(@PathVariable String ref, @PathVariable int version, RedirectAttributes next) {
        contracts.activate(ref, version, actors.current());
        next.addFlashAttribute("notice", "Version " + version + " is active. Referrals from its first day on are pinned to it");
        return "redirect:/contracts/" + ref + "/versions/" + version;
    }

    @PostMapping("/contracts/{ref}/versions/{version}/reject")
    String reject(@PathVariable String ref, @PathVariable int version, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        contracts.reject(ref, version, reason, actors.current());
        next.addFlashAttribute("notice", "Version " + version + " is rejected");
        return "redirect:/contracts/" + ref;
    }

    private ModelAndView refused(String ref, Upload upload, Problem problem, List<Mistake> mistakes, Model model) {
        var view = new ModelAndView(proposing(ref, model), HttpStatus.UNPROCESSABLE_ENTITY);
        view.addAllObjects(model.asMap());
        view.addObject("errors", List.of(new FieldError(upload.field(), problem.getMessage())));
        view.addObject("mistakes", upload.quoted(mistakes));
        view.addObject("upload", upload);
        return view;
    }
}
