package dk.grundskema.api.service.absence;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.absence.AbsenceAdministration.AbsentPerson;
import dk.grundskema.api.service.absence.AbsenceListPage.AbsenceFormEntry;
import dk.grundskema.api.service.absence.AbsenceListPage.EnteredAbsence;
import dk.grundskema.api.service.absence.AbsenceListPage.FieldError;
import dk.grundskema.api.service.absence.AbsenceListPage.OpenPlaces;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.history.AbsentSeatReader;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusView;
import dk.grundskema.api.service.plan.history.PlanStatusView.VacantSeatView;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.change.Absence;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which absences are recorded. */
@PageController
@Hidden // not part of the public API
final class AbsenceListPageController {
    private final PlanStore plans;
    private final DocumentStore documents;
    private final AbsenceAdministration absenceAdministration;
    private final AbsentSeatReader absentSeats;
    private final PlanStatusPresenter planStatusPresenter;
    private final RequestTexts requestTexts;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;

    AbsenceListPageController(
            PlanStore plans,
            DocumentStore documents,
            AbsenceAdministration absenceAdministration,
            RequestTexts requestTexts,
            AbsentSeatReader absentSeats,
            PlanStatusPresenter planStatusPresenter,
            PageRenderer pageRenderer,
            PlanBarFactory planBars) {
        this.plans = plans;
        this.documents = documents;
        this.absenceAdministration = absenceAdministration;
        this.absentSeats = absentSeats;
        this.planStatusPresenter = planStatusPresenter;
        this.requestTexts = requestTexts;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(AbsenceListPage.class, "absences");
    }

    /** @param now meetings that have begun by then cannot be changed; absent means the current time */
    @GetMapping("/plans/{plan}/absences")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showAbsences(
            @PathVariable PlanId plan,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        String today =
                absenceAdministration.effectiveNow(plan, now).toLocalDate().toString();
        return respond(HttpStatus.OK, found, now, new AbsenceFormEntry("", today, today), List.of(), caller, request);
    }

    /**
     * Records an absence of whole days.
     *
     * @param staff id of the staff member
     * @param from  first day
     * @param until last day; empty means one day
     */
    @PostMapping("/plans/{plan}/absences")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> enterAbsence(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        var form = new AbsenceFormEntry(staff, from, until.isEmpty() ? from : until);
        var wrong = new ArrayList<FieldError>();
        Texts texts = requestTexts.texts();
        Problem problem =
                documents.problem(plans.revision(found.head()).problem()).value();
        if (problem.staff().stream().noneMatch(one -> one.id().value().equals(staff))) {
            wrong.add(new FieldError("staff", texts.text("pages.absence.nobody")));
        }
        CellCodec cells = CellCodec.ofPlan(problem.horizon().allWeeks());
        Optional<LocalDate> first = cells.readDate(form.from()).asOptional();
        Optional<LocalDate> last = cells.readDate(form.until()).asOptional();
        if (first.isEmpty()) {
            wrong.add(new FieldError("from", texts.text("pages.absence.no-date")));
        }
        if (last.isEmpty() && !until.isEmpty()) {
            wrong.add(new FieldError("until", texts.text("pages.absence.no-date")));
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            wrong.add(new FieldError("until", texts.text("pages.absence.ends-first")));
        }
        if (!wrong.isEmpty()) {
            return respond(HttpStatus.UNPROCESSABLE_CONTENT, found, now, form, wrong, caller, request);
        }
        try {
            String id = absenceAdministration.record(
                    plan,
                    new StaffId(staff),
                    first.orElseThrow().atStartOfDay(),
                    last.orElseThrow().plusDays(1).atStartOfDay(),
                    caller);
            return PageRenderer.redirectTo(
                    "/plans/" + plan.value() + "/absences/" + id + AbsencePageResponder.nowParameter(now));
        } catch (RefusalException refused) {
            if (refused.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw refused;
            }
            List<FieldError> said = refused.findings().stream()
                    .map(one -> new FieldError(fieldOf(one), texts.sentenceOf(one)))
                    .toList();
            return respond(HttpStatus.UNPROCESSABLE_CONTENT, found, now, form, said, caller, request);
        }
    }

    private static String fieldOf(Finding finding) {
        return switch (finding.pointer()) {
            case "/staffId" -> "staff";
            case "/until" -> "until";
            default -> "from";
        };
    }

    private ResponseEntity<byte[]> respond(
            HttpStatus status,
            Plan plan,
            @Nullable LocalDateTime now,
            AbsenceFormEntry form,
            List<FieldError> fieldErrors,
            Caller caller,
            HttpServletRequest request) {
        Revision head = plans.revision(plan.head());
        Problem problem = documents.problem(head.problem()).value();
        List<AbsentPerson> known = absenceAdministration.listAbsences(plan.id(), caller);
        List<EnteredAbsence> entered = known.stream()
                .map(one -> new EnteredAbsence(
                        one.id(),
                        one.name(),
                        one.from().toLocalDate(),
                        one.until().minusMinutes(1).toLocalDate()))
                .toList();
        var page = new AbsenceListPage(
                plan.id().value(),
                now == null ? "" : now.toString(),
                problem.staff().stream()
                        .sorted(NaturalOrder.by(StaffMember::name))
                        .map(one ->
                                new AbsenceListPage.StaffMemberOption(one.id().value(), one.name()))
                        .toList(),
                entered,
                countOpenSeats(head, known, entered),
                problem.horizon().firstDay(),
                problem.horizon().lastDay(),
                form,
                fieldErrors);
        var bar = planBars.create(plan, PlanPart.ABSENCES);
        return templates.render(status, request, "absences", page.head().withPlan(bar), Map.of("page", page));
    }

    private Map<String, OpenPlaces> countOpenSeats(
            Revision head, List<AbsentPerson> known, List<EnteredAbsence> entered) {
        var open = new HashMap<String, OpenPlaces>();
        List<VacantSeatView> vacant =
                planStatusPresenter.view(head).map(PlanStatusView::openSeats).orElse(List.of());
        for (int i = 0; i < known.size(); i++) {
            AbsentPerson one = known.get(i);
            int own = absentSeats
                    .find(head, List.of(new Absence(one.staff(), one.from(), one.until())))
                    .size();
            open.put(one.id(), OpenPlaces.of(entered.get(i), own, vacant));
        }
        return open;
    }
}
