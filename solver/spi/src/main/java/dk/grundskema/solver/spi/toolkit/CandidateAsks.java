package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.Finished.Formed;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What documents ask for each candidate for a group; each method adds one ask, whose texts are the plugin's.
 *
 * @param asks   takes what is asked
 * @param groups the groups as they came out
 */
public record CandidateAsks(Asks asks, CandidateGroups groups) {
    /** The students who have a group, each once. */
    public Set<StudentId> students() {
        Set<StudentId> students = new LinkedHashSet<>();
        groups.placed().keySet().forEach(one -> students.add(one.studentId()));
        return students;
    }

    /**
     * That each candidate has a group; reason {@code no-time} where somebody can come at fewer of some times than a group has sessions, and {@code
     * no-place} otherwise; both with how many times it are, and the need.
     *
     * @param times    when groups may meet
     * @param sessions of a group each week
     * @param free     when candidates are free
     */
    public void served(String name, Origin origin, Collection<MeetingTime> times, int sessions, FreeTime free) {
        var placed = groups.placed();
        var tally = asks.tally(name, origin, "students");
        for (Candidate one : groups.candidates()) {
            long can = times.stream()
                    .filter(time -> free.isFree(one.studentId(), time))
                    .count();
            String why = can < sessions ? "no-time" : "no-place";
            tally.at(placed.containsKey(one), asks.why(why, can, one.need()), one.studentId(), one.subject());
        }
        tally.done();
    }

    /** That who teaches a candidate's group also teaches the candidate the subject; the reason is the ask's name. */
    public void ownTeacher(String name, Origin origin) {
        var placed = groups.placed();
        asks.all(
                name,
                origin,
                "students",
                placed.keySet(),
                Candidate::studentId,
                one -> groups.hasOwnTeacher(one, Objects.requireNonNull(placed.get(one))));
    }

    /** That a candidate's group meets in rooms of the candidate's own school; reason {@code elsewhere} with where it is. */
    public void ownSchool(String name, Origin origin, Problem problem) {
        var tally = asks.tally(name, origin, "students");
        groups.placed().forEach((one, group) -> {
            SiteId home = problem.siteOr(problem.student(one.studentId())
                    .map(student -> student.site())
                    .orElse(null));
            List<SiteId> elsewhere = sites(group, problem).stream()
                    .filter(site -> !site.equals(home))
                    .toList();
            tally.at(elsewhere.isEmpty(), asks.why("elsewhere", elsewhere), one.studentId());
        });
        tally.done();
    }

    private static Set<SiteId> sites(Formed group, Problem problem) {
        Set<SiteId> sites = new LinkedHashSet<>();
        Finished.rooms(group.meetings()).stream()
                .map(problem::room)
                .flatMap(Optional::stream)
                .map(Room::site)
                .forEach(site -> sites.add(problem.siteOr(site)));
        return sites;
    }
}
