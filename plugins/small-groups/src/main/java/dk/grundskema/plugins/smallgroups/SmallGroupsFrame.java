package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One intervention in its problem: its weeks, who can come together in a group, when and with whom. */
final class SmallGroupsFrame {
    /**
     * Candidates who may be in one group: of one school and subject, and under the same decision about lessons.
     *
     * @param name       a part of ids
     * @param outside    decision by which they may miss lessons; {@code null} means that they may not
     * @param candidates in the order of area and level, so that neighbours fit together
     */
    record Pool(
            String name,
            String subject,
            SiteId site,
            @Nullable OutsideDecision outside,
            List<Candidate> candidates) {}

    final Intervention<SmallGroupsParameters> intervention;
    final SmallGroupsParameters parameters;
    final Problem problem;
    final SortedSet<IsoWeek> schoolWeeks;
    final SortedSet<IsoWeek> weeks;

    SmallGroupsFrame(Intervention<SmallGroupsParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        this.intervention = intervention;
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.schoolWeeks = PlannedWeeks.of(problem, null, problem.horizon().weeks(), interruptions);
        this.weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), interruptions);
    }

    /** In the order of their names; candidates whom the problem doesn't know are left out. */
    List<Pool> pools() {
        Map<String, Pool> pools = new TreeMap<>();
        for (Candidate one : parameters.candidates()) {
            problem.student(one.studentId()).ifPresent(student -> {
                Pool own = pool(one, student);
                pools.computeIfAbsent(own.name(), any -> own).candidates().add(one);
            });
        }
        pools.values()
                .forEach(pool -> pool.candidates()
                        .sort(Comparator.comparing((Candidate one) -> Words.plain(one.area()))
                                .thenComparing(Candidate::level)
                                .thenComparing(Candidate::studentId)));
        return List.copyOf(pools.values());
    }

    private Pool pool(Candidate one, Student student) {
        SiteId site = problem.siteOr(student.site());
        String school = student.school() == null ? "" : "/" + student.school();
        OutsideDecision outside = decisionFor(one.studentId());
        String decided =
                outside == null ? "" : "/outside-" + (parameters.outside().indexOf(outside) + 1);
        String subject = Words.plain(one.subject()).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return new Pool(subject + "/" + site + school + decided, one.subject(), site, outside, new ArrayList<>());
    }

    private @Nullable OutsideDecision decisionFor(StudentId student) {
        return parameters.outside().stream()
                .filter(one -> one.studentIds().contains(student))
                .findFirst()
                .orElse(null);
    }

    /** Who may teach a pool's groups: trained in the subject from the first day to the last. */
    List<Tutor> tutors(Pool pool) {
        return parameters.tutors().stream()
                .filter(one -> one.subjects().isEmpty() || Words.isAmong(one.subjects(), pool.subject()))
                .filter(one -> isTrainedThroughout(one))
                .toList();
    }

    boolean isTrainedThroughout(Tutor tutor) {
        LocalDate from = tutor.trainedFrom();
        LocalDate until = tutor.trainedUntil();
        return weeks.isEmpty()
                || ((from == null || !from.isAfter(weeks.first().date(DayOfWeek.MONDAY)))
                        && (until == null || !until.isBefore(weeks.last().date(DayOfWeek.FRIDAY))));
    }

    /** How many groups a pool can have at most: by its candidates, by its tutors, and by what the planner gives. */
    int groups(Pool pool) {
        int each = parameters.sessionsPerWeek();
        long most = pool.candidates().size() / parameters.smallest();
        most = Math.min(most, tutorGroups(pool));
        if (parameters.mostGroups() != null) {
            most = Math.min(most, parameters.mostGroups());
        }
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            long minutes = (long) each * (parameters.sessionMinutes() + parameters.preparationMinutes());
            most = Math.min(most, (Math.round(hours * 60) + minutes - 1) / minutes);
        }
        return (int) Math.max(1, most);
    }

    private long tutorGroups(Pool pool) {
        int each = parameters.sessionsPerWeek();
        int times = times(pool).size();
        return tutors(pool).stream()
                .mapToInt(one -> one.mostSessionsPerWeek() == null ? times : one.mostSessionsPerWeek())
                .map(sessions -> (sessions + each - 1) / each)
                .sum();
    }

    /** When a pool's groups may meet. */
    List<MeetingTime> times(Pool pool) {
        return UsableTime.times(parameters.usable(), parameters.sessionMinutes(), weeks, problem);
    }

    /** When a talk may be held: in the last school week before, in the middle, in the first school week after. */
    List<MeetingTime> talkTimes(String phase) {
        IsoWeek middle = List.copyOf(weeks).get(weeks.size() / 2);
        SortedSet<IsoWeek> before = schoolWeeks.headSet(weeks.first());
        SortedSet<IsoWeek> after = schoolWeeks.tailSet(weeks.last().plus(1));
        IsoWeek week = switch (phase) {
            case "before" -> before.isEmpty() ? weeks.first() : before.last();
            case "during" -> middle;
            default -> after.isEmpty() ? weeks.last() : after.first();
        };
        return UsableTime.times(parameters.usable(), parameters.talkMinutes(), new TreeSet<>(List.of(week)), problem);
    }

    /** Where a pool's groups may meet: in the named rooms of the school, or in all its classrooms. */
    List<RoomId> rooms(Pool pool) {
        return problem.rooms().stream()
                .filter(room -> problem.siteOr(room.site()).equals(pool.site()))
                .filter(room -> parameters.rooms().isEmpty()
                        ? room.kind().equals("classroom")
                        : parameters.rooms().contains(room.id()))
                .map(Room::id)
                .toList();
    }

    /** Who teaches some of a pool's candidates the subject. */
    List<StaffId> teachers(Pool pool) {
        return List.of();
    }
}
