package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.TUESDAY;
import static dk.grundskema.plugins.camp.CampBuilder.WEEK;
import static dk.grundskema.plugins.camp.CampBuilder.away;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Availability;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampPrecheckTest {
    private static List<Finding> findings(CampBuilder camp) {
        var plugin = new CampPlugin();
        var demand = plugin.expand(camp.camp(), camp.problem());
        return plugin.precheck(camp.camp(), camp.problem(), demand);
    }

    private static WorkRules hours(Integer aDay, Integer aWeek) {
        return new WorkRules(11, 35, null, aDay, aWeek, 48, 17, LocalTime.of(17, 0));
    }

    @Test
    void campThatCanBePlannedHasNoFinding() {
        assertThat(findings(smallCamp())).isEmpty();
    }

    @Test
    void oneQualifiedPersonCoversOneTeamAtATime() {
        var camp = smallCamp().teams(2);
        assertThat(findings(camp.subjects(subject("danish", 2, 2, "danish")))).isEmpty();

        assertThat(findings(camp.subjects(subject("danish", 3, 2, "danish"))))
                .containsExactly(Finding.warning(
                        "camp.precheck.skill-short",
                        "/parameters/subjects/0/skill",
                        WEEK,
                        List.of("danish"),
                        6,
                        1,
                        4,
                        2));
    }

    @Test
    void morePeopleThanTeamsAddNoCapacityAtATime() {
        var camp = smallCamp().person("eva", "danish").person("fie", "danish");

        assertThat(findings(camp.subjects(subject("danish", 5, 3, "danish"))))
                .extracting(Finding::arguments)
                .containsExactly(List.of(WEEK, List.of("danish"), 5, 3, 4, 1));
    }

    @Test
    void dayWithoutQualifiedStaffIsNamed() {
        var camp = smallCamp()
                .noStaff()
                .person("ann", away("2026-09-08"), "danish")
                .person("bob")
                .subjects(subject("art", 1, 1, ""), subject("danish", 3, 2, "danish"));

        assertThat(findings(camp))
                .containsExactly(Finding.warning(
                        "camp.precheck.skill-short-worst-day",
                        "/parameters/subjects/1/skill",
                        WEEK,
                        List.of("danish"),
                        3,
                        1,
                        2,
                        1,
                        TUESDAY,
                        0));
    }

    @Test
    void hoursOfADayWithPreparationLimitWhatOnePersonCovers() {
        var own = smallCamp()
                .noStaff()
                .person("ann", Availability.always(), hours(4, null), "danish")
                .subjects(subject("danish", 4, 2, "danish"));
        assertThat(findings(own)).isEmpty();

        var shorter = smallCamp()
                .noStaff()
                .person("ann", Availability.always(), hours(3, null), "danish")
                .subjects(subject("danish", 3, 2, "danish"));
        assertThat(findings(shorter))
                .extracting(Finding::arguments)
                .containsExactly(List.of(WEEK, List.of("danish"), 3, 1, 2, 1));
    }

    @Test
    void hoursOfAWeekLimitWhatOnePersonCovers() {
        var camp = smallCamp().subjects(subject("danish", 4, 2, "danish"));
        assertThat(findings(camp.work(hours(null, 8)))).isEmpty();

        assertThat(findings(camp.work(hours(null, 7))))
                .extracting(Finding::arguments)
                .containsExactly(List.of(WEEK, List.of("danish"), 4, 1, 3, 1));
    }

    @Test
    void onePersonIsNotCountedForTwoSubjectsAtOnce() {
        var camp = smallCamp()
                .noStaff()
                .person("ann", "danish", "mathematics")
                .teams(2)
                .subjects(subject("danish", 2, 2, "danish"), subject("mathematics", 1, 1, "mathematics"));

        assertThat(findings(camp))
                .extracting(Finding::arguments)
                .containsExactly(List.of(WEEK, List.of("danish", "mathematics"), 6, 1, 4, 2));
    }

    @Test
    void shortageOfOneSubjectIsNotRepeatedForTwoTogether() {
        var camp = smallCamp()
                .teams(2)
                .subjects(subject("danish", 3, 2, "danish"), subject("mathematics", 1, 1, "mathematics"));

        assertThat(findings(camp))
                .hasSize(1)
                .extracting(one -> one.arguments().get(1))
                .containsExactly(List.of("danish"));
    }

    @Test
    void subjectsThatAskForOneSkillAreCountedTogether() {
        var camp =
                smallCamp().teams(2).subjects(subject("reading", 2, 2, "danish"), subject("writing", 1, 1, "danish"));

        assertThat(findings(camp))
                .extracting(Finding::arguments)
                .containsExactly(List.of(WEEK, List.of("reading", "writing"), 6, 1, 4, 2));
    }

    @Test
    void weekWithAClosedDayHasTooFewModules() {
        var camp = smallCamp().horizonWeeks(2).weeks(2).closed("2026-09-15");

        assertThat(findings(camp))
                .containsExactly(
                        Finding.warning("camp.precheck.modules-short", "/parameters/subjects", WEEK.plus(1), 2, 4, 2));
    }

    @Test
    void weekThatLacksModulesIsLeftToTheValidation() {
        assertThat(findings(smallCamp().subjects(subject("art", 5, 3, "")))).isEmpty();
        assertThat(findings(smallCamp().firstDay("2026-09-08").subjects(subject("art", 2, 2, ""))))
                .isEmpty();
    }

    @Test
    void longestDayDoesNotLengthenOtherDays() {
        var camp = smallCamp()
                .noStaff()
                .person("ann", Availability.always(), hours(2, null), "danish")
                .days(
                        CampBuilder.day("a", "1", module("m", "08:00", "12:00")),
                        CampBuilder.day("b", "2", module("m", "09:00", "10:30")))
                .subjects(subject("danish", 2, 1, "danish"));

        assertThat(findings(camp))
                .extracting(Finding::arguments)
                .containsExactly(List.of(WEEK, List.of("danish"), 2, 1, 1, 1, MONDAY, 0));
    }
}
