package dk.grundskema.api.service.overview;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.RevisionContent;
import dk.grundskema.api.service.plan.StoredDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Creates plans from the bundled examples. */
@Component
public class ExamplePlanFactory {
    private final PlanStore plans;
    private final DocumentStore documents;

    ExamplePlanFactory(PlanStore plans, DocumentStore documents) {
        this.plans = plans;
        this.documents = documents;
    }

    /**
     * Creates a plan from an example, with the example's title.
     *
     * @param name name of the example, such as {@code camp-3-weeks}
     * @throws IllegalStateException if there is no such example
     */
    public Plan create(String name, OrganisationId organisation, AccountId author) {
        StoredDocument.StoredProblem problem = documents.storeProblem(readExample(name), List.of());
        var made = new RevisionContent("revision.created", List.of(), problem, null);
        return plans.create(organisation, problem.value().title(), made, null, author);
    }

    private static String readExample(String name) {
        String file = name + "/problem.json";
        try (InputStream in = ExamplePlanFactory.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The example (%s) is not in the program.".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
