package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The next school year or camp over REST. */
final class NextTermControllerTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final ServiceClient client = ServiceClient.administrator(server);

    private String createPlan(String example) {
        return TestPlans.createPlan(client, school.path(), TestServices.exampleProblem(example))
                .header("Location");
    }

    private List<PlanId> listed() {
        return server.bean(PlanStore.class).findListed(new OrganisationId(school.id()), null, 50).stream()
                .map(Plan::id)
                .toList();
    }

    @Test
    void nextSchoolYearIsSaidAndMadeOnlyIfAskedFor() {
        String present = createPlan("school-12-classes");
        Plan before = server.bean(PlanStore.class).get(TestPlans.planIdOf(present));

        Answer preview = client.post(present + "/next-term", Map.of());
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.at("/differences").toString()).contains("53");
        assertThat(String.valueOf(preview.at("/plan"))).isEqualTo("null");
        assertThat(listed()).containsExactly(before.id());

        Answer made = client.post(present + "/next-term?createPlan=true", Map.of());
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/differences")).isEqualTo(preview.at("/differences"));
        PlanId next = TestPlans.planIdOf(made.header("Location"));
        assertThat(made.at("/plan/id")).isEqualTo(next.value());
        assertThat(listed()).containsExactlyInAnyOrder(before.id(), next);
        assertThat(server.bean(PlanStore.class).get(before.id())).isEqualTo(before);
        assertThat(TestPlans.problem(server, next.value()).horizon().firstWeek())
                .isEqualTo(
                        TestPlans.problem(server, present).horizon().firstWeek().plus(53));
    }

    @Test
    void campBeginsInTheWeekOfADayUnderItsTitle() {
        Answer made = client.post(
                createPlan("camp-3-weeks") + "/next-term?createPlan=true",
                Map.of("firstDay", "2027-02-10", "title", "Vintercamp"));

        assertThat(made.at("/plan/title")).isEqualTo("Vintercamp");
        assertThat(TestPlans.problem(server, made.header("Location")).horizon().firstDay())
                .isEqualTo(LocalDate.of(2027, 2, 8));
    }

    @Test
    void allErrorsAreRefusedAtOnceWithTheirFields() {
        Answer refused = client.post(
                createPlan("camp-3-weeks") + "/next-term?createPlan=true",
                Map.of("schoolYear", "2027/28", "firstDay", "2020-02-10", "title", "x".repeat(300)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/findings").toString()).contains("/schoolYear", "/firstDay", "/title");
        assertThat(listed()).hasSize(1);
    }
}
