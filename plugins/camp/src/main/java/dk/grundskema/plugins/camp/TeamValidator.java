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

/** Checks that given teams are compatible, or that teams of the wanted sizes can be formed. */
final class TeamValidator {
    private static final String PLACE = "/parameters/teams";

    private record TeamMembership(int team, Group group, GroupMember member) {
        boolean overlaps(TeamMembership other) {
            return member.weeks().isEmpty()
                    || other.member.weeks().isEmpty()
                    || member.weeks().stream()
                            .anyMatch(week -> other.member.weeks().contains(week));
        }

        String pointer() {
            return PLACE + "/given/" + team;
        }
    }

    private final CampContext context;
    private final Problem problem;
    private final List<Finding> findings = new ArrayList<>();

    TeamValidator(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
    }

    List<Finding> findings() {
        if (context.formsTeams()) {
            checkSizes();
        } else {
            checkGivenTeams();
        }
        return findings;
    }

    private void checkSizes() {
        Teams teams = context.parameters().teams();
        int students = context.students().size();
        int count = context.teams().size();
        int most = problem.horizon().allWeeks().stream()
                .mapToInt(context::countStudents)
                .max()
                .orElse(students);
        if (most > count * teams.largest()) {
            findings.add(Finding.error(
                    "camp.teams.too-many-students", PLACE, most, count, teams.largest(), count * teams.largest()));
        }
        if (students > 0 && students < count * teams.smallest()) {
            findings.add(Finding.error(
                    "camp.teams.too-few-students", PLACE, students, count, teams.smallest(), count * teams.smallest()));
        }
        for (GroupId team : context.teams()) {
            if (problem.group(team).isPresent()) {
                findings.add(Finding.error("camp.teams.id-taken", PLACE, team));
            }
        }
    }

    private void checkGivenTeams() {
        Map<StudentId, List<TeamMembership>> places = new TreeMap<>();
        var given = context.parameters().teams().given();
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
                        .add(new TeamMembership(i, group.get(), member));
            }
        }
        places.forEach(this::addInTwoTeams);
        problem.students().forEach(student -> checkVetoes(student, places));
        checkWithoutTeam(places);
    }

    private void addInTwoTeams(StudentId student, List<TeamMembership> places) {
        for (int later = 1; later < places.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                TeamMembership one = places.get(earlier);
                TeamMembership other = places.get(later);
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

    /** Reports each pair once, whichever student names the other. */
    private void checkVetoes(Student student, Map<StudentId, List<TeamMembership>> places) {
        for (StudentId other : student.neverWith()) {
            boolean saidByBoth = problem.student(other)
                    .map(one -> one.neverWith().contains(student.id()))
                    .orElse(false);
            if (saidByBoth && other.compareTo(student.id()) < 0) {
                continue;
            }
            for (TeamMembership mine : places.getOrDefault(student.id(), List.of())) {
                for (TeamMembership theirs : places.getOrDefault(other, List.of())) {
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

    private void checkWithoutTeam(Map<StudentId, List<TeamMembership>> places) {
        var named = context.parameters().students();
        for (int i = 0; i < named.size(); i++) {
            if (!places.containsKey(named.get(i))
                    && problem.student(named.get(i)).isPresent()) {
                findings.add(
                        Finding.warning("camp.teams.student-without-team", "/parameters/students/" + i, named.get(i)));
            }
        }
    }
}
