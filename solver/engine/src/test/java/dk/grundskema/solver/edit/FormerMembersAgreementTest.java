package dk.grundskema.solver.edit;

import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.StepLimitedSolves;
import dk.grundskema.solver.fixture.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures of a plan in which students changed their formed groups are those that the checker finds. The plan has weeks 37 to 40. */
class FormerMembersAgreementTest {
    private static final List<String> STUDENTS = List.of("dea", "eli", "fie", "gry", "hal", "ida");
    private static final List<String> TEAMS = List.of("red", "blue", "green");

    private static Scenario teams(int smallest, int largest, String... students) {
        return aScenario()
                .horizon("2026-W37", 4)
                .grouping(
                        smallest,
                        largest,
                        TEAMS.stream().map(id -> team(id, List.of())).toList(),
                        students);
    }

    private static Group team(String id, List<GroupMember> given) {
        return new Group(new GroupId(id), id, Group.Kind.TEAM, given);
    }

    /** In a team from one week to another, both inclusive. */
    private static GroupMember member(String student, int from, int until) {
        return new GroupMember(
                new StudentId(student),
                IntStream.rangeClosed(from, until)
                        .mapToObj(week -> IsoWeek.parse("2026-W" + week))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static SortedMap<String, Long> stated(Workbench bench) {
        return bench.editableProblem().results(bench.values()).stream()
                .filter(one -> one.level() != Level.SOFT && one.penalty() > 0)
                .collect(Collectors.toMap(RuleResult::id, RuleResult::penalty, Long::sum, TreeMap::new));
    }

    private static SortedMap<String, Long> checked(Workbench bench) {
        return new TimetableChecker(StepLimitedSolves.registry()::find)
                .checkRules(bench.problem(), bench.timetable()).stream()
                        .collect(Collectors.groupingBy(
                                RuleViolation::rule, TreeMap::new, Collectors.summingLong(RuleViolation::amount)));
    }

    private static Workbench bench(Scenario scenario) {
        return Workbench.of(StepLimitedSolves.registry(), scenario.problem(), scenario.timetable());
    }

    @Test
    void studentTakesTheLastPlaceOfATeamWhenAnotherOneLeavesIt() {
        Workbench bench = bench(teams(0, 2, "dea", "eli", "fie")
                .student(aStudent("eli")
                        .except(new Period(LocalDate.parse("2026-09-21"), null, new TreeSet<>(), null, null)))
                .formed("red", List.of(member("dea", 37, 40), member("eli", 37, 38), member("fie", 39, 40)))
                .formed("blue", List.of(member("fie", 37, 38))));
        assertThat(stated(bench)).isEmpty();
        assertThat(checked(bench)).isEmpty();
    }

    @Test
    void studentsWhoMustNotMeetMayBeInATeamOneAfterTheOther() {
        Workbench crossing = bench(teams(0, 2, "dea", "eli")
                .student(aStudent("dea").neverWith("eli"))
                .formed("red", List.of(member("dea", 37, 38), member("eli", 39, 40)))
                .formed("blue", List.of(member("dea", 39, 40), member("eli", 37, 38))));
        assertThat(stated(crossing)).isEmpty();
        Workbench together = bench(teams(0, 2, "dea", "eli")
                .student(aStudent("dea").neverWith("eli"))
                .formed("red", List.of(member("dea", 37, 38), member("eli", 38, 40)))
                .formed("blue", List.of(member("dea", 39, 40))));
        assertThat(stated(together)).isEqualTo(checked(together)).containsEntry("core.never-together", 1L);
    }

    @Test
    void studentWhomTheInterventionPlacesCountsOnce() {
        List<GroupMember> given = List.of(GroupMember.always(new StudentId("eli")));
        Workbench bench = bench(aScenario()
                .horizon("2026-W37", 4)
                .student(aStudent("eli"))
                .grouping(0, 2, List.of(team("red", given), team("blue", List.of())), "dea", "fie")
                .formed("red", List.of(member("dea", 37, 38), given.getFirst(), member("fie", 39, 40)))
                .formed("blue", List.of(member("dea", 39, 40), member("fie", 37, 38))));
        assertThat(stated(bench)).isEmpty();
        assertThat(checked(bench)).isEmpty();
    }

    @Test
    void figuresOfRandomMembershipsAreThoseOfTheChecker() {
        var random = new Random(17);
        for (int trial = 0; trial < 300; trial++) {
            Scenario scenario = random(random);
            Workbench bench = bench(scenario);
            assertThat(stated(bench))
                    .as("trial %d: %s", trial, bench.timetable().groups())
                    .isEqualTo(checked(bench));
        }
    }

    private static Scenario random(Random random) {
        Scenario scenario = teams(random.nextInt(3), 2 + random.nextInt(2), STUDENTS.toArray(String[]::new));
        for (int veto = 0; veto < 2; veto++) {
            int one = random.nextInt(STUDENTS.size());
            int other = (one + 1 + random.nextInt(STUDENTS.size() - 1)) % STUDENTS.size();
            scenario = scenario.student(aStudent(STUDENTS.get(one)).neverWith(STUDENTS.get(other)));
        }
        SortedMap<String, List<GroupMember>> members = new TreeMap<>();
        for (String student : STUDENTS) {
            int first = 37 + random.nextInt(2);
            int change = first + random.nextInt(41 - first);
            int team = random.nextInt(TEAMS.size());
            if (change > first) {
                members.computeIfAbsent(TEAMS.get(team), any -> new ArrayList<>())
                        .add(member(student, first, change - 1));
            }
            int later = (team + 1 + random.nextInt(TEAMS.size() - 1)) % TEAMS.size();
            members.computeIfAbsent(TEAMS.get(later), any -> new ArrayList<>()).add(member(student, change, 40));
        }
        for (var one : members.entrySet()) {
            scenario = scenario.formed(one.getKey(), one.getValue());
        }
        return scenario;
    }
}
