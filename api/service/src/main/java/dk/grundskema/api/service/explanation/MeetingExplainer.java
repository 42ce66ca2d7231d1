package dk.grundskema.api.service.explanation;

import dk.grundskema.api.planning.PlanNameResolver.StudentNaming;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.RemedyFormatter;
import dk.grundskema.api.planning.SeatCandidateFormatter;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.api.planning.explanation.CheckedRule;
import dk.grundskema.api.planning.explanation.ExplainedMeeting;
import dk.grundskema.api.planning.explanation.LocatedPlanFault;
import dk.grundskema.api.planning.explanation.MeetingExplanationFormatter;
import dk.grundskema.api.planning.explanation.TriedChange;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.SlowRequestSlots;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.explanation.ExplanationViews.CheckedRuleView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplainedCandidateView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplainedMemberView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplainedSeatView;
import dk.grundskema.api.service.explanation.ExplanationViews.ExplanationView;
import dk.grundskema.api.service.explanation.ExplanationViews.RemediesView;
import dk.grundskema.api.service.explanation.ExplanationViews.TriedChangeView;
import dk.grundskema.api.service.explanation.ExplanationViews.UnmetWishView;
import dk.grundskema.api.service.plan.NameResolverFactory;
import dk.grundskema.api.service.plan.history.PlanFaultCache;
import dk.grundskema.api.service.timetable.ViewedTimetable;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.MeetingWishes;
import dk.grundskema.solver.proof.SeatCandidateReport;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Explains meetings: which rules their times and rooms keep, what speaks against each other person in a seat, and what would help. */
@Component
class MeetingExplainer {
    private final PluginPlanningFacade planning;
    private final PlanFaultCache faults;
    private final PresentStaffing present;
    private final NameResolverFactory nameResolverFactory;
    private final RequestTexts requestTexts;
    private final WorkbenchCache workbenches;
    private final SlowRequestSlots slots;

    MeetingExplainer(
            PluginPlanningFacade planning,
            PlanFaultCache faults,
            PresentStaffing present,
            NameResolverFactory nameResolverFactory,
            RequestTexts requestTexts,
            WorkbenchCache workbenches,
            SlowRequestSlots slots) {
        this.planning = planning;
        this.faults = faults;
        this.present = present;
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
        ExplainedMeeting explained = explain(viewed, meeting);
        MeetingWishes wishes = explained.wishes();
        var explanations = new MeetingExplanationFormatter(texts);
        return new ExplanationView(
                meeting.sessionId(),
                names.titleWithGroups(meeting),
                List.copyOf(meeting.time().dates()),
                meeting.start(),
                meeting.end(),
                room,
                room == null ? "" : names.nameOf(room),
                explained.rules().stream().map(rule -> rule(rule, explanations)).toList(),
                tried(explained.times(), explanations),
                tried(explained.rooms(), explanations),
                wishes.unmet().stream()
                        .map(one -> new UnmetWishView(one.wish().rule(), one.cost(), formatter.describe(one)))
                        .toList(),
                seatReports(viewed, meeting, depth).stream()
                        .map(seat -> seat(viewed, seat, wishes, depth, formatter, names::nameOf))
                        .toList(),
                explained.members().stream()
                        .map(member -> new ExplainedMemberView(
                                explanations.describe(member), member.isLocked(), tried(member.others(), explanations)))
                        .toList());
    }

    private List<SeatCandidateReport> seatReports(ViewedTimetable viewed, Meeting meeting, Depth depth) {
        StaffingProofs proofs = planning.staffingProofs();
        Problem problem = present.problemOf(viewed);
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

    private ExplainedMeeting explain(ViewedTimetable viewed, Meeting meeting) {
        List<LocatedPlanFault> everywhere = Stream.concat(
                        faults.find(viewed.problem(), viewed.timetable()).all().stream()
                                .map(one -> new LocatedPlanFault(one.fault(), one.places())),
                        present.faultsOf(viewed, meeting).stream())
                .toList();
        return ExplainedMeeting.of(
                viewed.problem().value(),
                meeting,
                everywhere,
                workbenches.open(viewed.plan().id()).workbench().optionsOf(meeting));
    }

    /** Returns what an explanation depends on besides the timetable: equal texts mean equal explanations. */
    String dependencies(ViewedTimetable viewed) {
        return present.stateOf(viewed);
    }

    private static CheckedRuleView rule(CheckedRule rule, MeetingExplanationFormatter formatter) {
        List<PlanFault> there = rule.broken();
        return new CheckedRuleView(
                rule.rule(),
                formatter.name(rule.rule()),
                formatter.sentence(rule),
                rule.aspect(),
                there.isEmpty() ? null : there.getFirst().violation().level(),
                formatter.broken(rule));
    }

    private static List<TriedChangeView> tried(List<TriedChange> changes, MeetingExplanationFormatter formatter) {
        return changes.stream()
                .map(change -> new TriedChangeView(
                        formatter.describe(change), change.broken(), change.mended(), change.wishes()))
                .toList();
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
                        ? RemediesView.of(
                                planning.staffingProofs()
                                        .findRemedies(
                                                present.problemOf(viewed),
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
}
