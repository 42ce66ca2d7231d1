package dk.grundskema.api.server.pages.publishing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.Front;
import dk.grundskema.api.server.pages.Spoken;
import dk.grundskema.api.server.pages.Wrong;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.plans.Scenarios;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.publishing.PublishDesk;
import dk.grundskema.api.server.publishing.PublishDesk.Wish;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.publishing.PublishPage;
import dk.grundskema.api.web.app.publishing.PublishPages;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StaffId;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which a plan is published. */
@RestController
@Hidden // no part of what programs are offered
final class PublishPageController {
    private final Plans plans;
    private final PublishDesk desk;
    private final Scenarios scenarios;
    private final Outlooks outlooks;
    private final Wrong wrong;
    private final Front front;
    private final Spoken<PublishPages> pages;

    PublishPageController(
            Plans plans, PublishDesk desk, Scenarios scenarios, Outlooks outlooks, Wrong wrong, Front front) {
        this.plans = plans;
        this.desk = desk;
        this.scenarios = scenarios;
        this.outlooks = outlooks;
        this.wrong = wrong;
        this.front = front;
        this.pages = front.speaking(PublishPages::new);
    }

    /**
     * A plan without a timetable is led to where it gets one.
     *
     * @param revision id of an earlier revision that is to be published; absent means the present one
     * @param done     number of the publication that the visitor has just made
     */
    @GetMapping("/plans/{plan}/publish")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showPublish(
            @PathVariable PlanId plan,
            @RequestParam(required = false) @Nullable RevisionId revision,
            @RequestParam(defaultValue = "0") int done,
            Caller caller,
            HttpServletRequest request) {
        if (revision == null && !hasTimetable(plans.get(plan))) {
            return Front.to("/plans/" + plan);
        }
        return page(HttpStatus.OK, plan, revision, done, PublishPage.Form.EMPTY, caller, request);
    }

    private boolean hasTimetable(Plan plan) {
        return plans.revision(plan.head()).timetable() != null;
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            PlanId id,
            @Nullable RevisionId revision,
            int done,
            PublishPage.Form form,
            Caller caller,
            HttpServletRequest request) {
        Plan plan = plans.get(id);
        PublishPage page = outlooks.page(plan, revision, done, form, caller);
        return pages.page(
                status, request, (own, visitor) -> own.publish(visitor, front.bar(plan, PlanPart.PUBLISH), page));
    }

    @PostMapping("/plans/{plan}/publish")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> typePublish(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(required = false) @Nullable RevisionId revision,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") List<String> held,
            @RequestParam(defaultValue = "") String mail,
            Caller caller,
            HttpServletRequest request) {
        HttpStatus status;
        List<String> troubles = List.of();
        String noteTrouble = "";
        try {
            var wish = new Wish(revision, note, held.stream().map(StaffId::new).toList(), !mail.isEmpty());
            int number = desk.publish(plan, version, wish, caller);
            use(plan, caller);
            return Front.to("/plans/" + plan + "/publish?done=" + number);
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            noteTrouble = wrong.all(invalid.findings());
        } catch (Refusal refusal) {
            status = refusal.status();
            troubles = wrong.sentences(refusal);
        }
        var form = new PublishPage.Form(note, noteTrouble, Set.copyOf(held), !mail.isEmpty(), troubles);
        return page(status, plan, revision, 0, form, caller, request);
    }

    /** What is published people work by: it binds them in other plans, and shows in everybody's own days. Of what isn't, the page says so. */
    private void use(PlanId id, Caller caller) {
        if (caller.permissions(plans.get(id).organisation()).contains(Permission.PLAN)) {
            scenarios.use(id, caller);
        }
    }
}
