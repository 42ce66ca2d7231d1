package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether given teams fit together, or teams of the sizes wanted can be formed. */
final class TeamChecks {
    private static final String PLACE = "/parameters/teams";

    private record Place(int team, Group group, GroupMember member) {
        boolean overlaps(Place other) {
            return member.weeks().isEmpty()
                    || other.member.weeks().isEmpty()
                    || member.weeks().stream()
                            .anyMatch(week -> other.member.weeks().contains(week));
        }

        String pointer() {
            return PLACE + "/given/" + team;
        }
    }

    private final CampFrame frame;
    private final Problem problem;
    private final List<Finding> findings = new ArrayList<>();

    TeamChecks(CampFrame frame, Problem problem) {
        this.frame = frame;
        this.problem = problem;
    }

    List<Finding> findings() {
        if (frame.formsTeams()) {
            sizes();
        } else {
            given();
        }
        return findings;
    }

    private void sizes() {
        Teams teams = frame.parameters().teams();
        int students = frame.students().size();
        int count = frame.teams().size();
        if (students > count * teams.largest()) {
            findings.add(Finding.error(
                    "camp.teams.too-many-students", PLACE, students, count, teams.largest(), count * teams.largest()));
        }
        if (students > 0 && students < count * teams.smallest()) {
            findings.add(Finding.error(
                    "camp.teams.too-few-students", PLACE, students, count, teams.smallest(), count * teams.smallest()));
        }
        for (GroupId team : frame.teams()) {
            if (problem.group(team).isPresent()) {
                findings.add(Finding.error("camp.teams.id-taken", PLACE, team));
            }
        }
    }

    private void given() {
        Map<StudentId, List<Place>> places = new TreeMap<>();
        var given = frame.parameters().teams().given();
        for (int i = 0; i < given.size(); i++) {
            var group = problem.group(given.get(i));
            if (group.isEmpty()) {
                findings.add(Finding.error("camp.unknown-group", PLACE + "/given/" + i, given.get(i)));
                continue;
            }
            if (group.get().members().isEmpty()) {
                findings.add(Finding.warning("camp.teams.empty", PLACE + "/given/" + i, given.get(i)));
            }
            for (GroupMember member : group.get().members()) {
                places.computeIfAbsent(member.studentId(), id -> new ArrayList<>())
                        .add(new Place(i, group.get(), member));
            }
        }
        places.forEach(this::inTwoTeams);
        problem.students().forEach(student -> vetoes(student, places));
        withoutTeam(places);
    }

    private void inTwoTeams(StudentId student, List<Place> places) {
        for (int later = 1; later < places.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Place one = places.get(earlier);
                Place other = places.get(later);
                if (one.overlaps(other)) {
                    findings.add(Finding.error(
                            "camp.teams.student-in-two",
                            other.pointer(),
                            student,
                            one.group().id(),
                            other.group().id()));
                }
            }
        }
    }

    /** Once for each pair, whichever of the two says it. */
    private void vetoes(Student student, Map<StudentId, List<Place>> places) {
        for (StudentId other : student.neverWith()) {
            boolean saidByBoth = problem.student(other)
                    .map(one -> one.neverWith().contains(student.id()))
                    .orElse(false);
            if (saidByBoth && other.compareTo(student.id()) < 0) {
                continue;
            }
            for (Place mine : places.getOrDefault(student.id(), List.of())) {
                for (Place theirs : places.getOrDefault(other, List.of())) {
                    if (mine.team() == theirs.team() && mine.overlaps(theirs)) {
                        findings.add(Finding.warning(
                                "camp.teams.vetoed-pair",
                                mine.pointer(),
                                student.id(),
                                other,
                                mine.group().id()));
                    }
                }
            }
        }
    }

    private void withoutTeam(Map<StudentId, List<Place>> places) {
        var named = frame.parameters().students();
        for (int i = 0; i < named.size(); i++) {
            if (!places.containsKey(named.get(i))
                    && problem.student(named.get(i)).isPresent()) {
                findings.add(
                        Finding.warning("camp.teams.student-without-team", "/parameters/students/" + i, named.get(i)));
            }
        }
    }
}
