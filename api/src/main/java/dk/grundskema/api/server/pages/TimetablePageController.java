package dk.grundskema.api.server.pages;

import dk.grundskema.api.exports.LookStyle;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Documents;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.PlanSteps;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.plans.Revision;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.views.SeenTimetables;
import dk.grundskema.api.server.views.SeenTimetables.Seen;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.timetable.Hand;
import dk.grundskema.api.web.app.timetable.TimetablePages;
import dk.grundskema.domain.problem.SessionLock;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which a plan's timetable is looked at. */
@RestController
@Hidden // no part of what programs are offered
final class TimetablePageController {
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final Plans plans;
    private final SeenTimetables timetables;
    private final Documents documents;
    private final PlanSteps steps;
    private final PlanKinds kinds;
    private final Front front;
    private final Spoken<TimetablePages> pages;

    TimetablePageController(
            Plans plans,
            SeenTimetables timetables,
            Documents documents,
            PlanSteps steps,
            PlanKinds kinds,
            Front front) {
        this.plans = plans;
        this.timetables = timetables;
        this.documents = documents;
        this.steps = steps;
        this.kinds = kinds;
        this.front = front;
        this.pages = front.speaking(TimetablePages::new);
    }

    /**
     * Before anything is planned, the lessons that the school has already; if there are none, the plan's own page, which leads to planning.
     *
     * @param of   what is looked at, such as {@code TEAM:hold-1}
     * @param week the week, such as {@code 2026-W37}
     * @param date the day, where a day is looked at
     * @param look number of the look of a subject that was searched for; -1 means that none was
     * @param missed whether something was searched for that nothing is called like
     * @param more   whether more was found than the {@code hit}s that the address has
     */
    @GetMapping("/plans/{plan}/timetable")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showTimetable(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "-1") int look,
            @RequestParam(defaultValue = "-1") int lesson,
            @RequestParam(defaultValue = "false") boolean missed,
            @RequestParam(defaultValue = "false") boolean more,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        Optional<Seen> shows = shown(found, caller);
        if (shows.isEmpty()) {
            return Front.to("/plans/" + plan.value());
        }
        Seen seen = shows.get();
        var choices = new TimetableChoices(seen);
        String[] hits = request.getParameterValues("hit"); // ids may have commas, by which Spring would divide them
        var page = choices.page(
                of,
                week,
                date,
                hits == null ? choices.sought(look, lesson, missed) : choices.sought(List.of(hits), more, of, week));
        boolean mayEdit = kinds.of(found).hasTimetable()
                && seen.hasNames() // what is held is changed by its id, which may tell whose it is
                && caller.permissions(found.organisation()).contains(Permission.EDIT);
        var shown = mayEdit ? page.by(hand(seen.plan(), caller)) : page;
        PlanBar bar = front.bar(found, PlanPart.TIMETABLE);
        return pages.page(request, (own, visitor) -> own.timetable(visitor, bar, shown));
    }

    /**
     * Leads to what is called like what was typed, or to a choice if several things are. It isn't in the address, for it may be a student's name.
     *
     * @param find what was typed
     * @param of   what is looked at
     * @param week in which week
     */
    @PostMapping("/plans/{plan}/timetable/find")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> findInTimetable(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String week,
            Caller caller) {
        Optional<Seen> shown = shown(plans.get(plan), caller);
        if (shown.isEmpty()) {
            return Front.to("/plans/" + plan.value());
        }
        var choices = new TimetableChoices(shown.get());
        String page = "/plans/" + plan.value() + "/timetable";
        return Front.to(page + choices.find(find, of, week));
    }

    /** What there is to look at; empty if nothing is planned and there are no lessons, or if nothing is ever held. */
    private Optional<Seen> shown(Plan plan, Caller caller) {
        return kinds.of(plan).hasSomethingHeld()
                ? Optional.of(timetables.orAsItWas(plan.id(), caller))
                        .filter(one -> !one.views().weeks().isEmpty())
                : Optional.empty();
    }

    private Hand hand(Plan plan, Caller caller) {
        PlanSteps.Steps can = steps.of(plan);
        Revision head = plans.revision(plan.head());
        return new Hand(
                plan.version(),
                documents.problem(head.problem()).value().locks().stream()
                        .collect(Collectors.toMap(SessionLock::sessionId, Function.identity())),
                can.back()
                        .filter(one -> leavesTimetable(head))
                        .map(TimetablePageController::step)
                        .orElse(null),
                can.forth().map(TimetablePageController::step).orElse(null),
                steps.own(plan, caller.account()).stream()
                        .map(RevisionId::value)
                        .toList());
    }

    /** Undo that takes the timetable away leaves nothing to look at here. */
    private boolean leavesTimetable(Revision head) {
        RevisionId parent = head.parent();
        return parent != null && plans.revision(parent).timetable() != null;
    }

    private static Hand.Step step(PlanSteps.Step step) {
        return new Hand.Step(step.revision().value(), step.text());
    }

    /** Browsers keep it for good, since the looks of another timetable have another address. */
    @GetMapping("/plans/{plan}/looks/{hash}.css")
    @Needs(Permission.READ)
    ResponseEntity<byte[]> showLooks(@PathVariable PlanId plan, @PathVariable String hash) {
        Seen seen = timetables.unnamedOrAsItWas(plan);
        boolean isStill = TimetableChoices.tag(seen).equals(hash);
        return ResponseEntity.ok()
                .cacheControl(
                        isStill ? CacheControl.maxAge(FOR_GOOD).cachePrivate().immutable() : CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8")
                .body(LookStyle.of(seen.views().looks()).getBytes(StandardCharsets.UTF_8));
    }
}
