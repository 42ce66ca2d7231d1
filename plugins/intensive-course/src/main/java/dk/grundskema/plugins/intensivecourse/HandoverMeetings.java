package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handovers from an intervention to the students' own classes: one meeting of the kind {@code handover} per class, with a staff member of the
 * intervention and a teacher of the class.
 */
final class HandoverMeetings {
    private static final String KIND = "handover";

    private HandoverMeetings() {}

    /** Adds the warning {@code <plugin>.no-class-teacher} for each class without a teacher, with the class. */
    static void check(Collection<GroupId> classes, Problem problem, FindingCollector findings, String place) {
        var lessons = LessonsByPerson.of(problem);
        classes.forEach(home -> findings.warnIf(lessons.teachers(home).isEmpty(), "no-class-teacher", place, home));
    }

    /**
     * Adds a handover for each class, with the id {@code <intervention>/handover/<class>}, the text {@code title.handover} with the class's name,
     * and two required seats: one with {@code role} for a staff member of the intervention, one {@code class-teacher}.
     *
     * @param at    the site; {@code null} means the problem's first
     * @param times possible times; if empty, nothing is added
     * @param role  role of the staff member of the intervention
     * @param from  candidates for that role
     */
    static void add(
            DemandBuilder draft,
            PluginTexts texts,
            Problem problem,
            @Nullable SiteId at,
            Collection<GroupId> classes,
            List<MeetingTime> times,
            String role,
            List<StaffId> from) {
        var lessons = LessonsByPerson.of(problem);
        for (GroupId home : times.isEmpty() ? List.<GroupId>of() : classes) {
            String name = problem.group(home).map(Group::name).orElse(home.value());
            var meeting = draft.sessionAt(at, KIND, texts.text("title.handover", name), home);
            Session session = draft.add(meeting.times(times));
            draft.addSeat(role, true, from, session);
            draft.addSeat("class-teacher", true, List.copyOf(lessons.teachers(home)), session);
        }
    }

    /** Adds the ask {@code handover} that each class has a handover with all seats filled; reason {@code no-handover}. */
    static void askForHandovers(
            FidelityReportBuilder asks, AskOrigin origin, Collection<GroupId> classes, FinishedIntervention finished) {
        var tally = asks.tally(KIND, origin, "classes");
        for (GroupId home : classes) {
            boolean isHeld =
                    finished.meetings(KIND, home.value()).stream().anyMatch(FinishedIntervention::isFullyStaffed);
            tally.addPlace(isHeld, asks.reason("no-handover"), home);
        }
        tally.finish();
    }
}
