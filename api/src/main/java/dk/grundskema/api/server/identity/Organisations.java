package dk.grundskema.api.server.identity;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations, as the database has them. */
@Component
public class Organisations implements Belonging {
    private final JdbcClient database;
    private final InstantSource clock;

    Organisations(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A school, a youth school, a municipality over its schools.
     *
     * @param id     its id
     * @param name   what people call it
     * @param parent the organisation that it belongs to; {@code null} means none
     */
    public record Organisation(
            OrganisationId id, String name, @Nullable OrganisationId parent) {}

    /** The organisation of that id, if there is one. */
    public Optional<Organisation> find(OrganisationId id) {
        return database.sql("SELECT id, name, parent FROM organisation WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> {
                    String parent = row.getString("parent");
                    return new Organisation(
                            new OrganisationId(row.getString("id")),
                            row.getString("name"),
                            parent == null ? null : new OrganisationId(parent));
                })
                .optional();
    }

    /** Keeps an organisation. */
    public void add(Organisation one) {
        OrganisationId parent = one.parent();
        database.sql("""
                        INSERT INTO organisation (id, name, parent, version, created)
                        VALUES (:id, :name, :parent, 1, :now)""")
                .param("id", one.id().value())
                .param("name", one.name())
                .param("parent", parent == null ? null : parent.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public String variable() {
        return "organisation";
    }

    @Override
    public Optional<OrganisationId> organisation(String id) {
        return OrganisationId.FORM.matcher(id).matches()
                ? find(new OrganisationId(id)).map(Organisation::id)
                : Optional.empty();
    }
}
