package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Derives date by date which rounds a band must have and who must have a place in each of them, for check and report. Shares no code with the expansion.
 */
final class RequiredRounds {
    private final WorkshopBandParameters band;
    private final Problem problem;
    private final SortedMap<LocalDate, List<UsableTime>> dates = new TreeMap<>();
    private final SortedMap<String, Set<StudentId>> students = new TreeMap<>();

    RequiredRounds(WorkshopBandParameters band, Problem problem, List<DateSpan> interruptions) {
        this.band = band;
        this.problem = problem;
        var calendar = new RequiredWeeks(problem);
        for (IsoWeek week : calendar.of(band.firstWeek(), band.weeks(), interruptions)) {
            for (UsableTime part : band.band()) {
                for (DayOfWeek day : part.days()) {
                    LocalDate date = week.date(day);
                    if (calendar.isOpen(date)) {
                        dates.computeIfAbsent(date, fresh -> new ArrayList<>()).add(part);
                    }
                }
            }
        }
        for (Student student : problem.students()) {
            addRounds(student);
        }
        dates.keySet().forEach(date -> students.computeIfAbsent(roundOf(date), fresh -> new LinkedHashSet<>()));
    }

    /** Adds a student to the rounds on one of whose dates the student comes. */
    private void addRounds(Student student) {
        if (band.without().contains(student.id())) {
            return;
        }
        Set<LocalDate> school = datesInClasses(student);
        if (school.isEmpty()) {
            return;
        }
        List<Interval> away = student.availability().unavailableIntervals(problem.horizon());
        dates.forEach((date, parts) -> {
            boolean comes = school.contains(date)
                    && parts.stream().anyMatch(part -> !isCovered(away, date, part.start(), part.end(), problem));
            if (comes) {
                students.computeIfAbsent(roundOf(date), fresh -> new LinkedHashSet<>())
                        .add(student.id());
            }
        });
    }

    /** Returns the dates of the band on which some class of it has a student. */
    private Set<LocalDate> datesInClasses(Student student) {
        Set<LocalDate> own = new TreeSet<>();
        Set<LocalDate> anywhere = new TreeSet<>();
        boolean isListed = false;
        boolean isListedAtHome = false;
        for (Group group : problem.groups()) {
            for (GroupMember member : group.members()) {
                if (!member.studentId().equals(student.id())) {
                    continue;
                }
                isListed = true;
                isListedAtHome |= group.id().equals(student.classGroup());
                for (LocalDate date : dates.keySet()) {
                    if (member.weeks().isEmpty() || member.weeks().contains(IsoWeek.of(date))) {
                        anywhere.add(date);
                        if (band.classes().contains(group.id())) {
                            own.add(date);
                        }
                    }
                }
            }
        }
        boolean refersToClass = student.classGroup() != null && band.classes().contains(student.classGroup());
        if (refersToClass && !isListedAtHome) {
            own.addAll(isListed ? anywhere : dates.keySet());
        }
        return own;
    }

    /** Returns whether a student who is away at some times is away from a part of a date from start to end. */
    static boolean isCovered(List<Interval> away, LocalDate date, LocalTime from, LocalTime to, Problem problem) {
        var part = Interval.between(
                date.atTime(from), date.atTime(to), problem.horizon().zone());
        return away.stream().mapToLong(part::overlapMinutes).sum() == part.minutes();
    }

    /** Returns the id of a date's round: the week or the date. */
    String roundOf(LocalDate date) {
        return band.round() == RoundLength.DATE
                ? date.toString()
                : IsoWeek.of(date).toString();
    }

    /** Returns the parts of each date of the band, in order of time. */
    SortedMap<LocalDate, List<UsableTime>> dates() {
        return dates;
    }

    /** Returns the ids of all rounds, in order of time. */
    List<String> rounds() {
        return List.copyOf(students.keySet());
    }

    /** Returns who must have a place in a round; empty if there is no such round. */
    Set<StudentId> students(String round) {
        return students.getOrDefault(round, Set.of());
    }

    /** Returns who must have a place in some round, with the number of these rounds, in the problem's order. */
    Map<StudentId, Long> roundsByStudent() {
        Map<StudentId, Long> counts = new LinkedHashMap<>();
        for (Student student : problem.students()) {
            long rounds = students.values().stream()
                    .filter(some -> some.contains(student.id()))
                    .count();
            if (rounds > 0) {
                counts.put(student.id(), rounds);
            }
        }
        return counts;
    }
}
