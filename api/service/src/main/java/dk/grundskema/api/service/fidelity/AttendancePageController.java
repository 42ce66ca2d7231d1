package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.access.StudentNameDisclosure;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.page.LocalizedTemplates;
import dk.grundskema.api.platform.page.PageController;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.platform.page.PageRenderer;
import dk.grundskema.api.platform.page.PlanBar;
import dk.grundskema.api.platform.page.PlanPart;
import dk.grundskema.api.service.absence.AttendanceRegister;
import dk.grundskema.api.service.fidelity.AttendancePage.InlineMessage;
import dk.grundskema.api.service.fidelity.AttendancePage.MeetingItem;
import dk.grundskema.api.service.fidelity.AttendancePage.OrphanedEntry;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.problem.PlanBarFactory;
import dk.grundskema.api.service.timetable.PlanTimetableReader;
import dk.grundskema.api.service.timetable.PlanTimetableReader.OwnVisibleTimetable;
import dk.grundskema.api.service.timetable.PlanTimetableReader.VisibleTimetable;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.Student;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

/** Serves the pages on which attendance is entered: by planners for a plan, by staff for their own meetings. */
@PageController
@Hidden // not part of the REST API
final class AttendancePageController {
    private static final String OWN = "/me/timetable";

    /** Template of a meeting, and its value. */
    private static final String ITEM = "item";

    private final PlanStore plans;
    private final PlanTimetableReader timetables;
    private final AttendanceRegister attendance;
    private final InstantSource clock;
    private final PlanBarFactory planBars;
    private final LocalizedTemplates templates;
    private final RequestTexts requestTexts;
    private final AttendanceRecorder attendanceRecorder;

    AttendancePageController(
            PlanStore plans,
            PlanTimetableReader timetables,
            AttendanceRegister attendance,
            InstantSource clock,
            PageRenderer pageRenderer,
            PlanBarFactory planBars,
            RequestTexts requestTexts,
            AttendanceRecorder attendanceRecorder) {
        this.plans = plans;
        this.timetables = timetables;
        this.attendance = attendance;
        this.clock = clock;
        this.planBars = planBars;
        this.templates = pageRenderer.templates(AttendancePage.class, "fidelity");
        this.requestTexts = requestTexts;
        this.attendanceRecorder = attendanceRecorder;
    }

    /** @param date the day; without it, or if it has no meetings, today or the closest day */
    @GetMapping("/plans/{plan}/attendance")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> showAttendance(
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String date,
            Caller caller,
            HttpServletRequest request) {
        Plan found = plans.get(plan);
        if (plans.revision(found.head()).timetable() == null) {
            return PageRenderer.redirectTo("/plans/" + plan.value());
        }
        return respondWithPlan(found, date, null, caller, request);
    }

    private ResponseEntity<byte[]> respondWithPlan(
            Plan plan, String date, @Nullable RejectedAttendance rejected, Caller caller, HttpServletRequest request) {
        StudentNameDisclosure.maySeeNamesRecordingAccess(caller, plan.organisation());
        PlanBar bar = planBars.create(plan, PlanPart.FIDELITY);
        if (rejected != null && plans.revision(plan.head()).timetable() == null) {
            RejectedAttendance said = attendanceRecorder.rejectWithoutTimetable(plan.id(), rejected.sent());
            AttendancePage page = pageWithoutTimetable(plan, said);
            return renderAttendance(status(said), request, page, page.head().withPlan(bar));
        }
        VisibleTimetable visibleTimetable = timetables.read(plan.id(), caller);
        var dates = new TreeSet<>(visibleTimetable.views().dates());
        LocalDate today = today(visibleTimetable.views().timetable().zone());
        LocalDate day = chooseDay(dates, date, today);
        AttendanceRegister.AttendanceDay entered = attendance.readDay(plan.id(), day);
        List<MeetingItem> items =
                new AttendanceItemBuilder(visibleTimetable, entered, false, day, rejected).itemsOn(day);
        RejectedAttendance said = attendanceRecorder.matchToItems(items, rejected, false);
        AttendancePage page = buildPage(
                planAddress(plan.id()), false, dates, day, today, items, orphanedEntry(said, entered.allStudents()));
        return renderAttendance(status(said), request, page, page.head().withPlan(bar));
    }

