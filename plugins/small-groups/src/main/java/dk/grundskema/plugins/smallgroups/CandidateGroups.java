package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The groups formed of candidates (see {@link CandidatePool}) and their meetings, read from the finished timetable. Used by checks and reports. */
final class CandidateGroups {
    private final FinishedIntervention finished;
    private final LessonsByPerson lessons;
    private final List<Candidate> candidates;
    private final String kind;
    private final String role;
    private final List<FormedGroup> formed;

    /**
     * @param finished   the finished intervention
     * @param lessons    lessons per person
     * @param candidates the candidates that groups were formed of
     * @param kind       kind of the groups' weekly sessions
     * @param role       role of the teacher in them
     */
    CandidateGroups(
            FinishedIntervention finished,
            LessonsByPerson lessons,
            Collection<Candidate> candidates,
            String kind,
            String role) {
        this.finished = finished;
        this.lessons = lessons;
        this.candidates = List.copyOf(candidates);
        this.kind = kind;
        this.role = role;
        this.formed = FormedGroup.of(finished);
    }

    /** Returns the groups with students, see {@link FormedGroup#of}. */
    List<FormedGroup> formed() {
        return formed;
    }

    /** Returns the candidates that groups were formed of. */
    List<Candidate> candidates() {
        return candidates;
    }

    /** Returns all meetings of the groups, each once. */
    List<Meeting> meetings() {
        return formed.stream()
                .flatMap(one -> one.meetings().stream())
                .distinct()
                .toList();
    }

    /** Returns the candidates in a group; of a student with several subjects only the candidate of the group's subject. */
    List<Candidate> members(FormedGroup group) {
        return candidates.stream()
                .filter(one -> group.members().contains(one.studentId()))
                .filter(one ->
                        WordMatcher.idPart(one.subject()).equals(group.parts().getFirst()))
                .toList();
    }

    /** Returns the group of each candidate who has one. */
    Map<Candidate, FormedGroup> groupByCandidate() {
        Map<Candidate, FormedGroup> placed = new LinkedHashMap<>();
        formed.forEach(group -> members(group).forEach(one -> placed.put(one, group)));
        return placed;
    }

    /** Returns the sum of the members' needs. */
    long totalNeed(FormedGroup group) {
        return members(group).stream().mapToLong(Candidate::need).sum();
    }

    /** Returns a group's weekly meetings that have a teacher. */
    List<Meeting> taughtMeetings(FormedGroup group) {
        return group.meetings(kind).stream()
                .filter(one -> !FinishedIntervention.staff(one, role).isEmpty())
                .toList();
    }

    /** Returns the number of weeks in which a group meets with a teacher. */
    long weekCount(FormedGroup group) {
        return taughtWeeks(group).size();
    }

    /** Returns the number of sessions of a group that have a teacher. The parts of a session that was split by date count as one. */
    long taughtSessionCount(FormedGroup group) {
        return taughtMeetings(group).stream().map(finished::idParts).distinct().count();
    }

    /**
     * Returns how many sessions of a length a group has a week: its dates with a teacher, divided by the weeks and rounded down. Dates that fall on
     * closed days while the group meets on other days of the week count as held.
     *
     * @param minutes length of a session in minutes
     * @param weeks   weeks in which the group should meet; if it meets in more, these count
     * @param closed  returns whether a date is closed
     */
    long weeklySessionCount(FormedGroup group, RequiredFigure minutes, int weeks, Predicate<LocalDate> closed) {
        Map<List<String>, List<Meeting>> sessions = taughtMeetings(group).stream()
                .filter(one -> minutes.contains(FinishedIntervention.minutes(one)))
                .collect(Collectors.groupingBy(finished::idParts));
        Set<IsoWeek> met = taughtWeeks(group);
        long dates = 0;
        for (List<Meeting> parts : sessions.values()) {
            for (IsoWeek week : met) {
                boolean isHeld = parts.stream().anyMatch(one -> one.weeks().contains(week));
                boolean isClosed = parts.stream().anyMatch(one -> closed.test(week.date(one.weekday())));
                dates += isHeld || isClosed ? 1 : 0;
            }
        }
        return dates / Math.max(1, Math.max(weeks, met.size()));
    }

    private Set<IsoWeek> taughtWeeks(FormedGroup group) {
        return FinishedIntervention.countByWeek(taughtMeetings(group)).keySet();
    }

