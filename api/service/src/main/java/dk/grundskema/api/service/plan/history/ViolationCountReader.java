package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.ViolationCounts;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.api.service.plan.Revision;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the number of rule violations of plans, including changes made by hand. */
@Component
public class ViolationCountReader {
    private final DocumentStore documents;

    ViolationCountReader(DocumentStore documents) {
        this.documents = documents;
    }

    /** Returns the violations of a revision's timetable; empty if it has none. */
    public Optional<ViolationCounts> countsOf(Revision revision) {
        return Optional.ofNullable(revision.timetable())
                .map(hash ->
                        ViolationCounts.of(documents.timetable(hash).value().rules()));
    }
}
