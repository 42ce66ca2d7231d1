package dk.grundskema.api.service.campguide;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.ProblemDetailsFactory;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.plan.problem.ProblemPartEditor;
import dk.grundskema.api.service.rules.SubmittedForm;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** Serves the pages of the step-by-step camp guide. */
@PageController
@Hidden // not part of the REST API
final class CampGuideController {
    private final CampReader camps;
    private final CampGuideSteps campGuideSteps;
    private final ProblemPartEditor parts;
    private final ProblemDetailsFactory problemDetailsFactory;
    private final PlanBarFactory planBars;
    private final RequestTexts requestTexts;
    private final LocalizedTemplates templates;

    CampGuideController(
            CampReader camps,
            CampGuideSteps campGuideSteps,
            ProblemPartEditor parts,
            ProblemDetailsFactory problemDetailsFactory,
            PageRenderer pageRenderer,
            PlanBarFactory planBars,
            RequestTexts requestTexts) {
        this.requestTexts = requestTexts;
        this.camps = camps;
        this.campGuideSteps = campGuideSteps;
        this.parts = parts;
        this.problemDetailsFactory = problemDetailsFactory;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(CampGuideView.class, "camp");
    }

    /** Redirects to the first open step. */
    @GetMapping("/plans/{plan}/camp")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showCamp(@PathVariable PlanId plan, Caller caller) {
        EditedCamp camp = camps.read(plan, "");
        return PageRenderer.redirectTo("/plans/%s/camp/%s"
                .formatted(
                        plan.value(),
                        campGuideSteps
                                .firstOpenStep(camp, camps.findFindings(camp, caller))
                                .word()));
    }

    /**
     * @param of   id of the camp if there are several
     * @param done {@code saved} after a successful save
     */
    @GetMapping("/plans/{plan}/camp/{step}")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> showCampStep(
            @PathVariable PlanId plan,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String done,
            Caller caller,
            HttpServletRequest request) {
        CampStepForm own = findStep(step);
        EditedCamp camp = camps.read(plan, of);
        var standing = campGuideSteps.currentPage(own, camp, camps.findFindings(camp, caller), done.equals("saved"));
        return respond(HttpStatus.OK, camp, standing, request);
    }

    private CampStepForm findStep(String word) {
        return campGuideSteps.find(CampStep.of(word).orElseThrow(RefusalException::notFound));
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status, EditedCamp camp, CampGuideSteps.StepPage page, HttpServletRequest request) {
        PlanBar bar = planBars.create(camp.plan(), PlanPart.CAMP);
        CampGuideView guide = page.guide();
        return templates.render(
                status,
                request,
                guide.shown().word(),
                guide.head().withPlan(bar),
                Map.of("guide", guide, "page", page.page()));
    }

    /**
     * @param version plan version of the page
     * @param then    {@code next} continues with the next step
     */
    @PostMapping("/plans/{plan}/camp/{step}")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> submitCampStep(
            @PathVariable PlanId plan,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String then,
            Caller caller,
            HttpServletRequest request) {
        CampStepForm own = findStep(step);
        EditedCamp camp = camps.read(plan, of);
        var submitted = new SubmittedForm(request.getParameterMap());
        Optional<CampForm> changed = own.readRowChange(camp, submitted);
        if (changed.isPresent()) {
            long seen = PlanBarFactory.submittedVersion(camp.plan(), HttpStatus.OK, request);
            var page = campGuideSteps.unsavedPage(own, camp, seen, changed.get(), camps.findFindings(camp, caller));
            return respond(HttpStatus.OK, camp, page, request);
        }
        CampForm typed = own.readForm(camp, submitted);
        try {
            parts.put(
                    plan,
                    version,
                    ProblemPartEditor.INTERVENTIONS,
                    camp.id(),
                    typed.toJson(camp),
                    typed.beside(),
                    caller.account());
            return PageRenderer.redirectTo(nextAddress(own.step(), then, campGuideSteps.buildGuide(camp, own.step())));
        } catch (RefusalException refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            long seen = PlanBarFactory.submittedVersion(camp.plan(), refusal.status(), request);
            var worded = new RefusalException(
                    refusal.status(),
                    refusal.findings().stream()
                            .map(one -> own.reword(typed, one))
                            .toList(),
                    refusal.concurrentChanges());
            var refused = campGuideSteps.refusedPage(
                    own, camp, seen, typed, camps.findFindings(camp, caller), problemDetailsFactory.ofForm(worded));
            return respond(refusal.status(), camp, refused, request);
        }
    }

    /**
     * Shows the days of a base timetable from a spreadsheet, without saving them.
     *
     * @param file sheet with times down and kinds of day across
     */
    @PostMapping("/plans/{plan}/camp/days/sheet")
    @RequiresPermission(Permission.PLAN)
    ResponseEntity<byte[]> readBaseTimetable(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestPart(required = false) @Nullable MultipartFile file,
            Caller caller,
            HttpServletRequest request) {
        CampStepForm own = campGuideSteps.find(CampStep.DAYS);
        EditedCamp camp = camps.read(plan, of);
        BaseTimetableUpload upload = BaseTimetableUpload.read(camp, file, requestTexts.texts());
        CampForm form = upload.hasDays() ? DaysStep.formOfSheet(camp, upload.timetable()) : own.currentForm(camp);
        var page = campGuideSteps.readPage(own, camp, form, camps.findFindings(camp, caller), upload.messages());
        return respond(upload.hasDays() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, camp, page, request);
    }

    private static String nextAddress(CampStep step, String then, CampGuideView guide) {
        if (!then.equals("next")) {
            String here = guide.address(step);
            return here + (here.contains("?") ? "&" : "?") + "done=saved";
        }
        return step.next().map(guide::address).orElse("/plans/" + guide.plan() + "/plan");
    }
}
