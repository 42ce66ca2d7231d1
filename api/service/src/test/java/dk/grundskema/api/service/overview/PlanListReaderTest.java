package dk.grundskema.api.service.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.overview.PlanListReader.PlanListEntry;
import dk.grundskema.api.service.plan.DocumentRepository;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStatusRepository;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.api.service.testing.StatementListener;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A list of more plans than the cache holds reads each once, and does not evict the plans that users work with. */
final class PlanListReaderTest {
    private static final int MORE_THAN_STAY = 45;

    private final Server server = TestServices.on(TestDatabase.H2);
    private final TestSchool school = TestSchool.create(server);
    private final List<String> heard = new ArrayList<>();
    private final JdbcClient database = StatementListener.wrap(server.bean(JdbcClient.class), heard::add);
    private final DocumentStore documents = new DocumentStore(
            new DocumentRepository(database, TestClock.source(), server.bean(PlatformTransactionManager.class)),
            new PluginPlanningFacade());
    private final PlanListReader planListReader = new PlanListReader(
            database,
            server.bean(RevisionRepository.class),
            documents,
            server.bean(PlanStatusRepository.class),
            server.bean(RequestTexts.class));

    private List<PlanListEntry> latest() {
        var organisation = new OrganisationId(school.id());
        return planListReader.findLatest(List.of(organisation), Map.of(), 100).getOrDefault(organisation, List.of());
    }

    private long read() {
        long read = heard.stream()
                .filter(one -> one.startsWith("SELECT content FROM document"))
                .count();
        heard.clear();
        return read;
    }

    private String made(int number) {
        Map<String, Object> problem = TestServices.exampleProblem("camp-3-weeks");
        problem.put("title", school.id() + " " + number);
        ServiceClient client = ServiceClient.administrator(server);
        return TestPlans.createPlan(client, school.path(), problem).header("Location");
    }

    @Test
    void eachIsReadOnceAndNoneTakesThePlaceOfWhatSomebodyWorksWith() {
        var plans = server.bean(PlanStore.class);
        Plan worked = plans.get(TestPlans.planIdOf(made(0)));
        for (int i = 1; i <= MORE_THAN_STAY; i++) {
            made(i);
        }
        documents.problem(plans.revision(worked.head()).problem());
        assertThat(read()).isOne();

        List<PlanListEntry> first = latest();
        assertThat(read()).as("all except the cached one").isEqualTo(MORE_THAN_STAY);
        assertThat(latest()).isEqualTo(first);
        assertThat(read()).isZero();
        documents.problem(plans.revision(worked.head()).problem());
        assertThat(read()).isZero();

        assertThat(first).hasSize(MORE_THAN_STAY + 1).allSatisfy(one -> {
            assertThat(one.problem().interventions()).hasSize(1);
            assertThat(one.problem().period().from()).isEqualTo(LocalDate.of(2026, 9, 7));
            assertThat(one.lacks()).isEmpty();
        });
    }

    @Test
    void planListShowsTheCurrentProblem() {
        String place = made(0);
        String before = latest().getFirst().problem().interventions().getFirst();
        ServiceClient client = ServiceClient.administrator(server);
        Map<String, Object> problem = TestServices.exampleProblem("camp-3-weeks");
        problem.put("interventions", List.of());
        client.withHeader("If-Match", client.get(place).tag()).put(place + "/problem", Map.of("problem", problem));
        assertThat(before).isNotEmpty();
        assertThat(latest().getFirst().problem().interventions()).isEmpty();
    }
}
