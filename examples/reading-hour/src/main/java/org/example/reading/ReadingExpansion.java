package org.example.reading;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;

/** What reading hours need: a session for each time a week, with a room and an adult. */
final class ReadingExpansion {
    static final String HOUR = "hour";

    private ReadingExpansion() {}

    static Demand of(Intervention<ReadingParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        ReadingParameters reading = intervention.parameters();
        var demand = new DemandBuilder(intervention, problem);
        var texts = PluginTexts.ofPlugin(ReadingPlugin.class, problem.language());
        var weeks = PlannedWeeks.of(problem, null, problem.horizon().weeks(), interruptions);
        for (int number = 1; number <= reading.timesAWeek(); number++) {
            var hour = demand.add(demand.session(HOUR, texts.kindTitle(HOUR), number)
                    .times(UsableTime.times(reading.usable(), 60, weeks, problem))
                    .rooms(problem.rooms().stream().map(Room::id).toList())
                    .students(reading.students()));
            demand.addSeat("adult", true, problem.staff().stream().map(StaffMember::id).toList(), hour);
        }
        return demand.build();
    }
}
