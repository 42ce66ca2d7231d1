package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.allowedIn;
import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.inRoom;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tries the limits of subjects in a camp of Monday and Tuesday with three modules each; rule and check are compared each time. */
class SubjectLimitRulesTest {
    private static String block(int team, String module) {
        return "camp/camp-team-" + team + "/2026-09-07/module-" + module;
    }

    private static String tuesday(int team, String module) {
        return "camp/camp-team-" + team + "/2026-09-08/module-" + module;
    }

    private static String guest(int team, String subject, int number) {
        return "camp/camp-team-" + team + "/2026-W37/" + subject + "/" + number;
    }

    private static CampBuilder threeModules() {
        return smallCamp()
                .blocks(
                        module("module-1", "09:00", "10:30"),
                        CampBuilder.lunch(),
                        module("module-2", "13:00", "14:30"),
                        module("module-3", "15:00", "16:30"));
    }

    /** Returns the places of a rule after comparing them with those of the check, which knows no wishes. */
    private static List<List<Object>> places(RuleBench bench, String rule) {
        List<List<Object>> places = bench.places(rule);
        List<List<Object>> checked = bench.check().stream()
                .filter(fault -> fault.rule().equals(rule))
                .map(RuleViolation::arguments)
                .toList();
        assertThat(checked).containsExactlyInAnyOrderElementsOf(rule.endsWith("-wish") ? List.of() : places);
        return places;
    }

    @Test
    void campWithoutLimitsHasNoneOfTheRules() {
        assertThat(SubjectLimitRules.TYPES).hasSize(9);
        assertThat(new CampPlugin()
                        .rules(
                                smallCamp().camp(),
                                smallCamp().problem(),
                                new CampPlugin()
                                        .expand(smallCamp().camp(), smallCamp().problem())))
                .noneMatch(rule -> SubjectLimitRules.TYPES.contains(rule.type()));
    }

    @Nested
    class AllowedBlocksOfASubject {
        @ParameterizedTest
        @CsvSource({"HARD,camp.allowed-blocks", "MEDIUM,camp.allowed-blocks-guideline", "SOFT,camp.allowed-blocks-wish"
        })
        void moduleOutsideTheAllowedBlocksCostsOneAtItsLevel(Level level, String rule) {
            var bench = bench(threeModules().subjects(allowedIn("swimming", 2, 2, level, "module-2", "module-3")))
                    .host(guest(1, "swimming", 1), block(1, "1"))
                    .host(guest(1, "swimming", 2), block(1, "2"));

            assertThat(places(bench, rule)).containsExactly(List.of(new SessionId(block(1, "1")), "swimming"));
            assertThat(bench.penalty(rule)).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({"2", "3"})
        void allowedBlocksCostNothing(String module) {
            var bench = bench(threeModules().subjects(allowedIn("swimming", 1, 1, Level.HARD, "module-2", "module-3")))
                    .host(guest(1, "swimming", 1), block(1, module));

            assertThat(places(bench, "camp.allowed-blocks")).isEmpty();
        }

        @Test
        void otherSubjectsMayBeAnywhere() {
            var bench = bench(threeModules()
                            .subjects(allowedIn("swimming", 1, 1, Level.HARD, "module-2"), subject("art", 1, 1, "")))
                    .host(guest(1, "art", 1), block(1, "1"));

            assertThat(places(bench, "camp.allowed-blocks")).isEmpty();
        }
    }

    @Nested
    class DoubleModules {
        private static RuleBench twice(CampBuilder camp, String first, String second) {
            return bench(camp.subjects(subject("art", 2, 3, ""), subject("music", 2, 3, "")))
                    .host(guest(1, "art", 1), first)
                    .host(guest(1, "art", 2), second);
        }

        @ParameterizedTest
        @CsvSource({"HARD,camp.double-module", "MEDIUM,camp.double-module-guideline", "SOFT,camp.double-module-wish"})
        void sameSubjectInTwoModulesInARowCostsOneAtItsLevel(Level level, String rule) {
            var bench = twice(threeModules().noDoubleModules(level), block(1, "1"), block(1, "2"));

            assertThat(places(bench, rule))
                    .containsExactly(List.of(new SessionId(block(1, "2")), "art", new SessionId(block(1, "1"))));
            assertThat(bench.penalty(rule)).isEqualTo(1);
        }

