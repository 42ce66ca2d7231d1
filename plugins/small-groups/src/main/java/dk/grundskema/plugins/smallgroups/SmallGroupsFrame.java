package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.ExcusedStudents;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import dk.grundskema.solver.spi.toolkit.Windows;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.DayOfWeek;
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
            @Nullable ExcusedStudents outside,
            List<Candidate> candidates) {}

    final Intervention<SmallGroupsParameters> intervention;
    final SmallGroupsParameters parameters;
    final Problem problem;
    final FreeTime free;
    final SortedSet<IsoWeek> weeks;
    private final SortedSet<IsoWeek> schoolWeeks;

    SmallGroupsFrame(Intervention<SmallGroupsParameters> intervention, Problem problem, List<DateSpan> interruptions) {
        this.intervention = intervention;
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.free = new FreeTime(problem);
        this.schoolWeeks = PlannedWeeks.of(problem, null, problem.horizon().weeks(), interruptions);
        this.weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), interruptions);
    }

    /** In the order of their names; candidates whom the problem doesn't know are left out. */
    List<Pool> pools() {
        Map<String, Pool> pools = new TreeMap<>();
        for (Candidate one : parameters.candidates()) {
            Student student = problem.student(one.studentId()).orElse(null);
            if (student != null) {
                Pool own = pool(one, student);
                pools.computeIfAbsent(own.name(), any -> own).candidates().add(one);
            }
        }
        var byLevel = Comparator.comparing((Candidate one) -> Words.plain(one.area()))
                .thenComparingInt(Candidate::level)
                .thenComparing(Candidate::studentId);
        pools.values().forEach(pool -> pool.candidates().sort(byLevel));
        return List.copyOf(pools.values());
    }

    private Pool pool(Candidate one, Student student) {
        SiteId site = problem.siteOr(student.site());
        var name = new StringBuilder(Words.idPart(one.subject())).append('/').append(site);
        if (student.school() != null) {
            name.append('/').append(student.school());
        }
        for (int i = 0; i < parameters.outside().size(); i++) {
            ExcusedStudents outside = parameters.outside().get(i);
            if (outside.studentIds().contains(one.studentId())) {
                return new Pool(name + "/outside-" + (i + 1), one.subject(), site, outside, new ArrayList<>());
            }
        }
        return new Pool(name.toString(), one.subject(), site, null, new ArrayList<>());
    }

    /** Who may teach a pool's groups: trained in the subject from the first day to the last. */
    List<Tutor> tutors(Pool pool) {
        var first = weeks.first().date(DayOfWeek.MONDAY);
        var last = weeks.last().date(DayOfWeek.FRIDAY);
        return parameters.tutors().stream()
                .filter(one -> one.isTrained(pool.subject(), first, last))
                .toList();
    }

    /** How many groups a pool can have at most: by its candidates, its tutors, and what the planner gives. */
    int groups(Pool pool) {
        int each = parameters.sessionsPerWeek();
        int times = times(pool).size();
        long most = tutors(pool).stream()
                .mapToInt(one -> one.mostSessionsPerWeek() == null ? times : one.mostSessionsPerWeek())
                .map(sessions -> (sessions + each - 1) / each)
                .sum();
        most = Math.min(most, pool.candidates().size() / parameters.smallest());
        Integer given = parameters.mostGroups();
        return (int) Math.max(1, given == null ? most : Math.min(most, given));
    }

    /** When a pool's groups may meet: usable times at which enough of its candidates for a group can come. */
    List<MeetingTime> times(Pool pool) {
        int enough = Math.min(parameters.smallest(), pool.candidates().size());
        var times = UsableTime.times(parameters.usable(), parameters.sessionMinutes(), weeks, problem);
        return times.stream().filter(time -> comers(pool, time) >= enough).toList();
    }

    private long comers(Pool pool, MeetingTime time) {
        return pool.candidates().stream()
                .filter(one -> canCome(one, pool, time))
                .count();
    }

    /** Whether a candidate of a pool can come at a time. */
    boolean canCome(Candidate one, Pool pool, MeetingTime time) {
        return pool.outside() != null ? free.isThere(one.studentId(), time) : free.isFree(one.studentId(), time);
    }

    /** The three changes of usable time that would let most of some candidates come. */
    void tellWhatWouldHelp(List<Candidate> some, String subject, FindingList findings) {
        var who = some.stream().map(Candidate::studentId).toList();
        int minutes = parameters.sessionMinutes();
        var best = Windows.best(who, parameters.usable(), minutes, weeks, free, problem, 3);
        Windows.tell(best, findings, "usable", subject);
    }

    /** When a talk may be held: in the last school week before, in the middle, in the first school week after. */
    List<MeetingTime> talkTimes(String phase) {
        SortedSet<IsoWeek> before = schoolWeeks.headSet(weeks.first());
        SortedSet<IsoWeek> after = schoolWeeks.tailSet(weeks.last().plus(1));
        IsoWeek week = switch (phase) {
            case "before" -> before.isEmpty() ? weeks.first() : before.last();
            case "during" -> List.copyOf(weeks).get(weeks.size() / 2);
            default -> after.isEmpty() ? weeks.last() : after.first();
        };
        var one = new TreeSet<>(List.of(week));
        return UsableTime.times(parameters.usable(), parameters.talkMinutes(), one, problem);
    }
}
