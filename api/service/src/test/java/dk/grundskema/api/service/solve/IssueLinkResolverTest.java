package dk.grundskema.api.service.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.service.plan.problem.CampStep;
import dk.grundskema.api.service.plan.problem.CampStepLocator;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An issue links to the page on which it is mended. */
final class IssueLinkResolverTest {
    private static final Set<Permission> PLANNER = Role.PLANNER.permissions();

    /** A guide that has fields for teams, the plan's weeks and weights, and, as a camp, for its title. */
    private static final CampStepLocator GUIDE = pointer -> switch (pointer) {
        case "/parameters/teams", "/parameters/teams/given/2" -> Optional.of(CampStep.TEAMS);
        case "/weights/core.gaps" -> Optional.of(CampStep.RULES);
        case "/title", "/horizon" -> Optional.of(CampStep.DATES);
        default -> Optional.empty();
    };

    /** 9 staff, 24 students, 6 rooms, no groups, one camp. */
    private final Problem camp = problem("camp-3-weeks");

    /** 26 staff, 16 groups, five interventions, no camp. */
    private final Problem school = problem("guide-all-five");

    private static Problem problem(String example) {
        return switch (new PluginPlanningFacade().readProblem(Path.of("../../examples", example, "problem.json"))) {
            case ReadResult.Success<Problem> good -> good.value();
            case ReadResult.Failure<Problem> bad -> throw new AssertionError(bad.findings());
        };
    }

    private static IssueLinkResolver mending(Problem problem, Set<Permission> permissions) {
        return new IssueLinkResolver("p", problem, permissions, GUIDE);
    }

    private static IssueLinkResolver mending(Problem problem) {
        return mending(problem, PLANNER);
    }

    private static String path(Optional<IssueLinkResolver.IssueLink> page) {
        return page.map(IssueLinkResolver.IssueLink::path).orElse("nowhere");
    }

    /** The problem with two camps that ask for the same. */
    private Problem twice() {
        Intervention<?> first = camp.interventions().getFirst();
        var second = new Intervention<>(new InterventionId("camp#2"), first.type(), "Vintercamp", first.parameters());
        return SchoolBuilder.like(camp).intervention(second).build();
    }

    @ParameterizedTest
    @CsvSource({
        "/staff, /plans/p/lists/staff",
        "/staff/0, /plans/p/lists/staff#row-1",
        "/staff/25/email, /plans/p/lists/staff#row-26",
        "/staff/26, nowhere",
        "/staff/99999999999, nowhere",
        "/staff/x, nowhere",
        "/staffing, nowhere",
        "/students/5, /plans/p/lists/students#row-6",
        "/rooms/2/capacity, /plans/p/lists/rooms#row-3",
        "/groups/15/members/3, /plans/p/lists/groups#row-16",
        "/groups/16, nowhere",
        "/lessons/7, nowhere",
        "/horizon, nowhere",
        "/weights/core.gaps, /plans/p/rules",
        "/work/hoursPerDay, /plans/p/rules",
        "/workers, nowhere",
        "/support, nowhere",
        "'', nowhere",
    })
    void listItemIssueLinksToItsRow(String pointer, String path) {
        assertThat(path(mending(school).findByPointer(pointer))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/interventions, /plans/p/interventions, pages.mend-interventions, ''",
        "/interventions/0, /plans/p/interventions/co-teaching, pages.mend-intervention, Tolærerordning",
        "/interventions/2/parameters/teams, /plans/p/interventions/smaa-grupper, pages.mend-intervention, Små grupper",
    })
    void interventionIssueLinksToItsForm(String pointer, String path, String text, String name) {
        assertThat(mending(school).findByPointer(pointer)).contains(new IssueLinkResolver.IssueLink(path, text, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/interventions/5", "/interventions/99999999999", "/interventions/-1", "/interventions/a"})
    void missingInterventionHasNoLink(String pointer) {
        assertThat(mending(school).findByPointer(pointer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/interventions/0/parameters/teams/given/2, /plans/p/camp/teams, pages.mend-camp-teams",
        "/interventions/0/title, /plans/p/camp/dates, pages.mend-camp-dates",
        "/weights/core.gaps, /plans/p/camp/rules, pages.mend-camp-rules",
        "/horizon, /plans/p/camp/dates, pages.mend-camp-dates",
        "/interventions/0/parameters/visits/0, /plans/p/interventions/camp, pages.mend-intervention",
        "/interventions/0, /plans/p/interventions/camp, pages.mend-intervention",
    })
    void aCampIsMendedInTheStepThatHasAFieldForIt(String pointer, String path, String text) {
        assertThat(mending(camp).findByPointer(pointer))
                .contains(new IssueLinkResolver.IssueLink(path, text, "Efterårscamp 2026"));
    }

    @Test
    void planTitleOfACampHasNoLink() {
        assertThat(mending(camp).findByPointer("/title")).isEmpty();
    }

    @Test
    void ofSeveralCampsTheStepIsThatOfTheRightOne() {
        IssueLinkResolver two = mending(twice());
        assertThat(path(two.findByPointer("/interventions/0/parameters/teams")))
                .isEqualTo("/plans/p/camp/teams?of=camp");
        assertThat(two.findByPointer("/interventions/1/parameters/teams"))
                .contains(new IssueLinkResolver.IssueLink(
                        "/plans/p/camp/teams?of=camp%232", "pages.mend-camp-teams", "Vintercamp"));
        assertThat(path(two.findByPointer("/interventions/1"))).isEqualTo("/plans/p/interventions/camp%232");
        assertThat(path(two.findByPointer("/weights/core.gaps"))).isEqualTo("/plans/p/rules");
        assertThat(two.findByRule("camp.visits")).as("it is unknown which").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "camp.visits, /plans/p/interventions/camp",
        "core.missing-adult, /plans/p/lists/staff",
        "core.room-capacity, /plans/p/lists/rooms",
        "core.never-together, /plans/p/lists/students",
        "core.daily-rest, nowhere",
        "camper.visits, nowhere",
    })
    void aBrokenRuleIsMendedWhereWhatItAsksIsSaid(String rule, String path) {
        assertThat(path(mending(camp).findByRule(rule))).isEqualTo(path);
    }

    @Test
    void theRulesThatLeadToListsAreThere() {
        assertThat(Planner.coreRules()).extracting(RuleType::id).containsAll(IssueLinkResolver.LISTS.keySet());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "READER", "STAFF"})
    void roleWithoutPlanPermissionGetsNoLinks(Role role) {
        IssueLinkResolver mending = mending(camp, role.permissions());
        assertThat(mending.findByPointer("/staff/0")).isEmpty();
        assertThat(mending.findByPointer("/interventions/0")).isEmpty();
        assertThat(mending.findByPointer("/interventions")).isEmpty();
        assertThat(mending.findByRule("camp.visits")).isEmpty();
        assertThat(mending.findByRule("core.missing-adult")).isEmpty();
    }

    @Test
    void plannerWithoutStudentNamesGetsNoLinksToStudents() {
        IssueLinkResolver mending = mending(school, Set.of(Permission.PLAN, Permission.READ));
        assertThat(path(mending.findByPointer("/staff/0"))).isEqualTo("/plans/p/lists/staff#row-1");
        assertThat(mending.findByPointer("/students/0")).isEmpty();
        assertThat(mending.findByPointer("/groups/0")).isEmpty();
        assertThat(mending.findByRule("core.never-together")).isEmpty();
    }
}
