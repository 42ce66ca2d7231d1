package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.SickDays;
import dk.grundskema.api.server.editing.SickDays.Left;
import dk.grundskema.api.server.editing.SickDays.Repaired;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.PlanSteps;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.web.app.Address;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.absences.AbsencePage;
import dk.grundskema.api.web.app.absences.AbsencesPage;
import dk.grundskema.api.web.app.absences.AbsencesPages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page of an absence, as it stands after whatever was done or refused. */
@Component
final class AbsenceAnswers {
    private final Plans plans;
    private final SickDays days;
    private final PlanSteps steps;
    private final Wrong wrong;
    private final Front front;
    private final Spoken<AbsencesPages> pages;

    AbsenceAnswers(Plans plans, SickDays days, PlanSteps steps, Wrong wrong, Front front) {
        this.plans = plans;
        this.days = days;
        this.steps = steps;
        this.wrong = wrong;
        this.front = front;
        this.pages = front.speaking(AbsencesPages::new);
    }

    /**
     * What is asked for.
     *
     * @param plan    of which plan
     * @param absence which absence
     * @param now     what has begun by then is a fact; {@code null} means now
     * @param caller  who asks
     * @param request the request
     */
    record Asked(PlanId plan, String absence, @Nullable LocalDateTime now, Caller caller, HttpServletRequest request) {
        /** Where the absence is looked at. */
        String address() {
            return "/plans/" + plan.value() + "/absences/" + absence + AbsenceAnswers.asOf(now);
        }
    }

    /** What an address says of when now is. */
    static String asOf(@Nullable LocalDateTime now) {
        return now == null ? "" : "?now=" + Address.part(now);
    }

    /**
     * What the page says besides what is open.
     *
     * @param done the version that the plan got by what was done just now; 0 if nothing was
     */
    private record Said(
            HttpStatus status,
            List<String> trouble,
            List<String> summary,
            List<AbsencePage.Changed> changes,
            long done) {}

    /**
     * The page; what was done just now is said, unless something else was done since.
     *
     * @param done the version that the plan got by it; 0 if nothing was done
     */
    ResponseEntity<byte[]> page(Asked asked, long done) {
        Plan plan = plans.get(asked.plan());
        List<String> summary = plan.version() == done
                ? steps.of(plan).back().map(PlanSteps.Step::text).stream().toList()
                : List.of();
        return page(asked, new Said(HttpStatus.OK, List.of(), summary, List.of(), done));
    }

    /** The page after a repair, with what changed by it. */
    ResponseEntity<byte[]> repaired(Asked asked, Repaired made) {
        var changes = made.changes().stream()
                .map(day -> new AbsencePage.Changed(day.date(), day.lines()))
                .toList();
        return page(asked, new Said(HttpStatus.OK, List.of(), made.summary(), changes, made.version()));
    }

    /** What is done, unless the plan was changed meanwhile or it is meaningless; then the page says so, as it is by now. */
    ResponseEntity<byte[]> unlessStale(Asked asked, Supplier<ResponseEntity<byte[]>> doing) {
        try {
            return doing.get();
        } catch (Refusal refused) {
            boolean isForPage = refused.status() == HttpStatus.PRECONDITION_FAILED
                    || refused.status() == HttpStatus.UNPROCESSABLE_CONTENT
                    || refused.status() == HttpStatus.CONFLICT
                    || refused.status() == HttpStatus.TOO_MANY_REQUESTS;
            if (!isForPage) {
                throw refused;
            }
            return page(asked, new Said(refused.status(), wrong.sentences(refused), List.of(), List.of(), 0));
        }
    }

    private ResponseEntity<byte[]> page(Asked asked, Said said) {
        Plan plan = plans.get(asked.plan());
        LocalDateTime now = days.moment(asked.plan(), asked.now());
        Left left = days.left(asked.plan(), asked.absence(), now, asked.caller());
        var page = new AbsencePage(
                plan.id().value(),
                plan.version(),
                asked.now() == null ? "" : asked.now().toString(),
                new AbsencesPage.Known(
                        left.away().id(),
                        left.away().name(),
                        left.away().from().toLocalDate(),
                        left.away().until().minusMinutes(1).toLocalDate()),
                left.reach().name(),
                said.trouble(),
                left.seats().stream().map(AbsenceAnswers::seat).toList(),
                left.days().stream()
                        .map(one -> new AbsencePage.Days(one.text(), one.dates(), one.free()))
                        .toList(),
                said.summary(),
                said.changes(),
                // To undo is to take back that, never what somebody else has done since.
                plan.version() == said.done() && steps.of(plan).back().isPresent(),
                days.isRehearsed(asked.plan(), asked.now()));
        var bar = front.bar(plan, PlanPart.ABSENCES);
        return pages.page(said.status(), asked.request(), (own, visitor) -> own.absence(visitor, bar, page));
    }

    private static AbsencePage.Seat seat(SickDays.Open one) {
        return new AbsencePage.Seat(
                one.session().value(),
                one.position(),
                one.text(),
                one.dates(),
                one.required(),
                one.able().stream().map(AbsenceAnswers::person).toList(),
                one.unable().stream().map(AbsenceAnswers::person).toList());
    }

    private static AbsencePage.Person person(SickDays.Person one) {
        return new AbsencePage.Person(one.staff().value(), one.name(), one.shortfalls(), one.wishes());
    }
}
