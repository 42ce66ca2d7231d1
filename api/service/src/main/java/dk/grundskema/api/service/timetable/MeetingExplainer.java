package dk.grundskema.api.service.timetable;

import dk.grundskema.api.planning.PlanNameResolver.StudentNaming;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.SeatCandidateFormatter;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.history.LocatedFaults.LocatedFault;
import dk.grundskema.api.service.plan.history.PlanFaultCache;
import dk.grundskema.api.service.timetable.ExplanationViews.Aspect;
import dk.grundskema.api.service.timetable.ExplanationViews.CheckedRuleView;
import dk.grundskema.api.service.timetable.ExplanationViews.ExplainedCandidateView;
import dk.grundskema.api.service.timetable.ExplanationViews.ExplainedSeatView;
import dk.grundskema.api.service.timetable.ExplanationViews.ExplanationView;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Meeting;
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

/** Explains meetings: which rules their times and rooms keep, and what speaks against each other person in a seat. */
@Component
class MeetingExplainer {
    private static final List<String> OF_TIME = List.of("core.asked-time", "core.asked-length", "core.closed-day");
    private static final List<String> OF_STAFF = List.of(
            "core.person-in-two-places",
            "core.staff-unavailable",
            "core.travel-time",
            "core.daily-rest",
            "core.weekly-rest");
    private static final List<String> OF_STUDENTS = List.of("core.student-in-two-places", "core.student-unavailable");
    private static final List<String> OF_ROOM =
            List.of("core.room-kind", "core.room-capacity", "core.room-unavailable", "core.room-in-two-places");
    private static final String MISSING_ROOM = "core.missing-room";

    private final PluginPlanningFacade planning;
    private final PlanFaultCache faults;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;

    MeetingExplainer(
            PluginPlanningFacade planning,
            PlanFaultCache faults,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts) {
        this.planning = planning;
        this.faults = faults;
        this.nameResolverFactory = nameResolverFactory;
        this.requestTexts = requestTexts;
    }

    /**
     * Explains a meeting.
     *
     * @param viewed  the timetable, with the naming of students
     * @param session id of the session; with numbers instead of students' ids if the caller may not see students
     * @throws RefusalException 404 if the timetable has no such meeting
     */
    ExplanationView explain(ViewedTimetable viewed, String session) {
        Meeting meeting = findMeeting(viewed, session);
        var names = nameResolverFactory
                .names(viewed.problem(), viewed.students())
                .withTimetable(viewed.timetable().value());
        Texts texts = requestTexts.texts(viewed.language()).withNames(names);
        RoomId room = meeting.roomId();
        return new ExplanationView(
                meeting.sessionId(),
                names.titleWithGroups(meeting),
                List.copyOf(meeting.time().dates()),
                meeting.start(),
                meeting.end(),
                room,
                room == null ? "" : names.nameOf(room),
                rules(viewed, meeting, texts),
                planning
                        .staffingProofs()
                        .explainMeeting(
                                viewed.problem().value(), viewed.timetable().value(), meeting.sessionId())
                        .stream()
                        .map(seat -> seat(seat, new SeatCandidateFormatter(texts), names::nameOf))
                        .toList());
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
        return OF_STAFF.stream()
                .filter(rule -> broken.contains(rule) || (!holders.isEmpty() && !brokenElsewhere.contains(rule)))
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

    private static ExplainedSeatView seat(
            SeatCandidateReport seat, SeatCandidateFormatter formatter, Function<Object, String> names) {
        return new ExplainedSeatView(
                seat.position(),
                formatter.role(seat),
                formatter.heading(seat),
                seat.holder(),
                seat.candidates().stream()
                        .map(one -> candidate(one, formatter, names))
                        .toList());
    }

    private static ExplainedCandidateView candidate(
            SeatCandidateReport.Candidate one, SeatCandidateFormatter formatter, Function<Object, String> names) {
        List<String> against = formatter.objections(one);
        return new ExplainedCandidateView(one.person(), names.apply(one.person()), against.isEmpty(), against);
    }
}