        @Test
        void orderOfTheLessonsDoesNotMatter() {
            assertThat(places(
                            twice(threeModules().noDoubleModules(Level.HARD), block(1, "3"), block(1, "2")),
                            "camp.double-module"))
                    .hasSize(1);
        }

        @Test
        void threeInARowCostTwo() {
            var bench = bench(threeModules().noDoubleModules(Level.HARD).subjects(subject("art", 3, 3, "")))
                    .host(guest(1, "art", 1), block(1, "1"))
                    .host(guest(1, "art", 2), block(1, "2"))
                    .host(guest(1, "art", 3), block(1, "3"));

            assertThat(places(bench, "camp.double-module")).hasSize(2);
        }

        @Test
        void moduleBetweenOrTheNextDateCostsNothing() {
            CampBuilder camp = threeModules().noDoubleModules(Level.HARD);

            assertThat(places(twice(camp, block(1, "1"), block(1, "3")), "camp.double-module"))
                    .isEmpty();
            assertThat(places(twice(camp, block(1, "3"), tuesday(1, "1")), "camp.double-module"))
                    .isEmpty();
        }

        @Test
        void twoSubjectsInARowCostNothing() {
            var bench = bench(threeModules()
                            .noDoubleModules(Level.HARD)
                            .subjects(subject("art", 1, 1, ""), subject("music", 1, 1, "")))
                    .host(guest(1, "art", 1), block(1, "1"))
                    .host(guest(1, "music", 1), block(1, "2"));

            assertThat(places(bench, "camp.double-module")).isEmpty();
        }

        @Test
        void exceptedSubjectMayBeDouble() {
            assertThat(places(
                            twice(threeModules().noDoubleModules(Level.HARD, "art"), block(1, "1"), block(1, "2")),
                            "camp.double-module"))
                    .isEmpty();
        }

        @Test
        void moduleOfTheWholeCampSeparates() {
            var together = new Block(
                    "module-2",
                    null,
                    Block.Kind.MODULE,
                    LocalTime.of(11, 0),
                    LocalTime.of(12, 0),
                    false,
                    null,
                    0,
                    List.of(),
                    List.of());
            CampBuilder camp = smallCamp()
                    .blocks(module("module-1", "09:00", "10:30"), together, module("module-3", "13:00", "14:30"))
                    .noDoubleModules(Level.HARD);

            assertThat(places(twice(camp, block(1, "1"), block(1, "3")), "camp.double-module"))
                    .isEmpty();
        }
    }

    @Nested
    class RoomsAtTheSameTime {
        private static RuleBench science(Level level, @Nullable Integer most) {
            return bench(threeModules()
                            .teams(3)
                            .room("lab", "house", "laboratory")
                            .subjects(
                                    inRoom("science", 1, 1, "laboratory"),
                                    inRoom("physics", 1, 1, "laboratory"),
                                    inRoom("talk", 1, 1, "laboratory", "classroom"))
                            .roomLimit(level, most, "laboratory"))
                    .host(guest(1, "science", 1), block(1, "1"))
                    .host(guest(2, "physics", 1), block(2, "1"));
        }

        @ParameterizedTest
        @CsvSource({"HARD,camp.rooms-at-once", "MEDIUM,camp.rooms-at-once-guideline", "SOFT,camp.rooms-at-once-wish"})
        void teamsOverTheNumberOfRoomsCostOneEach(Level level, String rule) {
            var bench = science(level, null);

            assertThat(places(bench, rule))
                    .containsExactly(List.of(
                            "science, physics",
                            1,
                            MONDAY,
                            LocalTime.of(9, 0),
                            new SessionId(block(1, "1")),
                            new SessionId(block(2, "1"))));
            assertThat(bench.penalty(rule)).isEqualTo(1);
            assertThat(bench.host(guest(3, "science", 1), block(3, "1")).penalty(rule))
                    .isEqualTo(2);
        }

        @Test
        void givenNumberReplacesThatOfTheRooms() {
            assertThat(places(science(Level.HARD, 2), "camp.rooms-at-once")).isEmpty();
            assertThat(science(Level.HARD, 0).penalty("camp.rooms-at-once")).isEqualTo(2);
        }

        @Test
        void otherTimesAndSubjectsWithAChoiceOfRoomsAreNotCounted() {
            var bench = science(Level.HARD, null)
                    .host(guest(2, "physics", 1), block(2, "2"))
                    .host(guest(3, "talk", 1), block(3, "1"));

            assertThat(places(bench, "camp.rooms-at-once")).isEmpty();
        }
    }
}