    private ResponseEntity<byte[]> renderAttendance(
            HttpStatus status, HttpServletRequest request, AttendancePage page, PageHead head) {
        return templates.render(status, request, (own, visitor) -> {
            List<String> items = page.items().stream()
                    .map(item -> own.renderPart(visitor, ITEM, Map.of(ITEM, item)))
                    .toList();
            return own.renderPage(visitor, head, "attendance", Map.of("page", page, "items", items));
        });
    }

    /** Returns the page for a plan whose timetable was removed. */
    private static AttendancePage pageWithoutTimetable(Plan plan, RejectedAttendance rejected) {
        LocalDate day = rejected.input().date();
        return new AttendancePage(
                planAddress(plan.id()), false, day, false, null, null, List.of(), orphanedEntry(rejected, List.of()));
    }

    private static String planAddress(PlanId plan) {
        return "/plans/" + plan.value() + "/attendance";
    }

    private static HttpStatus status(@Nullable RejectedAttendance rejected) {
        return rejected == null ? HttpStatus.OK : rejected.why().status();
    }

    private LocalDate today(ZoneId zone) {
        Instant now = clock.instant();
        return LocalDate.ofInstant(now, zone);
    }

    /** Returns the requested day, otherwise today, the next day with meetings, or the last one. */
    private static LocalDate chooseDay(SortedSet<LocalDate> dates, String asked, LocalDate today) {
        return dates.stream()
                .filter(one -> one.toString().equals(asked))
                .findFirst()
                .orElseGet(() -> {
                    SortedSet<LocalDate> coming = dates.tailSet(today);
                    return coming.isEmpty() ? dates.isEmpty() ? today : dates.last() : coming.first();
                });
    }

    private static AttendancePage buildPage(
            String at,
            boolean isOwn,
            NavigableSet<LocalDate> dates,
            LocalDate day,
            LocalDate today,
            List<MeetingItem> items,
            @Nullable OrphanedEntry orphanedEntry) {
        return new AttendancePage(
                at, isOwn, day, day.equals(today), dates.lower(day), dates.higher(day), items, orphanedEntry);
    }

    /** @param date the day; without it, or if it has no meetings, today or the closest day */
    @GetMapping(OWN)
    @RequiresPermission(Permission.SIGNED_IN)
    ResponseEntity<byte[]> showOwnTimetable(
            @RequestParam(defaultValue = "") String date, Caller caller, HttpServletRequest request) {
        return respondWithOwn(date, null, caller, request);
    }

    private ResponseEntity<byte[]> respondWithOwn(
            String date, @Nullable RejectedAttendance rejected, Caller caller, HttpServletRequest request) {
        List<OwnVisibleTimetable> mine = timetables.readOwn(caller);
        TreeSet<LocalDate> dates = mine.stream()
                .flatMap(own -> own.seen().views().ofPerson(own.person()).stream())
                .map(TimetableEntry::date)
                .collect(Collectors.toCollection(TreeSet::new));
        LocalDate today = today(
                mine.isEmpty()
                        ? ZoneId.of("UTC")
                        : mine.getFirst().seen().views().timetable().zone());
        LocalDate day = chooseDay(dates, date, today);
        OwnAttendanceDay drawn = OwnAttendanceDay.of(mine, attendance, day, rejected);
        List<MeetingItem> items = drawn.items();
        RejectedAttendance said = attendanceRecorder.matchToItems(items, rejected, true);
        List<Student> known = said == null || !said.isGone() ? List.of() : drawn.studentsOf(said.plan());
        AttendancePage page = buildPage(OWN, true, dates, day, today, items, orphanedEntry(said, known));
        return renderAttendance(status(said), request, page, page.head());
    }

    /** Returns rejected input that belongs to no listed meeting. */
    private static @Nullable OrphanedEntry orphanedEntry(@Nullable RejectedAttendance rejected, List<Student> known) {
        return rejected == null || !rejected.isGone() ? null : rejected.toOrphanedEntry(known);
    }

