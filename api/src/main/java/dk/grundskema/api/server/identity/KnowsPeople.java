package dk.grundskema.api.server.identity;

import dk.grundskema.api.platform.Json;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps something about people beside plans' revisions. Each room with such things has one of these as a bean, so that people can be told all of it. */
public interface KnowsPeople {
    /**
     * Something that is kept about a person.
     *
     * @param kind    what it is: {@code absence}, {@code account}, {@code delivery}, {@code link}, {@code notice}, {@code number} or {@code solve}
     * @param plan    in which plan; {@code null} means none in particular
     * @param content all that is kept of it, without what is about others
     */
    record Known(
            String kind,
            @Nullable String plan,
            @Schema(implementation = Json.Structure.class) Json content) {
        /** Only what and where. */
        @Override
        public String toString() {
            return kind + " " + plan;
        }
    }

    /** All that is kept about the person whom an organisation's plans know by an id, whether staff or student; each is read when it is asked for. */
    Stream<Known> about(OrganisationId organisation, String person);
}
