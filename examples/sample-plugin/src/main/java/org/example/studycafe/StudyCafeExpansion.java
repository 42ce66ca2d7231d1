package org.example.studycafe;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;

/** What a café needs: a session for each time a week, with a room and a tutor. */
final class StudyCafeExpansion {
    static final String CAFE = "study-cafe";
    static final String TUTOR = "tutor";

    private StudyCafeExpansion() {}

    static Demand of(Intervention<StudyCafeParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        StudyCafeParameters cafe = intervention.parameters();
        var draft = new DemandBuilder(intervention, problem);
        var texts = PluginTexts.ofPlugin(StudyCafePlugin.class, problem.language());
        List<RoomId> rooms = problem.rooms().stream().map(Room::id).toList();
        List<StaffId> tutors = problem.staff().stream()
                .filter(one -> isQualified(one, cafe))
                .map(StaffMember::id)
                .toList();
        for (int number = 1; number <= cafe.timesAWeek(); number++) {
            Session session = draft.add(draft.session(CAFE, texts.kindTitle(CAFE), number)
                    .times(times(cafe, problem, interruptions))
                    .rooms(rooms)
                    .students(cafe.students()));
            draft.addSeat(TUTOR, true, tutors, session);
        }
        return draft.build();
    }

    /** In usable time, in all school weeks that nothing else interrupts. */
    static List<MeetingTime> times(StudyCafeParameters cafe, Problem problem, List<DateSpan> interruptions) {
        var weeks = PlannedWeeks.of(problem, null, problem.horizon().weeks(), interruptions);
        return UsableTime.times(cafe.usable(), cafe.minutes(), weeks, problem);
    }

    static boolean isQualified(StaffMember one, StudyCafeParameters cafe) {
        return cafe.skill() == null || one.skills().contains(cafe.skill());
    }
}
