package dk.grundskema.solver.score;

import static dk.grundskema.solver.fixture.MeetingBuilder.aMeeting;
import static dk.grundskema.solver.fixture.Scenario.aScenario;
import static dk.grundskema.solver.testkit.LessonBuilder.aLesson;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.CoreRuleContextFactory;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.testkit.MeetingTimes;
import dk.grundskema.solver.testkit.StudentBuilder;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Equal weeks of students are evaluated once; students with the same lessons share the result. */
class StudentSegmentsTest {
    private static MeetingTime weekly(String text) {
        return MeetingTimes.inWeeks(MeetingTimes.time(text), "2026-W37", "2026-W38", "2026-W39", "2026-W40");
    }

    /** A lesson of a class from 8 to 8.45 and its meeting from 8.30 to 9, four weeks long; another student has neither. */
    private static Scenario school() {
        return aScenario()
                .horizon("2026-W37", 4)
                .group("class", "ann", "bo")
                .student(StudentBuilder.aStudent("cia"))
                .lesson(aLesson("danish").at(weekly("2026-09-07 08:00-08:45")).group("class"))
                .lesson(aLesson("later").at(weekly("2026-09-07 10:00-10:45")).group("class"))
                .meeting(aMeeting("m").at(weekly("2026-09-07 08:30-09:00")).group("class"));
    }

    private static CompiledRules compiled(Scenario scenario) {
        var blueprint = BlueprintBuilder.build(scenario.problem(), scenario.demands());
        return RuleCompiler.compile(blueprint, CoreRules.of(CoreRuleContextFactory.create(blueprint, null)));
    }

    private static int number(CompiledRules rules, String id) {
        return IntStream.range(0, rules.rules().size())
                .filter(rule -> rules.rules().get(rule).type().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fourEqualWeeksAreFoldedWithTheOnlyRelevantLesson() {
        CompiledRules rules = compiled(school());
        StudentSegments studentSegments =
                Objects.requireNonNull(rules.lines().students().segmentsOfStudents()[0]);

        int clash = number(rules, "core.student-in-two-places");
        assertThat(studentSegments.segments())
                .filteredOn(segment -> IntStream.of(segment.rules()).anyMatch(rule -> rule == clash))
                .singleElement()
                .satisfies(segment -> {
                    assertThat(segment.times()).isEqualTo(4);
                    assertThat(segment.lessons()).hasSize(1);
                });
    }

    @Test
    void classmatesShareOneFoldAndStudentsWithoutSessionsHaveNone() {
        CompiledRules rules = compiled(school());
        var segmentsOfStudents = rules.lines().students().segmentsOfStudents();
        int cia = rules.blueprint().index().student().indexOf(new dk.grundskema.domain.people.StudentId("cia"));

        assertThat(segmentsOfStudents).hasSize(3);
        assertThat(segmentsOfStudents[cia]).isNull();
        assertThat(segmentsOfStudents[cia == 0 ? 1 : 0]).isNotNull().isSameAs(segmentsOfStudents[cia == 2 ? 1 : 2]);
    }

    @Test
    void eachFoldedWeekIsChargedForEachStudent() {
        CompiledRules rules = compiled(school());

        long charged = new ScoreState(rules).settle().penalty(number(rules, "core.student-in-two-places"));

        assertThat(charged).isEqualTo(2 * 4 * 15);
    }
}
