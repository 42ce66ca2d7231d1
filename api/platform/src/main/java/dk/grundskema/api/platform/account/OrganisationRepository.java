package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.OrganisationResolver;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestMemo;
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

/** Stores the tree of organisations. */
@Component
public class OrganisationRepository implements OrganisationResolver {
    private static final String SELECT = "SELECT id, name, parent, retention_days, version FROM organisation ";

    private final JdbcClient database;
    private final InstantSource clock;

    OrganisationRepository(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A school, a youth school, or a municipality above its schools.
     *
     * @param id            its id
     * @param name          its name
     * @param parent        organisation that it belongs to; {@code null} means none
     * @param retentionDays days after the end of a plan until its participants are made anonymous; {@code null} means the value of the
     *     organisation above, and never if none has one
     * @param version       version number
     */
    public record Organisation(
            OrganisationId id,
            String name,
            @Nullable OrganisationId parent,
            @Nullable Integer retentionDays,
            long version) {}

    /** Returns the organisation with that id; empty if there is none. */
    public Optional<Organisation> find(OrganisationId id) {
        Organisation known = alreadyRead().get(id);
        return known == null
                ? database.sql(SELECT + "WHERE id = :id")
                        .param("id", id.value())
                        .query(OrganisationRepository::organisation)
                        .optional()
                : Optional.of(known);
    }

    /** Returns the organisations that the current request has read. */
    private static Map<OrganisationId, Organisation> alreadyRead() {
        return RequestMemo.values("organisations");
    }

    /**
     * Returns the organisation with that id.
     *
     * @throws RefusalException 404 if there is none
     */
    public Organisation get(OrganisationId id) {
        return find(id).orElseThrow(RefusalException::notFound);
    }

    /** Returns all organisations. */
    public List<Organisation> all() {
        return database.sql(SELECT + "ORDER BY id")
                .query(OrganisationRepository::organisation)
                .list();
    }

    /** Returns an organisation and all below it; empty if it does not exist. */
    public Set<OrganisationId> findSubtree(OrganisationId top) {
        return findSubtree(Set.of(top)).getOrDefault(top, Set.of());
    }

    /** Returns the subtree of each of several organisations; missing organisations are left out. */
    Map<OrganisationId, Set<OrganisationId>> findSubtree(Set<OrganisationId> tops) {
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

    /** Returns an organisation and all above it, from the bottom up. */
    public List<OrganisationId> findWithAncestors(OrganisationId from) {
        var all = new ArrayList<OrganisationId>();
        Optional<Organisation> at = find(from);
        while (at.isPresent()) {
            all.add(at.get().id());
            OrganisationId parent = at.get().parent();
            at = parent == null ? Optional.empty() : find(parent);
        }
        return all;
    }

    /**
     * Returns the days after the end of a plan until its participants are made anonymous: the value of the organisation or of the nearest above that
     * has one; {@code null} means never.
     */
    public @Nullable Integer effectiveRetentionDays(OrganisationId from) {
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

    /** Locks the assignment of administrators until the transaction ends. */
    void lockAdministration() {
        database.sql(
                        "UPDATE organisation SET parent = parent WHERE id = (SELECT MIN(id) FROM organisation WHERE parent IS NULL)")
                .update();
    }

    /** Adds an organisation. */
    public void add(OrganisationId id, String name, @Nullable OrganisationId parent) {
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
     * Changes the name and the retention period of an organisation.
     *
     * @throws RefusalException 412 if its version changed
     */
    void update(OrganisationId id, long version, String name, @Nullable Integer retentionDays) {
        int changed = database.sql("""
                        UPDATE organisation SET name = :name, retention_days = :days, version = version + 1
                        WHERE id = :id AND version = :version""")
                .param("name", name)
                .param("days", retentionDays)
                .param("id", id.value())
                .param("version", version)
                .update();
        alreadyRead().remove(id);
        if (changed == 0) {
            throw RefusalException.of(
                    HttpStatus.PRECONDITION_FAILED, "organisation.changed-meanwhile", version, get(id).version());
        }
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return rememberRow(row, "");
    }

    /**
     * Remembers an organisation for the current request that a query for something else read.
     *
     * @param prefix prefix of the columns of the organisation
     */
    public static Organisation rememberRow(ResultSet row, String prefix) throws SQLException {
        String parent = row.getString(prefix + "parent");
        int days = row.getInt(prefix + "retention_days");
        Integer retentionDays = row.wasNull() ? null : Integer.valueOf(days);
        var read = new Organisation(
                new OrganisationId(row.getString(prefix + "id")),
                row.getString(prefix + "name"),
                parent == null ? null : new OrganisationId(parent),
                retentionDays,
                row.getLong(prefix + "version"));
        alreadyRead().put(read.id(), read);
        return read;
    }

    @Override
    public String pathVariable() {
        return "organisation";
    }

    @Override
    public Optional<OrganisationId> organisationOf(String id) {
        return OrganisationId.FORM.matcher(id).matches()
                ? find(new OrganisationId(id)).map(Organisation::id)
                : Optional.empty();
    }
}
