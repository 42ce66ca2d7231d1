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

    /** Lets those go that were wanted just when somebody let them go, and turned out not to be needed; and what only those needed. */
    void dropLetGo(Instant now) {
        List<String> hashes = database.sql("SELECT hash FROM document WHERE let_go <= :since ORDER BY kind DESC, hash")
                .param("since", Timestamp.from(now.minus(Documents.ABOUT_TO_BE_NEEDED)))
                .query((row, number) -> row.getString(1))
                .list();
        for (String hash : hashes) {
            documents.drop(hash, now);
            // What is still there is needed; whoever needs it lets it go again.
            database.sql("UPDATE document SET let_go = NULL WHERE hash = :hash")
                    .param("hash", hash)
                    .update();
        }
    }

    private List<String> named(String query, Collection<String> hashes) {
        return database.sql(query)
                .param("hashes", List.copyOf(hashes))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
