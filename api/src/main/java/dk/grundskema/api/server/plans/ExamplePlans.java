package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.OrganisationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans of the examples that are in the program. */
@Component
public class ExamplePlans {
    private final Plans plans;
    private final Documents documents;

    ExamplePlans(Plans plans, Documents documents) {
        this.plans = plans;
        this.documents = documents;
    }

    /**
     * Makes a plan of an example, called what the example is called.
     *
     * @param name the example's, such as {@code camp-3-weeks}
     * @throws IllegalStateException if there is none of that name
     */
    public Plan make(String name, OrganisationId organisation, AccountId author) {
        Kept.OfProblem problem = documents.keepProblem(text(name), "");
        var made = new Change("revision.created", List.of(), problem, null);
        return plans.create(organisation, problem.value().title(), made, null, author);
    }

    private static String text(String name) {
        String file = name + "/problem.json";
        try (InputStream in = ExamplePlans.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The example (%s) is not in the program.".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
