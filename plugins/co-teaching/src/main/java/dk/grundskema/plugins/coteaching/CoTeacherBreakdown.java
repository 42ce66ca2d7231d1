package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Column;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists for each co-teacher the hours of the fullest week against the budget, and the classes.
 *
 * @param parameters the parameters
 * @param finished   the finished co-teaching
 */
record CoTeacherBreakdown(CoTeachingParameters parameters, FinishedCoTeaching finished) {
    Breakdown breakdown() {
        var lines = new ArrayList<Line>();
        parameters.pool().forEach(one -> lines.add(line(one)));
        return new Breakdown(
                "co-teaching.people",
                "co-teaching.people.person",
                List.of(
                        new Column("co-teaching.people.lessons", true),
                        new Column("co-teaching.people.budget", true),
                        new Column("co-teaching.people.classes", false)),
                lines);
    }

    private Line line(CoTeacher one) {
        long most = 0;
        long budget = 0;
        boolean isOver = false;
        for (IsoWeek week : finished.hours().fullestWeeks()) {
            long minutes = finished.hours().minutesOf(week).getOrDefault(one.staffId(), 0L);
            isOver |= minutes > finished.hours().budget(one, week);
            if (minutes >= most) {
                most = minutes;
                budget = finished.hours().budget(one, week);
            }
        }
        var classes = classes(one.staffId());
        return new Line(
                one.staffId(),
                isOver ? Ask.Status.SHORT : Ask.Status.MET,
                List.of(
                        Phrase.of("co-teaching.lessons", LessonCountConverter.fromMinutes(most, parameters)),
                        Phrase.of("co-teaching.lessons", LessonCountConverter.fromMinutes(budget, parameters)),
                        classes.isEmpty() ? Phrase.NONE : Phrase.of("co-teaching.people.in", List.copyOf(classes))),
                List.of(),
                List.of());
    }

    private Set<GroupId> classes(StaffId who) {
        Set<GroupId> classes = new LinkedHashSet<>();
        for (FinishedPattern pattern : finished.patterns()) {
            if (CoTeachingQualityFidelity.coTeachers(pattern).contains(who)) {
                classes.add(pattern.need().groupId());
            }
        }
        return classes;
    }
}
