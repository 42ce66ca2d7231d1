package dk.grundskema.api.service.plan;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes documents that nothing refers to, together with documents that exist only because of them. */
@Component
public final class UnusedDocumentCollector {
    private final JdbcClient database;
    private final DocumentStore documents;

    UnusedDocumentCollector(JdbcClient database, DocumentStore documents) {
        this.database = database;
        this.documents = documents;
    }

    /**
     * Deletes those of the given documents that are unused, including the problems that timetables among them were made for and the documents
     * derived from problems among them.
     */
    public void deleteUnused(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        var all = new TreeSet<>(hashes);
        all.addAll(queryHashes("SELECT made_of FROM document WHERE made_of IS NOT NULL AND hash IN (:hashes)", all));
        all.addAll(queryHashes("SELECT hash FROM document WHERE kind = 'PROBLEM' AND made_of IN (:hashes)", all));
        // Timetables first, because they refer to problems.
        List<String> timetables =
                queryHashes("SELECT hash FROM document WHERE kind = 'TIMETABLE' AND hash IN (:hashes)", all);
        timetables.forEach(documents::releaseIfUnused);
        timetables.forEach(all::remove);
        all.forEach(documents::releaseIfUnused);
    }

    /**
     * Deletes unreferenced documents once their reservation has expired. They remain when a request was refused or failed after storing one, or
     * when the last reference was deleted.
     */
    public void deleteReleased(Instant now) {
        // Timetables first, because they refer to problems.
        for (String kind : List.of("TIMETABLE", "PROBLEM")) {
            findUnreferenced(kind, now.minus(DocumentRepository.GRACE_PERIOD))
                    .forEach(hash -> documents.deleteIfUnused(hash, now));
        }
    }

    private List<String> findUnreferenced(String kind, Instant since) {
        return database.sql("""
                        SELECT d.hash FROM document d WHERE d.kind = :kind AND COALESCE(d.let_go, d.created) <= :since
                        AND NOT EXISTS (SELECT 1 FROM document t WHERE t.kind = 'TIMETABLE' AND t.made_of = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.problem = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM revision r WHERE r.timetable = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM publication b WHERE b.problem = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM publication b WHERE b.timetable = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM solve_job j WHERE j.reference = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM solve_job j WHERE j.effective = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM solve_job j WHERE j.best = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM change_preview c WHERE c.problem = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM change_preview c WHERE c.least = d.hash)
                        AND NOT EXISTS (SELECT 1 FROM change_preview c WHERE c.fresh = d.hash)
                        ORDER BY d.hash""")
                .param("kind", kind)
                .param("since", Timestamp.from(since))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> queryHashes(String query, Collection<String> hashes) {
        return database.sql(query)
                .param("hashes", List.copyOf(hashes))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