    /**
     * @param listed  date of the list if it differs from that of the meeting
     * @param outcome {@code held}, {@code not-held}, or {@code forget} to withdraw the entry
     */
    @PostMapping("/plans/{plan}/attendance")
    @RequiresPermission(Permission.EDIT)
    ResponseEntity<byte[]> submitAttendance(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestParam(required = false) @Nullable LocalDate listed,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> absent,
            Caller caller,
            HttpServletRequest request) {
        StudentNameDisclosure.maySeeNamesRecordingAccess(caller, plans.get(plan).organisation());
        var typed = AttendanceForm.of(session, date, listed, outcome, reason, absent);
        return handleEntry(plan, typed.requireKnownOutcome(), false, caller, request);
    }

    /**
     * @param listed  date of the list if it differs from that of the meeting
     * @param outcome {@code held}, {@code not-held}, or {@code forget} to withdraw the entry
     */
    @PostMapping("/plans/{plan}/own/attendance")
    @RequiresPermission(Permission.OWN)
    ResponseEntity<byte[]> submitOwnAttendance(
            @PathVariable PlanId plan,
            @RequestParam SessionId session,
            @RequestParam LocalDate date,
            @RequestParam(required = false) @Nullable LocalDate listed,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<String> absent,
            Caller caller,
            HttpServletRequest request) {
        StudentNameDisclosure.recordDisclosure();
        var typed = AttendanceForm.of(session, date, listed, outcome, reason, absent);
        return handleEntry(plan, typed.requireKnownOutcome(), true, caller, request);
    }

    /** Returns the whole page, or only the meeting for a script request. */
    private ResponseEntity<byte[]> handleEntry(
            PlanId plan, AttendanceForm typed, boolean isOwn, Caller caller, HttpServletRequest request) {
        RejectedAttendance rejected = attendanceRecorder.submit(plan, typed, isOwn, caller);
        if (request.getHeader("HX-Request") != null) {
            return respondWithMeeting(plan, typed, rejected, isOwn, caller, request);
        }
        String date = (rejected == null ? typed : rejected.input()).date().toString();
        if (rejected == null) {
            return PageRenderer.redirectTo((isOwn ? OWN : planAddress(plan)) + "?date=" + date);
        }
        return isOwn
                ? respondWithOwn(date, rejected, caller, request)
                : respondWithPlan(plans.get(plan), date, rejected, caller, request);
    }

    private ResponseEntity<byte[]> respondWithMeeting(
            PlanId plan,
            AttendanceForm typed,
            @Nullable RejectedAttendance rejected,
            boolean isOwn,
            Caller caller,
            HttpServletRequest request) {
        if (rejected != null && rejected.isGone()) {
            return respondInline(plan, typed, rejected, isOwn, request);
        }
        AttendanceForm at = rejected == null ? typed : rejected.input();
        VisibleTimetable visibleTimetable = timetables.read(plan, caller);
        return new AttendanceItemBuilder(
                        visibleTimetable, attendance.readDay(plan, at.date()), isOwn, typed.listDate(), rejected)
                .findItem(at.session(), at.date())
                .findFirst()
                .map(item -> templates.renderPart(status(rejected), request, ITEM, Map.of(ITEM, item)))
                .orElseGet(() -> respondInline(
                        plan, typed, attendanceRecorder.matchToItems(List.of(), rejected, isOwn), isOwn, request));
    }

    /** Returns a message within the meeting and leaves its input in place. */
    private ResponseEntity<byte[]> respondInline(
            PlanId plan,
            AttendanceForm typed,
            @Nullable RejectedAttendance rejected,
            boolean isOwn,
            HttpServletRequest request) {
        String said = rejected == null
                ? requestTexts.texts().text("pages.attendance-done", isOwn ? 1 : 0, typed.date())
                : rejected.unkept().aboutHeld();
        var aside = new InlineMessage(
                request.getRequestURI(),
                typed.session().value(),
                said,
                rejected != null,
                (isOwn ? OWN : planAddress(plan)) + "?date=" + typed.date());
        ResponseEntity<byte[]> message =
                templates.renderPart(status(rejected), request, "aside", Map.of("aside", aside));
        return ResponseEntity.status(message.getStatusCode())
                .headers(message.getHeaders())
                .header("HX-Retarget", "#" + aside.place())
                .header("HX-Reswap", "innerHTML")
                .body(message.getBody());
    }
}
