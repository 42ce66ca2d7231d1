package dk.grundskema.api.service.explanation;

import dk.grundskema.api.planning.PlanNameResolver.StudentNaming;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.RemedyFormatter;
import dk.grundskema.api.planning.SeatCandidateFormatter;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.SlowRequestSlots;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.explanation.ExplanationViews.Aspect;
import dk.grundskema.api.service.explanation.ExplanationViews.CheckedRuleView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplainedCandidateView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplainedSeatView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplanationView;
import dk.grundskema.api.service.explanation.ExplanationViews.RemediesView;
import dk.grundskema.api.service.explanation.ExplanationViews.RemedyView;
import dk.grundskema.api.service.explanation.ExplanationViews.UnmetWishView;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.api.service.plan.history.PlanFaultCache;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.MeetingWishes;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.SeatCandidateReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Explains meetings: which rules their times and rooms keep, what speaks against each other person in a seat, and what would help. */
@Component
class MeetingExplainer {
    private static final List<String> OF_TIME = List.of("core.asked-time", "core.asked-length", "core.closed-day");
    private static final List<String> OF_STAFF = List.of(
            "core.person-in-two-places",
            "core.staff-unavailable",
            "core.travel-time",
            "core.daily-rest",
            "core.weekly-rest");
    /** Limits that not all have; they are shown where they are broken. */
    private static final List<String> OF_DATES = List.of(
            "core.long-day", "core.long-day-guideline", "core.rest-between-dates", "core.rest-between-dates-guideline");

    private static final List<String> OF_STUDENTS = List.of("core.student-in-two-places", "core.student-unavailable");
    private static final List<String> OF_ROOM =
            List.of("core.room-kind", "core.room-capacity", "core.room-unavailable", "core.room-in-two-places");
    private static final String MISSING_ROOM = "core.missing-room";

    private final PluginPlanningFacade planning;
    private final PlanFaultCache faults;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final WorkbenchCache workbenches;
    private final SlowRequestSlots slots;

    MeetingExplainer(
            PluginPlanningFacade planning,
            PlanFaultCache faults,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            WorkbenchCache workbenches,
            SlowRequestSlots slots) {
        this.planning = planning;
        this.faults = faults;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
        this.workbenches = workbenches;
        this.slots = slots;
    }

    /** How much to find out. */
    enum Depth {
        /** What is known at once. */
        REASONS,
        /** Also what would have to change, which takes up to some tens of seconds. */
        REMEDIES
    }

    /**
     * Explains a meeting.
     *
     * @param viewed  the timetable, with the naming of students
     * @param session id of the session; with numbers instead of students' ids if the caller may not see students
     * @throws RefusalException 404 if the timetable has no such meeting; 429 if too many slow requests are running
     */
    ExplanationView explain(ViewedTimetable viewed, String session, Depth depth, Caller caller) {
        Meeting meeting = findMeeting(viewed, session);
        return depth == Depth.REMEDIES
                ? slots.runInSlot(caller.account(), () -> explain(viewed, meeting, depth))
                : explain(viewed, meeting, depth);
    }

    private ExplanationView explain(ViewedTimetable viewed, Meeting meeting, Depth depth) {
        var names = nameResolverFactory
                .names(viewed.problem(), viewed.students())
                .withTimetable(viewed.timetable().value());
        Texts texts = requestTexts.texts(viewed.language()).withNames(names);
        RoomId room = meeting.roomId();
        var formatter = new SeatCandidateFormatter(texts);
        MeetingWishes wishes = workbenches.open(viewed.plan().id()).workbench().wishesOf(meeting);
        return new ExplanationView(
                meeting.sessionId(),
                names.titleWithGroups(meeting),
                List.copyOf(meeting.time().dates()),
                meeting.start(),
                meeting.end(),
                room,
                room == null ? "" : names.nameOf(room),
                rules(viewed, meeting, texts),
                wishes.unmet().stream()
                        .map(one -> new UnmetWishView(one.wish().rule(), one.cost(), formatter.describe(one)))
                        .toList(),
                seatReports(viewed, meeting, depth).stream()
                        .map(seat -> seat(viewed, seat, wishes, depth, formatter, names::nameOf))
                        .toList());
    }

    private List<SeatCandidateReport> seatReports(ViewedTimetable viewed, Meeting meeting, Depth depth) {
        StaffingProofs proofs = planning.staffingProofs();
        Problem problem = viewed.problem().value();
        Timetable timetable = viewed.timetable().value();
        return depth == Depth.REMEDIES
                ? proofs.explainMeetingWithCounterfactuals(problem, timetable, meeting.sessionId())
                : proofs.explainMeeting(problem, timetable, meeting.sessionId());
    }

    private Meeting findMeeting(ViewedTimetable viewed, String session) {
        var numbered = nameResolverFactory.numberedIds(viewed.problem(), viewed.timetable());
        boolean hasIds = viewed.students() == StudentNaming.NAMES;
        return viewed.timetable().value().meetings().stream()
                .filter(one -> (hasIds && one.sessionId().value().equals(session))
                        || numbered.of(one.sessionId()).equals(session))
                .findFirst()
                .orElseThrow(() -> RefusalException.of(HttpStatus.NOT_FOUND, "views.not-in-timetable", session));
    }

