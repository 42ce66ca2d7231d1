package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.plans.Interventions;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.ProblemAnswers;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.camp.CampPages;
import dk.grundskema.api.web.app.camp.CampStep;
import dk.grundskema.api.web.app.camp.Guide;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which a camp is made step by step. */
@RestController
@Hidden // no part of what programs are offered
final class CampGuideController {
    private final Camps camps;
    private final Steps steps;
    private final Interventions interventions;
    private final ProblemAnswers answers;
    private final Front front;
    private final Spoken<CampPages> pages;

    CampGuideController(Camps camps, Steps steps, Interventions interventions, ProblemAnswers answers, Front front) {
        this.camps = camps;
        this.steps = steps;
        this.interventions = interventions;
        this.answers = answers;
        this.front = front;
        this.pages = front.speaking(CampPages::new);
    }

    /** Leads to the first step that asks for something. */
    @GetMapping("/plans/{plan}/camp")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> showCamp(@PathVariable PlanId plan, Caller caller) {
        Camp camp = camps.of(plan, "");
        return Front.to("/plans/%s/camp/%s"
                .formatted(
                        plan.value(),
                        steps.first(camp, camps.known(camp, caller)).word()));
    }

    /**
     * @param of   id of the camp, if there are several
     * @param done {@code saved} if what was typed has just been saved
     */
    @GetMapping("/plans/{plan}/camp/{step}")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> showCampStep(
            @PathVariable PlanId plan,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String done,
            Caller caller,
            HttpServletRequest request) {
        Step own = step(step);
        Camp camp = camps.of(plan, of);
        var standing = steps.standing(own, camp, camps.known(camp, caller), done.equals("saved"));
        return answer(HttpStatus.OK, camp, standing, request);
    }

    private Step step(String word) {
        return steps.of(CampStep.of(word).orElseThrow(Refusal::notFound));
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, Camp camp, Steps.Page page, HttpServletRequest request) {
        PlanBar bar = front.bar(camp.plan(), PlanPart.CAMP);
        return pages.page(status, request, (own, visitor) -> page.drawn().draw(own, visitor, bar, page.guide()));
    }

    /**
     * @param version the plan's version that was on the page
     * @param then    {@code next} leads on to the next step
     */
    @PostMapping("/plans/{plan}/camp/{step}")
    @Needs(Permission.PLAN)
    ResponseEntity<byte[]> typeCampStep(
            @PathVariable PlanId plan,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String then,
            Caller caller,
            HttpServletRequest request) {
        Step own = step(step);
        Camp camp = camps.of(plan, of);
        var sent = new Sent(request.getParameterMap());
        Optional<Typed> changed = own.changed(camp, sent);
        if (changed.isPresent()) {
            long seen = Front.seen(camp.plan(), HttpStatus.OK, request);
            var page = steps.unsaved(own, camp, seen, changed.get(), camps.known(camp, caller));
            return answer(HttpStatus.OK, camp, page, request);
        }
        Typed typed = own.typed(camp, sent);
        try {
            interventions.put(plan, version, camp.id(), typed.json(camp), typed.beside(), caller.account());
            return Front.to(after(own.which(), then, steps.guide(camp, own.which())));
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            long seen = Front.seen(camp.plan(), refusal.status(), request);
            var worded = new Refusal(
                    refusal.status(),
                    refusal.findings().stream()
                            .map(one -> own.wrong(typed, one))
                            .toList(),
                    refusal.meanwhile());
            var refused = steps.refused(own, camp, seen, typed, camps.known(camp, caller), answers.inForm(worded));
            return answer(refusal.status(), camp, refused, request);
        }
    }

    private static String after(CampStep step, String then, Guide guide) {
        if (!then.equals("next")) {
            String here = guide.address(step);
            return here + (here.contains("?") ? "&" : "?") + "done=saved";
        }
        return step.next().map(guide::address).orElse("/plans/" + guide.plan() + "/plan");
    }
}
