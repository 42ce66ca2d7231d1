package dk.grundskema.api.service.plan;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.status.PlanStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the status of revisions, one for each, without conflicts with other plans and absences, which change without the
 * revision. A status that another version of program or plugins counted is not returned. Queries for revisions
 * read the status as well, and the request remembers it, so that it needs no query of its own.
 */
@Component
public final class PlanStatusRepository {
    private static final List<String> COUNTS = List.of(
            "conflicts",
            "open_seats",
            "other_shortfalls",
            "guide_shortfalls",
            "unmet_wishes",
            "wish_cost",
            "unplanned_sessions",
            "students_without_group",
            "accepted_shortfalls");

    /** Columns of the status, without the revision. No other table that is joined with it has columns of these names. */
    static final List<String> COLUMNS =
            Stream.concat(Stream.of("program_version"), COUNTS.stream()).toList();

    private final JdbcClient database;
    private final String programVersion;

    PlanStatusRepository(JdbcClient database, PluginPlanningFacade planning) {
        this.database = database;
        this.programVersion = planning.programVersion();
    }

    /** Returns the stored status of revisions by id, in at most one query; revisions without one of this version are left out. */
    public Map<RevisionId, PlanStatus> findAll(Collection<RevisionId> revisions) {
        Map<RevisionId, Optional<StoredPlanStatus>> known = read(revisions);
        var found = new HashMap<RevisionId, PlanStatus>();
        known.forEach(
                (revision, stored) -> stored.filter(one -> one.programVersion().equals(programVersion))
                        .ifPresent(one -> found.put(revision, one.status())));
        return found;
    }

    private Map<RevisionId, Optional<StoredPlanStatus>> read(Collection<RevisionId> revisions) {
        Map<RevisionId, Optional<StoredPlanStatus>> known = PlanContext.statuses(revisions);
        List<String> missing = revisions.stream()
                .filter(one -> !known.containsKey(one))
                .map(RevisionId::value)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(one -> known.put(new RevisionId(one), Optional.empty()));
            database.sql("SELECT revision, " + String.join(", ", COLUMNS)
                            + " FROM plan_status WHERE revision IN (:revisions)")
                    .param("revisions", missing)
                    .query(row -> {
                        known.put(new RevisionId(row.getString("revision")), map(row, ""));
                    });
            known.forEach(PlanContext::rememberStatus);
        }
        return known;
    }

    /** Maps the columns of a status; empty if the revision has none. */
    static Optional<StoredPlanStatus> map(ResultSet row, String prefix) throws SQLException {
        String version = row.getString(prefix + "program_version");
        if (version == null) {
            return Optional.empty();
        }
        var status = new PlanStatus(
                row.getLong(prefix + "conflicts"),
                row.getLong(prefix + "open_seats"),
                row.getLong(prefix + "other_shortfalls"),
                row.getLong(prefix + "guide_shortfalls"),
                row.getLong(prefix + "unmet_wishes"),
                row.getLong(prefix + "wish_cost"),
                row.getLong(prefix + "unplanned_sessions"),
                row.getLong(prefix + "students_without_group"),
                0,
                0,
                row.getLong(prefix + "accepted_shortfalls"));
        return Optional.of(new StoredPlanStatus(version, status));
    }

    /**
     * Stores the status of revisions, in one statement for the new ones and one for each that replaces that of another version. If another request
     * stores them at the same time, or a revision is deleted, nothing is stored; the next request that needs a status counts it again.
     */
    public void storeAll(Map<RevisionId, PlanStatus> counted) {
        Map<RevisionId, Optional<StoredPlanStatus>> stored = read(counted.keySet());
        Map<RevisionId, PlanStatus> fresh = counted.entrySet().stream()
                .filter(one ->
                        stored.getOrDefault(one.getKey(), Optional.empty()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        try {
            insert(fresh);
            counted.forEach((revision, status) -> {
                if (!fresh.containsKey(revision)) {
                    update(revision, status);
                }
                PlanContext.rememberStatus(revision, Optional.of(new StoredPlanStatus(programVersion, status)));
            });
        } catch (DataIntegrityViolationException concurrent) {
            // Stored by another request meanwhile, or the revision is gone.
        }
    }

    private void insert(Map<RevisionId, PlanStatus> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        String row = "(?, " + COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        var insert = database.sql("INSERT INTO plan_status (revision, " + String.join(", ", COLUMNS) + ") VALUES "
                + fresh.keySet().stream().map(one -> row).collect(Collectors.joining(", ")));
        for (Map.Entry<RevisionId, PlanStatus> one : fresh.entrySet()) {
            insert = insert.param(one.getKey().value());
            insert = withValues(insert, one.getValue());
        }
        insert.update();
    }

    private void update(RevisionId revision, PlanStatus status) {
        var update = database.sql("UPDATE plan_status SET "
                + COLUMNS.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                + " WHERE revision = ?");
        withValues(update, status).param(revision.value()).update();
    }

    private JdbcClient.StatementSpec withValues(JdbcClient.StatementSpec statement, PlanStatus status) {
        return statement
                .param(programVersion)
                .param(status.conflicts())
                .param(status.openSeats())
                .param(status.otherShortfalls())
                .param(status.guideShortfalls())
                .param(status.unmetWishes())
                .param(status.wishCost())
                .param(status.unplannedSessions())
                .param(status.studentsWithoutGroup())
                .param(status.acceptedShortfalls());
    }

    /** Forgets the status of a revision whose documents were replaced. */
    public void delete(RevisionId revision) {
        database.sql("DELETE FROM plan_status WHERE revision = :revision")
                .param("revision", revision.value())
                .update();
    }
}
