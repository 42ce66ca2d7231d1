package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The students who take part in a band, round by round, for validation and expansion. */
final class BandStudents {
    private final Problem problem;
    private final List<StudentId> all;
    /** Weeks in which a student is in one of the classes and at school. */
    private final Map<StudentId, Set<IsoWeek>> weeks = new HashMap<>();

    private final Map<StudentId, List<Interval>> away = new HashMap<>();

    BandStudents(WorkshopBandParameters band, Problem problem) {
        this.problem = problem;
        var homes = new HomeClasses(problem);
        this.all = homes.members(band.classes(), List.of(), band.without());
        for (StudentId student : all) {
            weeks.put(student, homes.weeks(student, band.classes(), List.of()));
            problem.student(student)
                    .ifPresent(one -> away.put(student, one.availability().unavailableIntervals(problem.horizon())));
        }
    }

    /** Returns the students of the classes in any week, each once. */
    List<StudentId> all() {
        return all;
    }

    /** Returns the students who are in one of the classes in the week of a round and not away from all its times. */
    List<StudentId> in(BandRound round) {
        return all.stream()
                .filter(one -> round.times().stream().anyMatch(time -> isThere(one, time)))
                .toList();
    }

    private boolean isThere(StudentId student, MeetingTime time) {
        Set<IsoWeek> own = Objects.requireNonNull(weeks.get(student));
        return time.weeks().stream()
                .filter(own::contains)
                .map(week -> time.interval(week, problem.horizon().zone()))
                .anyMatch(interval -> away.getOrDefault(student, List.of()).stream()
                        .noneMatch(one -> one.start() <= interval.start() && interval.end() <= one.end()));
    }

    /** Returns the largest number of students in a round; 0 without rounds. */
    int most(List<BandRound> rounds) {
        return rounds.stream().mapToInt(round -> in(round).size()).max().orElse(0);
    }
}
