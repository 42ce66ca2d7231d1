package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.views.SeenTimetables;
import dk.grundskema.api.server.views.SeenTimetables.Own;
import dk.grundskema.api.server.views.SeenTimetables.Seen;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.fidelity.AttendancePage;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Aside;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Item;
import dk.grundskema.api.web.app.fidelity.AttendancePage.Lost;
import dk.grundskema.api.web.app.fidelity.FidelityPages;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Student;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private static final String OWN = "/me/timetable";

    private final Plans plans;
    private final SeenTimetables timetables;
    private final Attendance attendance;
    private final InstantSource clock;
    private final Front front;
    private final Spoken<FidelityPages> pages;
    private final Speaking speaking;
    private final AttendanceDesk desk;

    AttendanceController(
            Plans plans,
            SeenTimetables timetables,
            Attendance attendance,
            InstantSource clock,
            Front front,
            Speaking speaking,
            AttendanceDesk desk) {
        this.plans = plans;
        this.timetables = timetables;
        this.attendance = attendance;
        this.clock = clock;
        this.front = front;
        this.pages = front.speaking(FidelityPages::new);
        this.speaking = speaking;
        this.desk = desk;
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
        return planned(found, date, null, caller, request);
    }

    private ResponseEntity<byte[]> planned(
            Plan plan, String date, @Nullable Tried tried, Caller caller, HttpServletRequest request) {
        NamesShown.to(caller, plan.organisation());
        PlanBar bar = front.bar(plan, PlanPart.FIDELITY);
        if (tried != null && plans.revision(plan.head()).timetable() == null) {
            Tried said = desk.unplanned(plan.id(), tried.sent());
            return pages.page(
                    status(said), request, (own, visitor) -> own.attendance(visitor, bar, unplanned(plan, said)));
        }
        Seen seen = timetables.of(plan.id(), caller);
        var dates = new TreeSet<>(seen.views().dates());
        LocalDate today = today(seen.views().timetable().zone());
        LocalDate day = day(dates, date, today);
        Attendance.Day entered = attendance.on(plan.id(), day);
        List<Item> items = new AttendanceItems(seen, entered, false, day, tried).all(day);
        Tried said = desk.among(items, tried, false);
        AttendancePage page = page(at(plan.id()), false, dates, day, today, items, lost(said, entered.everybody()));
        return pages.page(status(said), request, (own, visitor) -> own.attendance(visitor, bar, page));
    }

    /** The page of a plan that has no timetable any more. */
    private static AttendancePage unplanned(Plan plan, Tried tried) {
        LocalDate day = tried.typed().date();
        return new AttendancePage(at(plan.id()), false, day, false, null, null, List.of(), lost(tried, List.of()));
    }

    private static String at(PlanId plan) {
        return "/plans/" + plan.value() + "/attendance";
    }

    private static HttpStatus status(@Nullable Tried tried) {
        return tried == null ? HttpStatus.OK : tried.why().status();
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
            String at,
            boolean isOwn,
            NavigableSet<LocalDate> dates,
            LocalDate day,
            LocalDate today,
            List<Item> items,
            @Nullable Lost lost) {
        return new AttendancePage(at, isOwn, day, day.equals(today), dates.lower(day), dates.higher(day), items, lost);
    }

    /** @param date which day; without it, or if nothing is held then, today or the nearest */
    @GetMapping(OWN)
    @Needs(Permission.SIGNED_IN)
    ResponseEntity<byte[]> showOwnTimetable(
            @RequestParam(defaultValue = "") String date, Caller caller, HttpServletRequest request) {
        return own(date, null, caller, request);
    }

    private ResponseEntity<byte[]> own(String date, @Nullable Tried tried, Caller caller, HttpServletRequest request) {
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
        OwnDay drawn = OwnDay.of(mine, attendance, day, tried);
        List<Item> items = drawn.items();
        Tried said = desk.among(items, tried, true);
        List<Student> known = said == null || !said.isGone() ? List.of() : drawn.studentsOf(said.plan());
        AttendancePage page = page(OWN, true, dates, day, today, items, lost(said, known));
        return pages.page(status(said), request, (own, visitor) -> own.own(visitor, page));
    }

    /** What can't stand at its meeting. */
    private static @Nullable Lost lost(@Nullable Tried tried, List<Student> known) {
        return tried == null || !tried.isGone() ? null : tried.lost(known);
    }

    /**
     * @param listed  the day whose list the meeting stands in, if not that of the date
     * @param outcome {@code held}, {@code not-held}, or {@code forget} to take back what was entered
     */
    @PostMapping("/plans/{plan}/attendance")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> typeAttendance(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestParam(required = false) @Nullable LocalDate listed,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> absent,
            Caller caller,
            HttpServletRequest request) {
        NamesShown.to(caller, plans.get(plan).organisation());
        var typed = TypedAttendance.of(session, date, listed, outcome, reason, absent);
        return entered(plan, typed.known(), false, caller, request);
    }

    /**
     * @param listed  the day whose list the meeting stands in, if not that of the date
     * @param outcome {@code held}, {@code not-held}, or {@code forget} to take back what was entered
     */
    @PostMapping("/plans/{plan}/own/attendance")
    @Needs(Permission.OWN)
    ResponseEntity<byte[]> typeOwnAttendance(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestParam(required = false) @Nullable LocalDate listed,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> absent,
            Caller caller,
            HttpServletRequest request) {
        NamesShown.noted();
        var typed = TypedAttendance.of(session, date, listed, outcome, reason, absent);
        return entered(plan, typed.known(), true, caller, request);
    }

    /** The page anew, or the meeting alone where a script asks for it. */
    private ResponseEntity<byte[]> entered(
            PlanId plan, TypedAttendance typed, boolean isOwn, Caller caller, HttpServletRequest request) {
        Tried tried = desk.take(plan, typed, isOwn, caller);
        if (request.getHeader("HX-Request") != null) {
            return part(plan, typed, tried, isOwn, caller, request);
        }
        String date = (tried == null ? typed : tried.typed()).date().toString();
        if (tried == null) {
            return Front.to((isOwn ? OWN : at(plan)) + "?date=" + date);
        }
        return isOwn ? own(date, tried, caller, request) : planned(plans.get(plan), date, tried, caller, request);
    }

    private ResponseEntity<byte[]> part(
            PlanId plan,
            TypedAttendance typed,
            @Nullable Tried tried,
            boolean isOwn,
            Caller caller,
            HttpServletRequest request) {
        if (tried != null && tried.isGone()) {
            return aside(plan, typed, tried, isOwn, request);
        }
        TypedAttendance at = tried == null ? typed : tried.typed();
        Seen seen = timetables.of(plan, caller);
        return new AttendanceItems(seen, attendance.on(plan, at.date()), isOwn, typed.listed(), tried)
                .one(at.session(), at.date())
                .findFirst()
                .map(item -> pages.page(status(tried), request, (own, visitor) -> own.item(visitor, item)))
                .orElseGet(() -> aside(plan, typed, desk.among(List.of(), tried, isOwn), isOwn, request));
    }

    /** Leaves all that was typed where it is, and says within it what there is to say. */
    private ResponseEntity<byte[]> aside(
            PlanId plan, TypedAttendance typed, @Nullable Tried tried, boolean isOwn, HttpServletRequest request) {
        String said = tried == null
                ? speaking.texts().text("pages.attendance-done", isOwn ? 1 : 0, typed.date())
                : tried.unkept().aboutHeld();
        var aside = new Aside(
                request.getRequestURI(),
                typed.session().value(),
                said,
                tried != null,
                (isOwn ? OWN : at(plan)) + "?date=" + typed.date());
        ResponseEntity<byte[]> words = pages.page(status(tried), request, (own, visitor) -> own.aside(visitor, aside));
        return ResponseEntity.status(words.getStatusCode())
                .headers(words.getHeaders())
                .header("HX-Retarget", "#" + aside.place())
                .header("HX-Reswap", "innerHTML")
                .body(words.getBody());
    }
}
