package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.SickDays;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.absences.AbsencesPage;
import dk.grundskema.api.web.app.absences.AbsencesPage.Typed;
import dk.grundskema.api.web.app.absences.AbsencesPage.Wrong;
import dk.grundskema.api.web.app.absences.AbsencesPages;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which a planner enters who is away. */
@RestController
@Hidden // no part of what programs are offered
final class AbsencesPageController {
    private final Plans plans;
    private final Documents documents;
    private final SickDays days;
    private final Speaking speaking;
    private final Front front;
    private final Spoken<AbsencesPages> pages;

    AbsencesPageController(Plans plans, Documents documents, SickDays days, Speaking speaking, Front front) {
        this.plans = plans;
        this.documents = documents;
        this.days = days;
        this.speaking = speaking;
        this.front = front;
        this.pages = front.speaking(AbsencesPages::new);
    }

    /** @param now what has begun by then is a fact; absent means now */
    @GetMapping("/plans/{plan}/absences")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> showAbsences(
            @PathVariable PlanId plan,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return Front.to("/plans/" + plan.value());
        }
        String today = days.moment(plan, now).toLocalDate().toString();
        return page(HttpStatus.OK, found, now, new Typed("", today, today), List.of(), caller, request);
    }

    /**
     * Enters an absence of whole days.
     *
     * @param staff who is away
     * @param from  first day
     * @param until last day; empty means that it is the first one, too
     */
    @PostMapping("/plans/{plan}/absences")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> enterAbsence(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String staff,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable LocalDateTime now,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        var typed = new Typed(staff, from, until.isEmpty() ? from : until);
        var wrong = new ArrayList<Wrong>();
        Texts texts = speaking.texts();
        Problem problem =
                documents.problem(plans.revision(found.head()).problem()).value();
        if (problem.staff().stream().noneMatch(one -> one.id().value().equals(staff))) {
            wrong.add(new Wrong("staff", texts.text("pages.absence.nobody")));
        }
        Optional<LocalDate> first = date(typed.from());
        Optional<LocalDate> last = date(typed.until());
        if (first.isEmpty()) {
            wrong.add(new Wrong("from", texts.text("pages.absence.no-date")));
        }
        if (last.isEmpty() && !until.isEmpty()) {
            wrong.add(new Wrong("until", texts.text("pages.absence.no-date")));
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            wrong.add(new Wrong("until", texts.text("pages.absence.ends-first")));
        }
        if (!wrong.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, found, now, typed, wrong, caller, request);
        }
        try {
            String id = days.enter(
                    plan,
                    new StaffId(staff),
                    first.orElseThrow().atStartOfDay(),
                    last.orElseThrow().plusDays(1).atStartOfDay(),
                    caller);
            return Front.to("/plans/" + plan.value() + "/absences/" + id + AbsenceAnswers.asOf(now));
        } catch (Refusal refused) {
            if (refused.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw refused;
            }
            List<Wrong> said = refused.findings().stream()
                    .map(one -> new Wrong(field(one), texts.of(one)))
                    .toList();
            return page(HttpStatus.UNPROCESSABLE_CONTENT, found, now, typed, said, caller, request);
        }
    }

    private static String field(Finding finding) {
        return switch (finding.pointer()) {
            case "/staffId" -> "staff";
            case "/until" -> "until";
            default -> "from";
        };
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            Plan plan,
            @Nullable LocalDateTime now,
            Typed typed,
            List<Wrong> wrong,
            Caller caller,
            HttpServletRequest request) {
        Revision head = plans.revision(plan.head());
        Problem problem = documents.problem(head.problem()).value();
        var page = new AbsencesPage(
                plan.id().value(),
                now == null ? "" : now.toString(),
                problem.staff().stream()
                        .sorted(Comparator.comparing(StaffMember::name))
                        .map(one -> new AbsencesPage.Person(one.id().value(), one.name()))
                        .toList(),
                days.all(plan.id(), caller).stream()
                        .map(one -> new AbsencesPage.Known(
                                one.id(),
                                one.name(),
                                one.from().toLocalDate(),
                                one.until().minusMinutes(1).toLocalDate()))
                        .toList(),
                problem.horizon().firstDay(),
                problem.horizon().lastDay(),
                typed,
                wrong);
        var bar = front.bar(plan, PlanPart.ABSENCES);
        return pages.page(status, request, (own, visitor) -> own.absences(visitor, bar, page));
    }
}
