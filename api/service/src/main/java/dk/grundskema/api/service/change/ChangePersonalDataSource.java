package dk.grundskema.api.service.change;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.privacy.PersonMentionFinder;
import dk.grundskema.api.service.privacy.PersonalDataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds mentions of a person in documents of previews of changes. */
@Component
final class ChangePersonalDataSource implements PersonalDataSource {
    private final JdbcClient database;
    private final PersonMentionFinder personMentionFinder;

    ChangePersonalDataSource(JdbcClient database, PersonMentionFinder personMentionFinder) {
        this.database = database;
        this.personMentionFinder = personMentionFinder;
    }

    private record FoundDocument(String change, String plan, String hash) {}

    @Override
    public Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person) {
        List<FoundDocument> all = Stream.of("problem", "least", "fresh")
                .flatMap(column -> database
                        .sql("SELECT c.id, c.plan, c." + column + " AS hash FROM change_preview c"
                                + " JOIN plan p ON p.id = c.plan WHERE p.organisation = :organisation AND c." + column
                                + " IS NOT NULL ORDER BY c.plan, c.created, c.id")
                        .param("organisation", organisation.value())
                        .query((row, number) ->
                                new FoundDocument(row.getString("id"), row.getString("plan"), row.getString("hash")))
                        .list()
                        .stream())
                .toList();
        return all.stream().flatMap(one -> about(one, person));
    }

    private Stream<PersonalDataItem> about(FoundDocument found, String person) {
        List<PersonMentionFinder.Mention> places = personMentionFinder.mentions(found.hash(), person);
        if (places.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Json> content = new LinkedHashMap<>();
        content.put("change", new Json.JsonString(found.change()));
        content.put("places", RecordWriter.toJsonArray(places));
        return Stream.of(new PersonalDataItem("change", found.plan(), new Json.JsonObject(content)));
    }
}