    /**
     * Returns the minutes that a group is taught a week, on average and rounded down.
     *
     * @param weeks weeks in which the group should meet; if it meets in more, these count
     */
    long weeklyMinutes(FormedGroup group, int weeks) {
        long minutes = taughtMeetings(group).stream()
                .mapToLong(
                        one -> FinishedIntervention.minutes(one) * one.weeks().size())
                .sum();
        return minutes / Math.max(1, Math.max(weeks, taughtWeeks(group).size()));
    }

    /** Returns the teachers in all meetings of a group, for example in talks too; each once. */
    List<StaffId> teachers(FormedGroup group) {
        return group.meetings().stream()
                .flatMap(one -> FinishedIntervention.staff(one, role).stream())
                .distinct()
                .toList();
    }

    /** Returns the teachers who have a session of a group on most of its dates; parts of a session that was split by date are one session. */
    Set<StaffId> regularTeachers(FormedGroup group) {
        Map<List<String>, Map<StaffId, Integer>> dates = new LinkedHashMap<>();
        for (Meeting meeting : group.meetings()) {
            Map<StaffId, Integer> ofSession =
                    dates.computeIfAbsent(finished.idParts(meeting), any -> new LinkedHashMap<>());
            FinishedIntervention.staff(meeting, role)
                    .forEach(who -> ofSession.merge(who, meeting.weeks().size(), Integer::sum));
        }
        Set<StaffId> regular = new LinkedHashSet<>();
        dates.values()
                .forEach(ofSession -> ofSession.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .ifPresent(most -> regular.add(most.getKey())));
        return regular;
    }

    /** Returns the weekly meetings of a group beyond the first of each date, in the week with most of them. */
    long mostSessionsBeyondOneADay(FormedGroup group) {
        Map<LocalDate, Long> held = group.meetings(kind).stream()
                .flatMap(one -> one.time().dates().stream())
                .collect(Collectors.groupingBy(date -> date, Collectors.counting()));
        Map<IsoWeek, Long> more = new HashMap<>();
        held.forEach((date, count) -> more.merge(IsoWeek.of(date), count - 1, Long::sum));
        return more.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /**
     * Returns a group's meetings of another kind that have a teacher who teaches a member the subject, or a member whose teachers of the subject
     * are unknown.
     */
    List<Meeting> meetingsWithOwnTeacher(FormedGroup group, String other) {
        return group.meetings(other).stream()
                .filter(one -> members(group).stream().anyMatch(member -> knows(member, one)))
                .toList();
    }

    private boolean knows(Candidate one, Meeting meeting) {
        var own = lessons.teachers(one.studentId(), one.subject());
        return FinishedIntervention.staff(meeting).stream().anyMatch(who -> own.isEmpty() || own.contains(who));
    }

    /** Returns whether all teachers of a candidate's group teach the candidate the subject in ordinary lessons. */
    boolean hasOwnTeacher(Candidate one, FormedGroup group) {
        return lessons.teachers(one.studentId(), one.subject()).containsAll(teachers(group));
    }

    /** Returns the areas of competence of a group, each once, in the spelling of the first member; blank areas are left out. */
    List<String> areas(FormedGroup group) {
        Map<String, String> areas = new LinkedHashMap<>();
        members(group).stream()
                .map(Candidate::area)
                .filter(area -> !area.isBlank())
                .forEach(area -> areas.putIfAbsent(WordMatcher.normalise(area), area));
        return List.copyOf(areas.values());
    }

    /** Returns the difference between the highest and lowest level in a group; 0 for fewer than two members. */
    int levelSpread(FormedGroup group) {
        var levels = members(group).stream().mapToInt(Candidate::level).summaryStatistics();
        return levels.getCount() == 0 ? 0 : levels.getMax() - levels.getMin();
    }

    /** Returns whether all teachers of a group are trained on each date, see {@link StaffCheck#isTrained}. */
    boolean isTrained(FormedGroup group, List<Tutor> tutors) {
        for (Meeting meeting : group.meetings()) {
            for (StaffId who : FinishedIntervention.staff(meeting, role)) {
                if (!StaffCheck.isTrained(who, meeting, tutors)) {
                    return false;
                }
            }
        }
        return true;
    }
}
