package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.Finished.Formed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups that were formed of candidates, see {@link CandidatePool}, and what is held for them week by week, read off the finished timetable: for
 * checks and reports.
 */
public final class CandidateGroups {
    private final Finished finished;
    private final OwnLessons lessons;
    private final List<Candidate> candidates;
    private final String kind;
    private final String role;
    private final List<Formed> formed;

    /**
     * @param finished   the intervention as it came out
     * @param lessons    whose lessons are whose
     * @param candidates of whom groups were formed
     * @param kind       what the groups' weekly sessions are
     * @param role       who teaches them
     */
    public CandidateGroups(
            Finished finished, OwnLessons lessons, Collection<Candidate> candidates, String kind, String role) {
        this.finished = finished;
        this.lessons = lessons;
        this.candidates = List.copyOf(candidates);
        this.kind = kind;
        this.role = role;
        this.formed = finished.formed();
    }

    /** The groups with students, see {@link Finished#formed}. */
    public List<Formed> formed() {
        return formed;
    }

    /** Of whom groups were formed. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** All that is held for the groups, each meeting once. */
    public List<Meeting> meetings() {
        return formed.stream()
                .flatMap(one -> one.meetings().stream())
                .distinct()
                .toList();
    }

    /** The candidates who are in a group, those of its subject. */
    public List<Candidate> members(Formed group) {
        return candidates.stream()
                .filter(one -> group.members().contains(one.studentId()))
                .filter(one -> Words.idPart(one.subject()).equals(group.parts().getFirst()))
                .toList();
    }

    /** Each candidate who has a group, with it. */
    public Map<Candidate, Formed> placed() {
        Map<Candidate, Formed> placed = new LinkedHashMap<>();
        formed.forEach(group -> members(group).forEach(one -> placed.put(one, group)));
        return placed;
    }

    /** How much the members need it together. */
    public long need(Formed group) {
        return members(group).stream().mapToLong(Candidate::need).sum();
    }

    /** A group's weekly meetings with somebody who teaches. */
    public List<Meeting> taught(Formed group) {
        return group.meetings(kind).stream()
                .filter(one -> !Finished.staff(one, role).isEmpty())
                .toList();
    }

    /** In how many weeks a group meets. */
    public long weeks(Formed group) {
        return Finished.perWeek(group.meetings(kind)).size();
    }

    /** How many weekly sessions of a group have somebody who teaches; parts of one that was split by date are one. */
    public long sessions(Formed group) {
        return sessions(taught(group));
    }

    /** Likewise, but only sessions of a length in minutes. */
    public long sessions(Formed group, Figure minutes) {
        return sessions(taught(group).stream()
                .filter(one -> minutes.holds(Finished.minutes(one)))
                .toList());
    }

    private long sessions(List<Meeting> some) {
        return some.stream().map(finished::parts).distinct().count();
    }

    /** Minutes that a group is taught each week. */
    public long minutes(Formed group) {
        return taught(group).stream().mapToLong(Finished::minutes).sum();
    }

    /** Who teaches a group or is there as its teacher otherwise, such as in a talk; each once. */
    public List<StaffId> staff(Formed group) {
        return group.meetings().stream()
                .flatMap(one -> Finished.staff(one, role).stream())
                .distinct()
                .toList();
    }

    /** A group's meetings of another kind with somebody who teaches a member the subject, or of whose teachers of it nothing is known. */
    public List<Meeting> withOwnTeacher(Formed group, String other) {
        return group.meetings(other).stream()
                .filter(one -> members(group).stream().anyMatch(member -> knows(member, one)))
                .toList();
    }

    private boolean knows(Candidate one, Meeting meeting) {
        var own = lessons.teachers(one.studentId(), one.subject());
        return Finished.staff(meeting).stream().anyMatch(who -> own.isEmpty() || own.contains(who));
    }

    /** Whether a candidate's teachers are teachers of the subject in ordinary lessons, too. */
    public boolean hasOwnTeacher(Candidate one, Formed group) {
        return lessons.teachers(one.studentId(), one.subject()).containsAll(staff(group));
    }

    /** The areas of competence of a group, each once, as its first member writes it; those left open don't count. */
    public List<String> areas(Formed group) {
        Map<String, String> areas = new LinkedHashMap<>();
        members(group).stream()
                .map(Candidate::area)
                .filter(area -> !area.isBlank())
                .forEach(area -> areas.putIfAbsent(Words.plain(area), area));
        return List.copyOf(areas.values());
    }

    /** Points between the lowest and the highest level in a group; 0 for fewer than two. */
    public int spread(Formed group) {
        var levels = members(group).stream().mapToInt(Candidate::level).summaryStatistics();
        return levels.getCount() == 0 ? 0 : levels.getMax() - levels.getMin();
    }

    /** Whether all who teach a group or are there as its teacher are trained on each date, see {@link StaffChecks#isTrained}. */
    public boolean isTrained(Formed group, List<Tutor> tutors) {
        for (Meeting meeting : group.meetings()) {
            for (StaffId who : Finished.staff(meeting, role)) {
                if (!StaffChecks.isTrained(who, meeting, tutors)) {
                    return false;
                }
            }
        }
        return true;
    }
}
