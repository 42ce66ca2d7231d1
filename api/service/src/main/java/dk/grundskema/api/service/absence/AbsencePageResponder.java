package dk.grundskema.api.service.absence;

import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.ErrorMessages;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.absence.AbsenceAdministration.AbsenceGaps;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import dk.grundskema.api.service.plan.history.UndoStepFinder;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Builds the response for the page of an absence after an action or a refusal. */
@Component
final class AbsencePageResponder {
    private final PlanStore plans;
    private final AbsenceAdministration absenceAdministration;
    private final UndoStepFinder undoStepFinder;
    private final PlanStatusReader planStatusReader;
    private final PlanStatusPresenter planStatusPresenter;
    private final ErrorMessages errorMessages;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    AbsencePageResponder(
            PlanStore plans,
            AbsenceAdministration absenceAdministration,
            UndoStepFinder undoStepFinder,
            PlanStatusReader planStatusReader,
            PlanStatusPresenter planStatusPresenter,
            ErrorMessages errorMessages,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.absenceAdministration = absenceAdministration;
        this.undoStepFinder = undoStepFinder;
        this.planStatusReader = planStatusReader;
        this.planStatusPresenter = planStatusPresenter;
        this.errorMessages = errorMessages;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(AbsencePage.class, "absences");
    }

    /**
     * A request for the page.
     *
     * @param plan    id of the plan
     * @param absence id of the absence
     * @param now     meetings that have begun by then cannot be changed; {@code null} means the current time
     * @param caller  the caller
     * @param request the HTTP request
     */
    record AbsencePageRequest(
            PlanId plan, String absence, @Nullable LocalDateTime now, Caller caller, HttpServletRequest request) {
        /** Returns the address of the absence's page. */
        String address() {
            return "/plans/" + plan.value() + "/absences/" + absence + AbsencePageResponder.nowParameter(now);
        }
    }

    /** Returns the query with the parameter {@code now}; empty if {@code null}. */
    static String nowParameter(@Nullable LocalDateTime now) {
        return now == null ? "" : "?now=" + AddressEncoder.encode(now);
    }

    /**
     * Messages in addition to the vacancies.
     *
     * @param done version that the plan got by the last action; 0 if none
     */
    private record ActionMessages(HttpStatus status, List<String> trouble, List<String> summary, long done) {}

    /**
     * Returns the page. Describes the last action unless the plan was changed since.
     *
     * @param done version that the plan got by the action; 0 if none
     */
    ResponseEntity<byte[]> respond(AbsencePageRequest asked, long done) {
        Plan plan = plans.get(asked.plan());
        List<String> summary = plan.version() == done
                ? undoStepFinder.findSteps(plan).back().map(UndoStepFinder.UndoStep::text).stream()
                        .toList()
                : List.of();
        return respond(asked, new ActionMessages(HttpStatus.OK, List.of(), summary, done));
    }

    /** Runs the action. If it is refused because the plan was changed or the action is invalid, returns the current page with the reason. */
    ResponseEntity<byte[]> respondOrExplain(AbsencePageRequest asked, Supplier<ResponseEntity<byte[]>> doing) {
        try {
            return doing.get();
        } catch (RefusalException refused) {
            boolean isForPage = refused.status() == HttpStatus.PRECONDITION_FAILED
                    || refused.status() == HttpStatus.UNPROCESSABLE_CONTENT
                    || refused.status() == HttpStatus.CONFLICT
                    || refused.status() == HttpStatus.TOO_MANY_REQUESTS;
            if (!isForPage) {
                throw refused;
            }
            return respond(asked, new ActionMessages(refused.status(), errorMessages.sentences(refused), List.of(), 0));
        }
    }

    private ResponseEntity<byte[]> respond(AbsencePageRequest asked, ActionMessages said) {
        Plan plan = plans.get(asked.plan());
        LocalDateTime now = absenceAdministration.effectiveNow(asked.plan(), asked.now());
        AbsenceGaps left = absenceAdministration.findGaps(asked.plan(), asked.absence(), now, asked.caller());
        var page = new AbsencePage(
                plan.id().value(),
                plan.version(),
                asked.now() == null ? "" : asked.now().toString(),
                new AbsenceListPage.EnteredAbsence(
                        left.away().id(),
                        left.away().name(),
                        left.away().from().toLocalDate(),
                        left.away().until().minusMinutes(1).toLocalDate()),
                left.reach().name(),
                trouble(said, left.refusal()),
                left.required(),
                left.seats().stream().map(AbsencePageResponder::openSeat).toList(),
                left.days().stream()
                        .map(one -> new AbsencePage.UncoveredDays(one.text(), one.dates(), one.teaches(), one.free()))
                        .toList(),
                left.ordinaryLessons(),
                said.summary(),
                // Undo is offered only for the visitor's own last action, never for a later change by others.
                plan.version() == said.done()
                        && undoStepFinder.findSteps(plan).back().isPresent(),
                absenceAdministration.isRehearsed(asked.plan(), asked.now()));
        var bar = planBars.create(plan, PlanPart.ABSENCES);
        Revision head = plans.revision(plan.head());
        String othersOpen = planStatusReader
                .find(head)
                .map(AbsencePageResponder::describeOthers)
                .orElse("");
        return templates.render(
                said.status(),
                asked.request(),
                "absence",
                page.head().withPlan(bar),
                Map.of(
                        "page",
                        page,
                        "status",
                        planStatusPresenter.fragmentWithOpenSeats(
                                head, page.away().from(), page.away().until()),
                        "othersOpen",
                        othersOpen,
                        "canPublish",
                        bar.parts().contains(PlanPart.PUBLISH)));
    }

    /** Returns why an action was refused, otherwise why the plan cannot be changed from the absence. */
    private List<String> trouble(ActionMessages said, @Nullable RefusalException refusal) {
        return refusal == null || !said.trouble().isEmpty() ? said.trouble() : errorMessages.sentences(refusal);
    }

    /** Returns the ending of the text's key by what the plan leaves open beside this absence; empty if nothing. */
    private static String describeOthers(PlanStatus status) {
        if (status.openSeats() > 0) {
            return ".others-open";
        }
        return status.absentStaff() > 0 ? ".others-away" : "";
    }

    private static AbsencePage.OpenSeat openSeat(AbsenceAdministration.OpenSeatChoice one) {
        return new AbsencePage.OpenSeat(
                one.session().value(),
                one.position(),
                one.text(),
                one.dates(),
                one.required(),
                one.able().stream().map(AbsencePageResponder::candidate).toList(),
                one.unable().stream().map(AbsencePageResponder::candidate).toList());
    }

    private static AbsencePage.StandInCandidate candidate(AbsenceAdministration.StandIn one) {
        return new AbsencePage.StandInCandidate(one.staff().value(), one.name(), one.shortfalls(), one.wishes());
    }
}
