package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.CommonTime;
import dk.grundskema.solver.spi.toolkit.DemandDraft;
import dk.grundskema.solver.spi.toolkit.Places;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What peer learning needs: each set's lessons, held for all its students at once, and its pairs. */
final class PeerExpansion {
    /** What a lesson in pairs is in a timetable. */
    static final String KIND = "peer-learning";

    private final PeerLearningParameters parameters;
    private final Problem problem;
    private final CommonTime common;

    PeerExpansion(Intervention<PeerLearningParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        this.parameters = intervention.parameters();
        this.problem = problem;
        var weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), interruptions);
        this.common = new CommonTime(problem, weeks, parameters.minutes());
    }

    static Demand of(Intervention<PeerLearningParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        var expansion = new PeerExpansion(intervention, problem, interruptions);
        var draft = new DemandDraft(intervention, problem);
        var texts = PluginTexts.beside(PeerExpansion.class, problem.language());
        for (Roster roster : Roster.of(intervention.parameters(), problem)) {
            String set = roster.set().id();
            String title = texts.orText(roster.set().title(), "title.kind." + KIND);
            expansion.lessons(roster, title, draft);
            draft.grouping(roster.pairing()
                    .grouping(intervention, set, number -> texts.text("title.pair", title, set, number)));
        }
        return draft.demand();
    }

    private void lessons(Roster roster, String title, DemandDraft draft) {
        PeerSet set = roster.set();
        List<MeetingTime> times = times(roster);
        for (int number = 1; number <= parameters.lessonsPerWeek() && !times.isEmpty(); number++) {
            Session.Builder session = draft.session(KIND, title, set.id(), number)
                    .form(set.form().name().toLowerCase(Locale.ROOT))
                    .times(times)
                    .rooms(rooms(roster));
            if (set.without().isEmpty()) {
                session.groups(both(set.classes(), set.tutorClasses())).students(both(set.students(), set.tutors()));
            } else {
                session.students(roster.all());
            }
            if (set.isInside()) {
                draft.add(session.inside(common.lessonIds(roster.all(), CommonTime.taught(set.subjects()))));
            } else {
                draft.seat("supervisor", true, supervisors(), draft.add(session));
            }
        }
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private List<StaffId> supervisors() {
        return parameters.supervisors().isEmpty()
                ? problem.staff().stream().map(StaffMember::id).toList()
                : parameters.supervisors();
    }

    /** When students have which lessons, and when they are free. */
    CommonTime common() {
        return common;
    }

    /** Times at which a set can meet, each with the weeks in which it can, in the order of the week. */
    List<MeetingTime> times(Roster roster) {
        PeerSet set = roster.set();
        return set.isInside()
                ? common.inside(roster.all(), CommonTime.taught(set.subjects()), set.isInOwnRooms())
                : common.outside(roster.all(), parameters.usable());
    }

    /** Rooms to choose from that hold a set; empty means that it needs none beside its own classrooms, or that none is large enough. */
    List<RoomId> rooms(Roster roster) {
        PeerSet set = roster.set();
        return set.isInOwnRooms()
                ? List.of()
                : Places.rooms(problem, set.rooms(), roster.all().size());
    }
}
