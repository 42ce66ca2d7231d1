package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the number of rule violations of plans, including changes made by hand. */
@Component
public class ViolationCountReader {
    private final DocumentStore documents;

    ViolationCountReader(DocumentStore documents) {
        this.documents = documents;
    }

    /** Returns the violations of timetables, by revision; leaves out revisions without one. Reads the documents in one query. */
    public Map<RevisionId, ViolationCounts> countsOf(Collection<Revision> revisions) {
        documents.prefetchOf(revisions);
        var counts = new HashMap<RevisionId, ViolationCounts>();
        revisions.forEach(one -> countsOf(one).ifPresent(count -> counts.put(one.id(), count)));
        return counts;
    }

    /** Returns the violations of a revision's timetable; empty if it has none. */
    public Optional<ViolationCounts> countsOf(Revision revision) {
        return Optional.ofNullable(revision.timetable())
                .map(hash ->
                        ViolationCounts.of(documents.timetable(hash).value().rules()));
    }
}
