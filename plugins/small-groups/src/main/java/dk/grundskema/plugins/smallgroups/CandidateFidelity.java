package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the requirements of documents on each candidate for a group. Each method adds one ask with texts of the plugin.
 *
 * @param asks   receives the asks
 * @param groups the groups of the finished timetable
 */
record CandidateFidelity(FidelityReportBuilder asks, CandidateGroups groups) {
    /** Returns the students who have a group, each once. */
    Set<StudentId> placedStudents() {
        Set<StudentId> students = new LinkedHashSet<>();
        groups.groupByCandidate().keySet().forEach(one -> students.add(one.studentId()));
        return students;
    }

    /**
     * Asks that each candidate has a group. The reason is {@code no-time} if the candidate can attend at fewer times than a group has sessions,
     * {@code no-place} if all groups of the subject are full, {@code kept-apart} if each one with room has a student to be kept apart from the
     * candidate, {@code no-meetings} if no group with room meets, {@code group-times} if the candidate cannot attend when they meet, otherwise {@code place-left}. Arguments are the number of times,
     * the need, and a group with room.
     *
     * @param times    possible times of groups
     * @param sessions sessions of a group per week
     * @param largest  most students in a group
     * @param free     free times of candidates
     * @param problem  the problem with the students who must be kept apart
     */
    void everyCandidateHasGroup(
            String name,
            AskOrigin origin,
            Collection<MeetingTime> times,
            int sessions,
            int largest,
            FreeTime free,
            Problem problem) {
        var placed = groups.groupByCandidate();
        var tally = asks.tally(name, origin, "students");
        for (Candidate one : groups.candidates()) {
            long can = times.stream()
                    .filter(time -> free.isFree(one.studentId(), time))
                    .count();
            Reason why = can < sessions
                    ? asks.reason("no-time", can, one.need())
                    : reasonWithoutGroup(one, can, largest, free, problem);
            tally.addPlace(placed.containsKey(one), why, one.studentId(), one.subject());
        }
        tally.finish();
    }

    private Reason reasonWithoutGroup(Candidate one, long can, int largest, FreeTime free, Problem problem) {
        List<FormedGroup> withRoom = groups.formed().stream()
                .filter(group ->
                        WordMatcher.idPart(one.subject()).equals(group.parts().getFirst()))
                .filter(group -> group.size() < largest)
                .toList();
        if (withRoom.isEmpty()) {
            return asks.reason("no-place", can, one.need());
        }
        List<FormedGroup> allowed = withRoom.stream()
                .filter(group -> group.members().stream().noneMatch(other -> isKeptApart(one, other, problem)))
                .toList();
        if (allowed.isEmpty()) {
            return asks.reason(
                    "kept-apart", can, one.need(), withRoom.getFirst().id());
        }
        List<FormedGroup> meeting =
                allowed.stream().filter(group -> !group.meetings().isEmpty()).toList();
        if (meeting.isEmpty()) {
            return asks.reason(
                    "no-meetings", can, one.need(), allowed.getFirst().id());
        }
        return meeting.stream()
                .filter(group -> group.meetings().stream().allMatch(held -> free.isFree(one.studentId(), held.time())))
                .findFirst()
                .map(group -> asks.reason("place-left", can, one.need(), group.id()))
                .orElseGet(() -> asks.reason(
                        "group-times", can, one.need(), meeting.getFirst().id()));
    }

    private static boolean isKeptApart(Candidate one, StudentId other, Problem problem) {
        return isVeto(one.studentId(), other, problem) || isVeto(other, one.studentId(), problem);
    }

    private static boolean isVeto(StudentId one, StudentId other, Problem problem) {
        return problem.student(one)
                .filter(student -> student.neverWith().contains(other))
                .isPresent();
    }

    /**
     * Adds the ask that a teacher of a candidate's group also teaches the candidate the subject in ordinary lessons; the reason has the ask's name.
     */
    void ownTeacher(String name, AskOrigin origin) {
        var placed = groups.groupByCandidate();
        asks.askThatAll(
                name,
                origin,
                "students",
                placed.keySet(),
                Candidate::studentId,
                one -> groups.hasOwnTeacher(one, Objects.requireNonNull(placed.get(one))));
    }

    /** Adds the ask that a candidate's group meets at the candidate's own school; reason {@code elsewhere} with the sites. */
    void ownSchool(String name, AskOrigin origin, Problem problem) {
        var tally = asks.tally(name, origin, "students");
        groups.groupByCandidate().forEach((one, group) -> {
            SiteId home = problem.siteOrDefault(problem.student(one.studentId())
                    .map(student -> student.site())
                    .orElse(null));
            List<SiteId> elsewhere = sites(group, problem).stream()
                    .filter(site -> !site.equals(home))
                    .toList();
            tally.addPlace(elsewhere.isEmpty(), asks.reason("elsewhere", elsewhere), one.studentId());
        });
        tally.finish();
    }

    private static Set<SiteId> sites(FormedGroup group, Problem problem) {
        Set<SiteId> sites = new LinkedHashSet<>();
        FinishedIntervention.rooms(group.meetings()).stream()
                .map(problem::room)
                .flatMap(Optional::stream)
                .map(Room::site)
                .forEach(site -> sites.add(problem.siteOrDefault(site)));
        return sites;
    }
}
