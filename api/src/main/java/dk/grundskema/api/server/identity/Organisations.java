package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations, as the database has them. */
@Component
public class Organisations implements Belonging {
    private static final String SELECT = "SELECT id, name, parent, retention_days, version FROM organisation ";

    private final JdbcClient database;
    private final InstantSource clock;

    Organisations(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A school, a youth school, a municipality over its schools.
     *
     * @param id            its id
     * @param name          what people call it
     * @param parent        the organisation that it belongs to; {@code null} means none
     * @param retentionDays days after the end of a plan until it forgets who took part; {@code null} means as the
     *                      organisation above says, and never if none does
     * @param version       counts its changes
     */
    public record Organisation(
            OrganisationId id,
            String name,
            @Nullable OrganisationId parent,
            @Nullable Integer retentionDays,
            long version) {}

    /** The organisation of that id, if there is one. */
    public Optional<Organisation> find(OrganisationId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query(Organisations::organisation)
                .optional();
    }

    /**
     * The organisation of that id.
     *
     * @throws Refusal 404 if there is none
     */
    public Organisation get(OrganisationId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** All organisations. */
    public List<Organisation> all() {
        return database.sql(SELECT + "ORDER BY id")
                .query(Organisations::organisation)
                .list();
    }

    /** An organisation and all below it; empty if it isn't there. */
    public Set<OrganisationId> within(OrganisationId top) {
        return within(Set.of(top)).getOrDefault(top, Set.of());
    }

    /** The same for each of several organisations; those that aren't there are missing. */
    Map<OrganisationId, Set<OrganisationId>> within(Set<OrganisationId> tops) {
        var within = new HashMap<OrganisationId, Set<OrganisationId>>();
        if (!tops.isEmpty()) {
            database.sql("""
                            WITH RECURSIVE below (origin, id) AS (
                              SELECT id, id FROM organisation WHERE id IN (:tops)
                              UNION ALL SELECT b.origin, o.id FROM organisation o JOIN below b ON o.parent = b.id)
                            SELECT origin, id FROM below""")
                    .param("tops", tops.stream().map(OrganisationId::value).toList())
                    .query(row -> {
                        within.computeIfAbsent(
                                        new OrganisationId(row.getString("origin")), fresh -> new LinkedHashSet<>())
                                .add(new OrganisationId(row.getString("id")));
                    });
        }
        return within;
    }

    /** An organisation and all above it, from there upwards. */
    List<OrganisationId> upwards(OrganisationId from) {
        var all = new ArrayList<OrganisationId>();
        Optional<Organisation> at = find(from);
        while (at.isPresent()) {
            all.add(at.get().id());
            OrganisationId parent = at.get().parent();
            at = parent == null ? Optional.empty() : find(parent);
        }
        return all;
    }

    /** Days after the end of a plan until it forgets who took part, as an organisation says or the nearest above that does; {@code null} means never. */
    public @Nullable Integer retentionDays(OrganisationId from) {
        Optional<Organisation> at = find(from);
        while (at.isPresent()) {
            Organisation one = at.get();
            if (one.retentionDays() != null) {
                return one.retentionDays();
            }
            at = one.parent() == null ? Optional.empty() : find(one.parent());
        }
        return null;
    }

    /** Lets nobody else change who administers anything until the transaction's end. */
    void lock() {
        database.sql(
                        "UPDATE organisation SET parent = parent WHERE id = (SELECT MIN(id) FROM organisation WHERE parent IS NULL)")
                .update();
    }

    /** Keeps a new organisation. */
    void add(OrganisationId id, String name, @Nullable OrganisationId parent) {
        database.sql("""
                        INSERT INTO organisation (id, name, parent, version, created)
                        VALUES (:id, :name, :parent, 1, :now)""")
                .param("id", id.value())
                .param("name", name)
                .param("parent", parent == null ? null : parent.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Changes what an organisation is called and how long its plans remember who took part.
     *
     * @throws Refusal 412 if it has another version by now
     */
    void set(OrganisationId id, long version, String name, @Nullable Integer retentionDays) {
        int changed = database.sql("""
                        UPDATE organisation SET name = :name, retention_days = :days, version = version + 1
                        WHERE id = :id AND version = :version""")
                .param("name", name)
                .param("days", retentionDays)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw Refusal.of(
                    HttpStatus.PRECONDITION_FAILED, "organisation.changed-meanwhile", version, get(id).version());
        }
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        String parent = row.getString("parent");
        int days = row.getInt("retention_days");
        Integer retentionDays = row.wasNull() ? null : Integer.valueOf(days);
        return new Organisation(
                new OrganisationId(row.getString("id")),
                row.getString("name"),
                parent == null ? null : new OrganisationId(parent),
                retentionDays,
                row.getLong("version"));
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
