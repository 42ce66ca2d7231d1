package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.requirement.RequirementContractTest;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.LocalTime;
import java.util.List;

class CampContractTest extends RequirementContractTest<CampParameters> {
    @Override
    protected InterventionPlugin<CampParameters> plugin() {
        return new CampPlugin();
    }

    @Override
    protected Requirements<CampParameters> requirements() {
        return CampRequirements.REQUIREMENTS;
    }

    @Override
    protected List<Problem> problems() {
        return List.of(
                smallCamp().problem(),
                smallCamp()
                        .teams(2)
                        .horizonWeeks(2)
                        .weeks(2)
                        .closed("2026-09-15")
                        .problem(),
                withLimits(Level.HARD).problem(),
                withLimits(Level.MEDIUM).closed("2026-09-08").problem(),
                withLimits(Level.SOFT).problem(),
                appointments().problem(),
                appointments()
                        .teams(2)
                        .lockTime("camp/conversation/s2/1", CampBuilder.MONDAY, "16:35", "16:55")
                        .lockTime("camp/conversation/s3/1", CampBuilder.TUESDAY, "19:00", "19:20")
                        .problem(),
                smallCamp()
                        .lockTime("camp/camp-team-1/2026-09-07/module-1", CampBuilder.TUESDAY, "19:00", "20:00")
                        .problem());
    }

    /** Three teams with all limits of subjects; between two modules in a row of a Monday is one of the whole camp. */
    private static CampBuilder withLimits(Level level) {
        Block together = new Block(
                "module-0", null, Block.Kind.MODULE, at("11:00"), at("11:30"), false, null, 0, List.of(), List.of());
        return smallCamp()
                .teams(3)
                .days(
                        CampBuilder.day(
                                "monday",
                                "1",
                                CampBuilder.module("module-1", "09:00", "10:30"),
                                together,
                                CampBuilder.module("module-2", "13:00", "14:30"),
                                CampBuilder.module("module-3", "15:00", "16:30")),
                        CampBuilder.day(
                                "tuesday",
                                "2",
                                CampBuilder.module("module-2", "13:00", "14:30"),
                                CampBuilder.module("module-1", "09:00", "10:30")))
                .subjects(
                        CampBuilder.allowedIn("swimming", 2, 2, level, "module-3", "module-1"),
                        CampBuilder.inRoom("science", 2, 2, "laboratory"),
                        CampBuilder.inRoom("physics", 1, 1, "laboratory"),
                        CampBuilder.inRoom("anywhere", 1, 1, "laboratory", "classroom"),
                        CampBuilder.subject("music", 2, 2, ""))
                .noDoubleModules(level, "music")
                .roomLimit(level, 1, "laboratory");
    }

    private static LocalTime at(String time) {
        return LocalTime.parse(time);
    }

    /** Conversations of three students, one with a given contact person, and a visit. */
    private static CampBuilder appointments() {
        return smallCamp()
                .room("nook", "house", "quiet")
                .namedStudents("s1", "s2", "s3")
                .person("vera")
                .blocks(
                        CampBuilder.module("module-1", "09:00", "10:30"),
                        CampBuilder.block("quiet-hour", Block.Kind.QUIET_HOUR, "16:30", "17:30"),
                        CampBuilder.module("module-2", "13:00", "14:30"))
                .conversations(CampBuilder.conversations(2, 20, "quiet-hour", CampBuilder.contact("s1", "cid")))
                .person("sub")
                .person("stand-in")
                .lessonOf("maths", CampBuilder.MONDAY, "10:00", "10:45", "vera")
                .lessonOf("danish", CampBuilder.TUESDAY, "08:00", "09:30", "vera")
                .lessonOf("late", CampBuilder.TUESDAY, "12:00", "13:00", "vera")
                .visit(CampBuilder.visit("north", "vera", "module-1", 1, "sub", "stand-in"));
    }

    @Override
    protected List<Problem> faultyProblems() {
        return List.of(
                smallCamp().noStudents().problem(),
                smallCamp().conversations(Conversations.defaults()).problem(),
                smallCamp()
                        .visit(CampBuilder.visit("north", "nobody", "siesta", 1))
                        .problem(),
                withLimits(Level.HARD).noDoubleModules(Level.HARD, "siesta").problem(),
                smallCamp().noStaff().problem(),
                smallCamp()
                        .blocks(
                                CampBuilder.module("module-1", "09:00", "10:30"),
                                CampBuilder.module("module-2", "10:00", "11:30"))
                        .problem());
    }
}
