package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.views.SeenTimetables;
import dk.grundskema.api.server.views.SeenTimetables.Own;
import dk.grundskema.api.server.views.SeenTimetables.Seen;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.fidelity.AttendancePage;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Item;
import dk.grundskema.api.web.app.fidelity.FidelityPages;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Delivery;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which what came of meetings is entered: by planners of a plan's, by the staff of their own. */
@RestController
@Hidden // no part of what programs are offered
final class AttendanceController {
    private static final String FORGET = "forget";
    private static final String NOT_HELD = "not-held";

    private final Plans plans;
    private final SeenTimetables timetables;
    private final Attendance attendance;
    private final InstantSource clock;
    private final Front front;
    private final Spoken<FidelityPages> pages;
    private final Speaking speaking;

    AttendanceController(
            Plans plans,
            SeenTimetables timetables,
            Attendance attendance,
            InstantSource clock,
            Front front,
            Speaking speaking) {
        this.plans = plans;
        this.timetables = timetables;
        this.attendance = attendance;
        this.clock = clock;
        this.front = front;
        this.pages = front.speaking(FidelityPages::new);
        this.speaking = speaking;
    }

    /** @param date which day; without it, or if nothing is held then, today or the nearest */
    @GetMapping("/plans/{plan}/attendance")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> showAttendance(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String date,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return Front.to("/plans/" + plan.value());
        }
        NamesShown.to(caller, found.organisation());
        Seen seen = timetables.of(plan, caller);
        var dates = new TreeSet<>(seen.views().dates());
        LocalDate today = today(seen.views().timetable().zone());
        LocalDate day = day(dates, date, today);
        AttendancePage page = page(
                "/plans/" + plan.value() + "/attendance",
                false,
                dates,
                day,
                today,
                new AttendanceItems(seen, attendance.on(plan, day), false).all(day));
        PlanBar bar = front.bar(found, PlanPart.FIDELITY);
        return pages.page(request, (own, visitor) -> own.attendance(visitor, bar, page));
    }

    private LocalDate today(ZoneId zone) {
        Instant now = clock.instant();
        return LocalDate.ofInstant(now, zone);
    }

    /** The day that is asked for; else today, the next on which something is held, or the last. */
    private static LocalDate day(SortedSet<LocalDate> dates, String asked, LocalDate today) {
        return dates.stream()
                .filter(one -> one.toString().equals(asked))
                .findFirst()
                .orElseGet(() -> {
                    SortedSet<LocalDate> coming = dates.tailSet(today);
                    return coming.isEmpty() ? dates.isEmpty() ? today : dates.last() : coming.first();
                });
    }

    private static AttendancePage page(
            String at, boolean isOwn, NavigableSet<LocalDate> dates, LocalDate day, LocalDate today, List<Item> items) {
        return new AttendancePage(at, isOwn, day, day.equals(today), dates.lower(day), dates.higher(day), items);
    }

    /** @param date which day; without it, or if nothing is held then, today or the nearest */
    @GetMapping("/me/timetable")
    @Needs(Permission.SIGNED_IN)
    ResponseEntity<byte[]> showOwnTimetable(
            @RequestParam(defaultValue = "") String date, Caller caller, HttpServletRequest request) {
        List<Own> mine = timetables.own(caller);
        TreeSet<LocalDate> dates = mine.stream()
                .flatMap(own -> own.seen().views().ofPerson(own.person()).stream())
                .map(Entry::date)
                .collect(Collectors.toCollection(TreeSet::new));
        LocalDate today = today(
                mine.isEmpty()
                        ? ZoneId.of("UTC")
                        : mine.getFirst().seen().views().timetable().zone());
        LocalDate day = day(dates, date, today);
        List<Item> items = mine.stream()
                .flatMap(own -> new AttendanceItems(
                                own.seen(), attendance.on(own.seen().plan().id(), day), true)
                        .of(own.person(), day).stream())
                .sorted(Comparator.comparing(Item::start))
                .toList();
        AttendancePage page = page("/me/timetable", true, dates, day, today, items);
        return pages.page(request, (own, visitor) -> own.own(visitor, page));
    }

    /** @param outcome {@code held}, {@code not-held}, or {@code forget} to take back what was entered */
    @PostMapping("/plans/{plan}/attendance")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> typeAttendance(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "held") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> absent,
            Caller caller,
            HttpServletRequest request) {
        NamesShown.to(caller, plans.get(plan).organisation());
        var delivery = new Typed(plan, session, date, outcome, reason, absent == null ? List.of() : absent, false);
        return entered(delivery, caller, request);
    }

    /** @param outcome {@code held}, {@code not-held}, or {@code forget} to take back what was entered */
    @PostMapping("/plans/{plan}/own/attendance")
    @Needs(Permission.OWN)
    ResponseEntity<byte[]> typeOwnAttendance(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "held") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> absent,
            Caller caller,
            HttpServletRequest request) {
        NamesShown.noted();
        var delivery = new Typed(plan, session, date, outcome, reason, absent == null ? List.of() : absent, true);
        return entered(delivery, caller, request);
    }

    /** What somebody typed of a meeting. */
    private record Typed(
            PlanId plan,
            SessionId session,
            LocalDate date,
            String outcome,
            String reason,
            List<String> absent,
            boolean isOwn) {
        Delivery delivery() {
            boolean isHeld = !outcome.equals(NOT_HELD);
            var away = new TreeSet<StudentId>();
            if (isHeld) {
                absent.forEach(one -> away.add(new StudentId(one)));
            }
            return new Delivery(session, date, isHeld, reason.strip(), away);
        }
    }

    /** The page anew, or the meeting alone where a script asks for it. */
    private ResponseEntity<byte[]> entered(Typed typed, Caller caller, HttpServletRequest request) {
        HttpStatus status = HttpStatus.OK;
        String trouble = "";
        try {
            if (typed.outcome().equals(FORGET)) {
                attendance.forget(typed.plan(), typed.session(), typed.date(), typed.isOwn(), caller);
            } else {
                attendance.enter(typed.plan(), typed.delivery(), typed.isOwn(), caller);
            }
        } catch (InvalidValueException invalid) {
            status = HttpStatus.UNPROCESSABLE_CONTENT;
            trouble = speaking.told(invalid.findings()).getFirst().text();
        }
        boolean isPart = request.getHeader("HX-Request") != null;
        if (!isPart && trouble.isEmpty()) {
            return Front.to((typed.isOwn() ? "/me/timetable" : "/plans/" + typed.plan() + "/attendance") + "?date="
                    + typed.date());
        }
        Seen seen = timetables.of(typed.plan(), caller);
        Item item = new AttendanceItems(seen, attendance.on(typed.plan(), typed.date()), typed.isOwn())
                .one(typed.session(), typed.date(), trouble)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return pages.page(status, request, (own, visitor) -> own.item(visitor, item));
    }
}