    private List<CheckedRuleView> rules(ViewedTimetable viewed, Meeting meeting, Texts texts) {
        SessionId session = meeting.sessionId();
        var formatter = new PlanStatusFormatter(texts);
        List<LocatedFault> everywhere =
                faults.find(viewed.problem(), viewed.timetable()).all();
        Map<String, List<LocatedFault>> broken = everywhere.stream()
                .filter(one -> one.isIn(session))
                .collect(Collectors.groupingBy(
                        one -> one.fault().violation().rule(), LinkedHashMap::new, Collectors.toList()));
        Set<String> ofTime = new LinkedHashSet<>(OF_TIME);
        ofTime.addAll(staffRules(meeting, everywhere, broken.keySet()));
        if (!meeting.groupIds().isEmpty() || !meeting.studentIds().isEmpty()) {
            ofTime.addAll(OF_STUDENTS);
        }
        List<String> ofRoom = meeting.roomId() == null ? List.of() : OF_ROOM;
        var all = new ArrayList<CheckedRuleView>();
        ofTime.forEach(rule -> all.add(rule(rule, Aspect.TIME, broken, texts, formatter)));
        ofRoom.forEach(rule -> all.add(rule(rule, Aspect.ROOM, broken, texts, formatter)));
        broken.keySet().stream()
                .filter(rule -> !ofTime.contains(rule) && !ofRoom.contains(rule))
                .forEach(rule -> all.add(
                        rule(rule, rule.equals(MISSING_ROOM) ? Aspect.ROOM : Aspect.OTHER, broken, texts, formatter)));
        return all;
    }

    /**
     * Returns the rules on staff that the meeting breaks or keeps. A rule that a holder breaks elsewhere is left out: a rest or a way that is too short
     * is located in the later of two meetings, so that the earlier one may be the reason.
     */
    private static List<String> staffRules(Meeting meeting, List<LocatedFault> everywhere, Set<String> broken) {
        Set<Object> holders = meeting.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .collect(Collectors.toSet());
        Set<String> brokenElsewhere = everywhere.stream()
                .map(one -> one.fault().violation())
                .filter(violation -> violation.arguments().stream().limit(1).anyMatch(holders::contains))
                .map(RuleViolation::rule)
                .collect(Collectors.toSet());
        return Stream.concat(
                        OF_STAFF.stream()
                                .filter(rule -> broken.contains(rule)
                                        || (!holders.isEmpty() && !brokenElsewhere.contains(rule))),
                        OF_DATES.stream().filter(broken::contains))
                .toList();
    }

    private static CheckedRuleView rule(
            String rule,
            Aspect aspect,
            Map<String, List<LocatedFault>> broken,
            Texts texts,
            PlanStatusFormatter formatter) {
        List<LocatedFault> there = broken.getOrDefault(rule, List.of());
        String name = text(texts, "rule." + rule + ".name", rule);
        return new CheckedRuleView(
                rule,
                name,
                text(texts, "rule." + rule + ".sentence", name),
                aspect,
                there.isEmpty() ? null : there.getFirst().fault().violation().level(),
                there.stream().map(one -> formatter.describe(one.fault())).toList());
    }

    private static String text(Texts texts, String key, String otherwise) {
        return texts.has(key) ? texts.text(key) : otherwise;
    }

    private ExplainedSeatView seat(
            ViewedTimetable viewed,
            SeatCandidateReport seat,
            MeetingWishes wishes,
            Depth depth,
            SeatCandidateFormatter formatter,
            Function<Object, String> names) {
        return new ExplainedSeatView(
                seat.position(),
                formatter.role(seat),
                formatter.heading(seat),
                seat.holder(),
                formatter.elsewhere(seat),
                seat.candidates().stream()
                        .map(one -> candidate(seat, one, wishes, formatter, names))
                        .toList(),
                depth == Depth.REMEDIES && seat.isOpenToNobody()
                        ? remedies(
                                planning.staffingProofs()
                                        .findRemedies(
                                                viewed.problem().value(),
                                                viewed.timetable().value(),
                                                seat.session(),
                                                seat.position()),
                                new RemedyFormatter(formatter.texts()))
                        : null);
    }

    private static ExplainedCandidateView candidate(
            SeatCandidateReport seat,
            SeatCandidateReport.Candidate one,
            MeetingWishes wishes,
            SeatCandidateFormatter formatter,
            Function<Object, String> names) {
        List<String> against = formatter.objections(one);
        return new ExplainedCandidateView(
                one.person(),
                names.apply(one.person()),
                against.isEmpty(),
                against.isEmpty()
                        ? wishes.cost(seat.position() - 1, one.person()).orElse(null)
                        : null,
                against,
                new RemedyFormatter(formatter.texts()).describe(one.toLift()));
    }

    private static RemediesView remedies(RemedyReport report, RemedyFormatter formatter) {
        return new RemediesView(
                report.remedies().stream()
                        .map(one -> new RemedyView(
                                formatter.describe(one), one.cost(), formatter.agreement(one), formatter.changes(one)))
                        .toList(),
                report.tried(),
                report.isLimited(),
                formatter.remarks(report));
    }
}
