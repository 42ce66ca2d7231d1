package dk.grundskema.plugins.intensivecourse;

import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class LessonTimeTest {
    private static LessonTime lesson(String start, String end) {
        return new LessonTime(LocalTime.parse(start), LocalTime.parse(end));
    }

    @Test
    void overlappingLessonsAreRefusedAtTheSecond() {
        var findings = new FindingCollector("cafe", school().build());
        LessonTime.check(
                List.of(lesson("08:00", "08:45"), lesson("08:45", "09:30"), lesson("09:29", "10:00")),
                findings,
                "lessons");

        assertThat(findings.all()).extracting(Finding::pointer).containsExactly("/parameters/lessons/2");
        assertThat(findings.all().getFirst().arguments()).containsExactly(LocalTime.of(9, 29), LocalTime.of(9, 30));
    }
}
