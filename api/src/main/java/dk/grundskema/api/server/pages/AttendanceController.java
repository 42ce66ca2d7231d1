package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.editing.Attendance;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.NamesShown;
import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.pages.AttendanceItems.Tried;
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
import dk.grundskema.api.web.app.fidelity.AttendancePage.Unkept;
import dk.grundskema.api.web.app.fidelity.FidelityPages;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StudentId;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
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
    private final Wrong wrong;

    AttendanceController(
            Plans plans,
            SeenTimetables timetables,
            Attendance attendance,
            InstantSource clock,
            Front front,
            Speaking speaking,
            Wrong wrong) {
        this.plans = plans;
        this.timetables = timetables;
        this.attendance = attendance;
        this.clock = clock;
        this.front = front;
        this.pages = front.speaking(FidelityPages::new);
        this.speaking = speaking;
        this.wrong = wrong;
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
        Seen seen = timetables.of(plan.id(), caller);
        var dates = new TreeSet<>(seen.views().dates());
        LocalDate today = today(seen.views().timetable().zone());
        LocalDate day = day(dates, date, today);
        List<Item> items = new AttendanceItems(seen, attendance.on(plan.id(), day), false, tried).all(day);
        AttendancePage page = page(at(plan.id()), false, dates, day, today, items);
        PlanBar bar = front.bar(plan, PlanPart.FIDELITY);
        return pages.page(status(tried), request, (own, visitor) -> own.attendance(visitor, bar, page));
    }

    private static String at(PlanId plan) {
        return "/plans/" + plan.value() + "/attendance";
    }

    private static HttpStatus status(@Nullable Tried tried) {
        return tried == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
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
        List<Item> items = mine.stream()
                .flatMap(own -> new AttendanceItems(
                                own.seen(), attendance.on(own.seen().plan().id(), day), true, tried)
                        .of(own.person(), day).stream())
                .sorted(Comparator.comparing(Item::start))
                .toList();
        AttendancePage page = page(OWN, true, dates, day, today, items);
        return pages.page(status(tried), request, (own, visitor) -> own.own(visitor, page));
    }

    /** @param outcome {@code held}, {@code not-held}, or {@code forget} to take back what was entered */
    @PostMapping("/plans/{plan}/attendance")
    @Needs(Permission.EDIT)
    ResponseEntity<byte[]> typeAttendance(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> absent,
            Caller caller,
            HttpServletRequest request) {
        NamesShown.to(caller, plans.get(plan).organisation());
        var typed = new TypedAttendance(session, date, outcome, reason, absent == null ? List.of() : absent);
        return entered(plan, typed.known(), false, caller, request);
    }

    /** @param outcome {@code held}, {@code not-held}, or {@code forget} to take back what was entered */
    @PostMapping("/plans/{plan}/own/attendance")
    @Needs(Permission.OWN)
    ResponseEntity<byte[]> typeOwnAttendance(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> absent,
            Caller caller,
            HttpServletRequest request) {
        NamesShown.noted();
        var typed = new TypedAttendance(session, date, outcome, reason, absent == null ? List.of() : absent);
        return entered(plan, typed.known(), true, caller, request);
    }

    /** The page anew, or the meeting alone where a script asks for it. */
    private ResponseEntity<byte[]> entered(
            PlanId plan, TypedAttendance typed, boolean isOwn, Caller caller, HttpServletRequest request) {
        Tried tried = tried(plan, typed, isOwn, caller);
        if (request.getHeader("HX-Request") != null) {
            Seen seen = timetables.of(plan, caller);
            Item item = new AttendanceItems(seen, attendance.on(plan, typed.date()), isOwn, tried)
                    .one(typed.session(), typed.date())
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            return pages.page(status(tried), request, (own, visitor) -> own.item(visitor, item));
        }
        String date = typed.date().toString();
        if (tried == null) {
            return Front.to((isOwn ? OWN : at(plan)) + "?date=" + date);
        }
        return isOwn ? own(date, tried, caller, request) : planned(plans.get(plan), date, tried, caller, request);
    }

    /** Keeps what was typed, unless something is wrong with it: then that is returned. Before anything is shown, somebody else's meeting is none. */
    private @Nullable Tried tried(PlanId plan, TypedAttendance typed, boolean isOwn, Caller caller) {
        if (typed.isForgotten()) {
            attendance.forget(plan, typed.session(), typed.date(), isOwn, caller);
            return null;
        }
        Attendance.Sought sought = attendance.sought(plan, typed.session(), typed.date(), isOwn, caller);
        Set<StudentId> taking = sought.taking();
        String aboutReason = wrong.all(typed.aboutReason());
        String aboutHeld = wrong.beside(sought.aboutHeld(typed.isHeld()));
        long strangers = typed.strangers(taking);
        if (aboutReason.isEmpty() && aboutHeld.isEmpty() && strangers == 0) {
            attendance.enter(sought, typed.delivery(taking), caller);
            return null;
        }
        String aboutAbsent = strangers == 0 ? "" : speaking.texts().text("pages.attendance-strangers", strangers);
        return new Tried(plan, typed, new Unkept(typed.reason(), typed.absent(), aboutHeld, aboutReason, aboutAbsent));
    }
}
