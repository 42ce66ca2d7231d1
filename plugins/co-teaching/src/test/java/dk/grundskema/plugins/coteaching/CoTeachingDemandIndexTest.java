package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoTeachingDemandIndexTest {
    private static int minutesInAFullWeek(IsoWeek... weeksLeft) {
        var school = smallSchool()
                .lesson("a", "1a", "DAN", DayOfWeek.MONDAY, "08:00", "ann")
                .person("mia")
                .needs(List.of(need("1a", CoTeachingType.TYPE_1)), List.of(coTeacher("mia", 10)));
        Demand whole = new CoTeachingPlugin().expand(school.intervention(), school.problem(), List.of());
        Session lesson = whole.sessions().getFirst();
        MeetingTime time = lesson.times().getFirst();
        var left = Session.builder(lesson.id(), lesson.intervention(), lesson.kind(), lesson.title(), lesson.site())
                .at(new MeetingTime(new TreeSet<>(Arrays.asList(weeksLeft)), time.weekday(), time.start(), time.end()))
                .lesson(lesson.lesson())
                .build();
        var demand = new Demand(List.of(left), whole.seats(), List.of(), List.of(), List.of(), Map.of());
        return new CoTeachingDemandIndex(new CoTeachingContext(school.intervention(), school.problem()), demand)
                .patterns()
                .getFirst()
                .lessons()
                .getFirst()
                .minutes();
    }

    /** Otherwise a plan in use seems to miss a class's minimum as soon as some weeks are over. */
    @Test
    void lessonHasAsManyMinutesInAFullWeekWhenOnlySomeOfItsWeeksAreLeft() {
        assertThat(minutesInAFullWeek(W33, W33.plus(1), W33.plus(2), W33.plus(3)))
                .isEqualTo(45);
        assertThat(minutesInAFullWeek(W33.plus(2))).isEqualTo(45);
    }
}
