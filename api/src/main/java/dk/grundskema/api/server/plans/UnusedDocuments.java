package dk.grundskema.api.server.plans;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets documents go that nothing refers to any more, with those that are there only because of them. */
@Component
final class UnusedDocuments {
    private final JdbcClient database;
    private final Documents documents;

    UnusedDocuments(JdbcClient database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    /** Lets those of some documents go that nothing needs, what timetables among them were made of, and what was made of problems among them. */
    void drop(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        var all = new TreeSet<>(hashes);
        all.addAll(named("SELECT made_of FROM document WHERE made_of IS NOT NULL AND hash IN (:hashes)", all));
        all.addAll(named("SELECT hash FROM document WHERE kind = 'PROBLEM' AND made_of IN (:hashes)", all));
        // Timetables first, for they need problems.
        List<String> timetables =
                named("SELECT hash FROM document WHERE kind = 'TIMETABLE' AND hash IN (:hashes)", all);
        timetables.forEach(documents::dropUnused);
        timetables.forEach(all::remove);
        all.forEach(documents::dropUnused);
    }

    /**
     * Lets those go that nothing refers to a while after they were kept, wanted or let go: whoever kept one was refused, failed or died before it
     * could be referred to, or what referred to it is gone.
     */
    void dropLetGo(Instant now) {
        // Timetables first, for they need problems.
        for (String kind : List.of("TIMETABLE", "PROBLEM")) {
            unreferenced(kind, now.minus(DocumentRows.ABOUT_TO_BE_NEEDED)).forEach(hash -> documents.drop(hash, now));
        }
    }

    private List<String> unreferenced(String kind, Instant since) {
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
                        ORDER BY d.hash""")
                .param("kind", kind)
                .param("since", Timestamp.from(since))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> named(String query, Collection<String> hashes) {
        return database.sql(query)
                .param("hashes", List.copyOf(hashes))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
