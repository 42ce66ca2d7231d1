package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.testkit.requirement.RequirementContractTest;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

class CoTeachingContractTest extends RequirementContractTest<CoTeachingParameters> {
    @Override
    protected InterventionPlugin<CoTeachingParameters> plugin() {
        return new CoTeachingPlugin();
    }

    @Override
    protected Requirements<CoTeachingParameters> requirements() {
        return CoTeachingRequirements.REQUIREMENTS;
    }

    @Override
    protected List<Problem> problems() {
        return List.of(simple().problem(), rich().danish().problem(), limited().problem());
    }

    /** Limits of co-teachers, of lessons on a day and beyond the minimum, and preparation with the main co-teacher only. */
    private static CoTeachingSchoolBuilder limited() {
        var classes = List.of(
                limited("1a", new ClassLimits(1, 1, 1, RuleStrength.REQUIREMENT, true)),
                limited("4b", new ClassLimits(0, 0, 1, RuleStrength.GUIDELINE, false)),
                limited("9c", new ClassLimits(2, 1, null, RuleStrength.WISH, true)));
        var school = simple().week("9c", 1, "cid").closed("2026-08-24");
        var pool = school.intervention().parameters().pool();
        var times = SharedPreparation.defaults();
        return school.parameters(new CoTeachingParameters(
                null,
                null,
                45,
                classes,
                pool,
                List.of(),
                List.of(),
                new SharedPreparation(
                        45,
                        25,
                        0,
                        times.weekdays(),
                        times.starts(),
                        times.earliest(),
                        times.latest(),
                        RuleStrength.REQUIREMENT),
                2,
                List.of(),
                null,
                List.of()));
    }

    private static ClassNeed limited(String group, ClassLimits limits) {
        return new ClassNeed(
                new GroupId(group),
                CoTeachingType.TYPE_1,
                2.5,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(),
                5,
                null,
                null,
                List.of(),
                limits);
    }

    private static CoTeachingSchoolBuilder simple() {
        return smallSchool()
                .week("1a", 2, "ann")
                .week("4b", 2, "bob")
                .person("mia", "DAN")
                .person("leo", "special needs")
                .needs(
                        List.of(need("1a", CoTeachingType.TYPE_1, 4, 8), need("4b", CoTeachingType.TYPE_2, 6, 3)),
                        List.of(coTeacher("mia", 6, CoTeachingType.TYPE_1), coTeacher("leo", 5)));
    }

    /** Odd and even weeks, periods, parallel teaching, a class with two adults always, meetings, pools, vetoes. */
    static CoTeachingSchoolBuilder rich() {
        var school = smallSchool()
                .weeks(6)
                .closed("2026-08-24")
                .week("1a", 2, "ann")
                .lesson("odd", "1a", "ENG", DayOfWeek.FRIDAY, "10:00", 60, week -> week.week() % 2 == 1, "ann")
                .lesson("even", "1a", "ENG", DayOfWeek.THURSDAY, "10:00", 45, week -> week.week() % 2 == 0, "bob")
                .week("4b", 1, "bob")
                .week("9c", 1, "cid")
                .person("mia", "MAT")
                .person("leo", "special needs")
                .person("pia", "DAN")
                .person("psy")
                .room("r1")
                .room("r2");
        var parallel = new ClassNeed(
                new GroupId("1a"),
                CoTeachingType.TYPE_1,
                null,
                List.of(),
                TeachingForm.ONE_ASSISTS,
                new TreeMap<>(Map.of("mat", TeachingForm.PARALLEL)),
                9,
                null,
                null,
                List.of(new StaffId("leo")),
                null);
        var always = new ClassNeed(
                new GroupId("9c"),
                CoTeachingType.TWO_ALWAYS,
                null,
                List.of("DAN"),
                TeachingForm.STATIONS,
                new TreeMap<>(),
                10,
                CoTeachingSchoolBuilder.W33.plus(1),
                CoTeachingSchoolBuilder.W33.plus(4),
                List.of(),
                null);
        var pool = List.of(
                new CoTeacher(
                        new StaffId("mia"),
                        new TreeSet<>(),
                        4.0,
                        null,
                        2,
                        1,
                        List.of(),
                        List.of(new StaffId("bob")),
                        "advisors"),
                new CoTeacher(new StaffId("leo"), new TreeSet<>(), null, 150, 0, 6, List.of(), List.of(), "advisors"),
                new CoTeacher(
                        new StaffId("pia"),
                        new TreeSet<>(List.of(CoTeachingType.TYPE_1, CoTeachingType.TWO_ALWAYS)),
                        null,
                        null,
                        0,
                        null,
                        List.of(new GroupId("4b")),
                        List.of(),
                        null));
        var autumn = new PriorityPeriod(
                "autumn",
                "Autumn",
                CoTeachingSchoolBuilder.W33.plus(2),
                CoTeachingSchoolBuilder.W33.plus(3),
                List.of(new GroupId("9c")),
                new TreeSet<>(List.of(1)),
                List.of(new Priority(new GroupId("1a"), 10, 6.0)));
        return school.parameters(new CoTeachingParameters(
                null,
                new IsoWeek(2026, 38),
                45,
                List.of(parallel, need("4b", CoTeachingType.TYPE_2, 3, 2), always),
                pool,
                List.of(new PoolBudget("advisors", 5)),
                List.of(autumn),
                new SharedPreparation(
                        45,
                        25,
                        20,
                        new TreeSet<>(),
                        new TreeSet<>(),
                        java.time.LocalTime.of(8, 0),
                        java.time.LocalTime.of(16, 0),
                        RuleStrength.WISH),
                2,
                List.of(),
                new AdvisorsMeeting(4, 60, List.of()),
                List.of(new Supervision("first", null, new StaffId("psy"), 3, 45, List.of(new StaffId("mia"))))));
    }
}
