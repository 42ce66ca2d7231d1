package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Extension point for features that store personal data outside revisions. Each such feature registers a bean, so that exports are complete. */
public interface PersonalDataSource {
    /**
     * Something that is kept about a person.
     *
     * @param kind    what it is: {@code absence}, {@code account}, {@code delivery}, {@code link}, {@code notice}, {@code number} or {@code solve}
     * @param plan    in which plan; {@code null} means none in particular
     * @param content all that is kept of it, without what is about others
     */
    record PersonalDataItem(
            String kind,
            @Nullable String plan,
            @Schema(implementation = Json.JsonObject.class) Json content) {
        /** Returns kind and plan only. */
        @Override
        public String toString() {
            return kind + " " + plan;
        }
    }

    /** Returns a lazy stream of everything stored about the staff member or student with this id in an organisation's plans. */
    Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person);
}
