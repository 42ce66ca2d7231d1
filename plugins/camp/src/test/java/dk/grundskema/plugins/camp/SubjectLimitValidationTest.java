package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.WEEK;
import static dk.grundskema.plugins.camp.CampBuilder.allowedIn;
import static dk.grundskema.plugins.camp.CampBuilder.inRoom;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.problem.SessionLock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SubjectLimitValidationTest {
    private static final SessionId MODULE_1 = new SessionId("camp/camp-team-1/2026-09-07/module-1");

    private static List<Finding> findings(CampBuilder camp) {
        return new CampPlugin()
                .validate(camp.camp(), camp.problem()).stream()
                        .filter(finding -> !finding.code().startsWith("camp.subjects."))
                        .toList();
    }

    private static List<Finding> precheck(CampBuilder camp) {
        var plugin = new CampPlugin();
        return plugin.precheck(camp.camp(), camp.problem(), plugin.expand(camp.camp(), camp.problem()));
    }

    private static CampBuilder threeModules() {
        return smallCamp()
                .blocks(
                        module("module-1", "09:00", "10:30"),
                        CampBuilder.lunch(),
                        module("module-2", "13:00", "14:30"),
                        module("module-3", "15:00", "16:30"));
    }

    @Test
    void limitsThatFitHaveNoFinding() {
        CampBuilder camp = threeModules()
                .teams(2)
                .room("lab", "house", "laboratory")
                .subjects(
                        allowedIn("swimming", 2, 1, Level.HARD, "module-3"),
                        subject("art", 2, 1, ""),
                        inRoom("science", 2, 2, "laboratory"))
                .noDoubleModules(Level.HARD, "science")
                .roomLimit(Level.HARD, null, "laboratory");

        assertThat(findings(camp)).isEmpty();
        assertThat(precheck(camp)).isEmpty();
    }

    @Test
    void valuesThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> new AllowedBlocks(List.of(), Level.HARD)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new AllowedBlocks(List.of("a", "a"), Level.HARD))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new DoubleModuleBan(List.of("a", "a"), Level.SOFT))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new RoomLimit(List.of(), 41, Level.SOFT))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.findings()).hasSize(2));
    }

    @Test
    void blocksThatAreUnknownOrNoModulesOfTeamsAreNamedWithTheirPlaces() {
        CampBuilder camp =
                threeModules().subjects(allowedIn("swimming", 1, 1, Level.SOFT, "module-3", "lunch", "siesta"));

        assertThat(findings(camp))
                .containsExactly(
                        Finding.error(
                                "camp.limits.no-module", "/parameters/subjects/0/allowedBlocks/blocks/1", "lunch"),
                        Finding.error("camp.unknown-block", "/parameters/subjects/0/allowedBlocks/blocks/2", "siesta"));
    }

    @Test
    void unknownExceptionIsNamed() {
        assertThat(findings(threeModules().noDoubleModules(Level.HARD, "creative", "siesta")))
                .containsExactly(
                        Finding.error("camp.limits.unknown-subject", "/parameters/noDoubleModules/except/1", "siesta"));
    }

    @Test
    void limitsOfRoomsThatContradictRoomsOrEachOtherAreReported() {
        CampBuilder camp = threeModules()
                .room("lab", "house", "laboratory")
                .subjects(inRoom("science", 1, 1, "laboratory"), inRoom("cooking", 1, 1, "kitchen"))
                .roomLimit(Level.HARD, 2, "laboratory")
                .roomLimit(Level.SOFT, 1, "laboratory")
                .roomLimit(Level.SOFT, null, "gym")
                .roomLimit(Level.HARD, null, "kitchen");

        assertThat(findings(camp))
                .containsExactly(
                        Finding.warning(
                                "camp.limits.more-than-rooms",
                                "/parameters/roomLimits/0/most",
                                2,
                                List.of(RoomKind.LABORATORY),
                                1),
                        Finding.error(
                                "camp.limits.rooms-twice",
                                "/parameters/roomLimits/1/roomKinds",
                                List.of(RoomKind.LABORATORY)),
                        Finding.warning(
                                "camp.limits.rooms-unused",
                                "/parameters/roomLimits/2/roomKinds",
                                List.of(RoomKind.GYM)),
                        Finding.error(
                                "camp.limits.no-rooms",
                                "/parameters/roomLimits/3/roomKinds",
                                List.of(RoomKind.KITCHEN)));
    }

    private static Subject allowed(Subject one, Level level) {
        return new Subject(
                one.id(),
                one.title(),
                one.modulesPerWeek(),
                one.maxPerDay(),
                one.demanding(),
                one.skill(),
                one.steps(),
                one.roomKinds(),
                new AllowedBlocks(List.of("module-1"), level));
    }

    @Nested
    class BeforePlanning {
        @Test
        void allowedBlocksThatAreTooFewAreReportedWithTheirFigures() {
            assertThat(precheck(threeModules().subjects(allowedIn("swimming", 2, 2, Level.HARD, "module-3"))))
                    .isEmpty();
            assertThat(precheck(threeModules().subjects(allowedIn("swimming", 3, 2, Level.HARD, "module-3"))))
                    .containsExactly(Finding.warning(
                            "camp.precheck.allowed-blocks-short",
                            "/parameters/subjects/0/allowedBlocks",
                            WEEK,
                            "swimming",
                            3,
                            2,
                            1,
                            2));
        }

        @Test
        void lockOfASubjectOutsideItsAllowedBlocksIsReportedWithTheRule() {
            assertThat(precheck(lockedSwimming("module-1", Level.HARD)))
                    .containsExactly(Finding.warning(
                            "camp.precheck.lock-outside-blocks",
                            "/parameters/subjects/1/allowedBlocks",
                            MODULE_1,
                            LocalDate.of(2026, 9, 7),
                            LocalTime.of(9, 0),
                            "swimming"));
        }

        @Test
        void lockInAnAllowedBlockOrAgainstAGuidelineIsNoFinding() {
            assertThat(precheck(lockedSwimming("module-3", Level.HARD))).isEmpty();
            assertThat(precheck(lockedSwimming("module-1", Level.MEDIUM))).isEmpty();
        }

        private CampBuilder lockedSwimming(String module, Level level) {
            var session = new SessionId(MODULE_1.value().replace("module-1", module));
            return threeModules()
                    .subjects(subject("art", 1, 1, ""), allowedIn("swimming", 2, 1, level, "module-3"))
                    .lock(new SessionLock(session, null, null, "swimming", List.of()));
        }

        @Test
        void wishThatCannotBeMetIsOnlyAHint() {
            assertThat(precheck(threeModules().subjects(allowedIn("swimming", 3, 2, Level.SOFT, "module-3"))))
                    .containsExactly(Finding.info(
                            "camp.precheck.allowed-blocks-short",
                            "/parameters/subjects/0/allowedBlocks",
                            WEEK,
                            "swimming",
                            3,
                            2,
                            1,
                            2));
        }

        @Test
        void subjectsThatShareTooFewBlocksAreReportedTogether() {
            CampBuilder camp = threeModules()
                    .subjects(
                            allowedIn("swimming", 2, 1, Level.HARD, "module-3"),
                            subject("art", 2, 1, ""),
                            allowedIn("music", 1, 1, Level.HARD, "module-3"));

            assertThat(precheck(camp))
                    .containsExactly(Finding.warning(
                            "camp.precheck.shared-blocks-short",
                            "/parameters/subjects/0/allowedBlocks",
                            WEEK,
                            List.of("swimming", "music"),
                            3,
                            2,
                            1));
        }

        @Test
        void subjectThatNeedsDoubleModulesIsReportedIfTheyAreBanned() {
            CampBuilder four = threeModules().noDoubleModules(Level.MEDIUM).subjects(subject("art", 4, 3, ""));
            CampBuilder five = threeModules().noDoubleModules(Level.MEDIUM).subjects(subject("art", 5, 3, ""));

            assertThat(precheck(four)).isEmpty();
            assertThat(precheck(five))
                    .containsExactly(Finding.warning(
                            "camp.precheck.double-modules-short",
                            "/parameters/noDoubleModules",
                            WEEK,
                            "art",
                            5,
                            4,
                            1,
                            3));
            assertThat(precheck(five.noDoubleModules(Level.MEDIUM, "art"))).isEmpty();
        }

        @Test
        void blocksThatAreOnlyAWishDoNotLowerWhatStricterLimitsLeave() {
            CampBuilder camp = threeModules()
                    .noDoubleModules(Level.HARD)
                    .subjects(allowedIn("art", 3, 2, Level.SOFT, "module-1", "module-2"));
            assertThat(precheck(camp)).as("modules 1 and 3 of two days").isEmpty();
            assertThat(precheck(camp.subjects(allowedIn("art", 3, 2, Level.HARD, "module-1", "module-2"))))
                    .extracting(Finding::code)
                    .containsExactly("camp.precheck.double-modules-short");

            CampBuilder rooms = threeModules().teams(3).room("lab", "house", "laboratory");
            rooms.roomLimit(Level.HARD, null, "laboratory");
            assertThat(precheck(rooms.subjects(allowed(inRoom("science", 1, 1, "laboratory"), Level.MEDIUM))))
                    .isEmpty();
            assertThat(precheck(rooms.subjects(allowed(inRoom("science", 1, 1, "laboratory"), Level.HARD))))
                    .extracting(Finding::code)
                    .containsExactly("camp.precheck.rooms-at-once-short");
        }

        @Test
        void teamsThatNeedMoreRoomsThanTheWeekHasAreReported() {
            CampBuilder camp = threeModules().teams(3).room("lab", "house", "laboratory");
            camp.roomLimit(Level.HARD, null, "laboratory");

            assertThat(precheck(camp.subjects(inRoom("science", 2, 1, "laboratory"))))
                    .isEmpty();
            assertThat(precheck(camp.subjects(
                            inRoom("science", 2, 1, "laboratory"), inRoom("physics", 1, 1, "laboratory"))))
                    .containsExactly(Finding.warning(
                            "camp.precheck.rooms-at-once-short",
                            "/parameters/roomLimits/0",
                            WEEK,
                            List.of("science", "physics"),
                            9,
                            1,
                            6,
                            6,
                            3));
        }

        @Test
        void closedDayTakesAllowedBlocks() {
            CampBuilder camp =
                    threeModules().closed("2026-09-08").subjects(allowedIn("swimming", 2, 2, Level.HARD, "module-3"));

            assertThat(precheck(camp)).extracting(Finding::code).containsExactly("camp.precheck.allowed-blocks-short");
        }
    }
}
