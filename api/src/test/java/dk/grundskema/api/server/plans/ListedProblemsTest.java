package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.api.server.Client;
import dk.grundskema.api.server.Database;
import dk.grundskema.api.server.HeardDatabase;
import dk.grundskema.api.server.NewPlan;
import dk.grundskema.api.server.Services;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.School;
import dk.grundskema.api.server.plans.ListedPlans.Listed;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.start.Server;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A list of more plans than stay in memory reads each once, and takes nothing from whoever works with one. */
final class ListedProblemsTest {
    private static final int MORE_THAN_STAY = 45;

    private final Server server = Services.on(Database.H2);
    private final School school = School.in(server);
    private final List<String> heard = new ArrayList<>();
    private final JdbcClient database = HeardDatabase.of(server.part(JdbcClient.class), heard::add);
    private final Documents documents = new Documents(
            new DocumentRows(database, InstantSource.system(), server.part(PlatformTransactionManager.class)),
            new PluginHouse());
    private final ListedPlans listed =
            new ListedPlans(database, server.part(Revisions.class), documents, server.part(Speaking.class));

    private List<Listed> latest() {
        var organisation = new OrganisationId(school.id());
        return listed.latest(List.of(organisation), Map.of(), 100).getOrDefault(organisation, List.of());
    }

    private long read() {
        long read = heard.stream()
                .filter(one -> one.startsWith("SELECT content FROM document"))
                .count();
        heard.clear();
        return read;
    }

    private String made(int number) {
        Map<String, Object> problem = Services.example("camp-3-weeks");
        problem.put("title", school.id() + " " + number);
        Client client = Services.administrator(server);
        return NewPlan.made(client, school.path(), problem).header("Location");
    }

    @Test
    void eachIsReadOnceAndNoneTakesThePlaceOfWhatSomebodyWorksWith() {
        var plans = server.part(Plans.class);
        Plan worked = plans.get(NewPlan.id(made(0)));
        for (int i = 1; i <= MORE_THAN_STAY; i++) {
            made(i);
        }
        documents.problem(plans.revision(worked.head()).problem());
        assertThat(read()).isOne();

        List<Listed> first = latest();
        assertThat(read()).as("all but the one that is in memory").isEqualTo(MORE_THAN_STAY);
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
    void whatIsShownIsOfTheProblemThatThePlanHasNow() {
        String place = made(0);
        String before = latest().getFirst().problem().interventions().getFirst();
        Client client = Services.administrator(server);
        Map<String, Object> problem = Services.example("camp-3-weeks");
        problem.put("interventions", List.of());
        client.with("If-Match", client.get(place).tag()).put(place + "/problem", Map.of("problem", problem));
        assertThat(before).isNotEmpty();
        assertThat(latest().getFirst().problem().interventions()).isEmpty();
    }
}
