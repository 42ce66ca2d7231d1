package dk.grundskema.api.server.plans;

import dk.grundskema.api.house.Standing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How plans stand by the timetables that they are at, changes by hand included. */
@Component
public class StandingNow {
    private final Documents documents;

    StandingNow(Documents documents) {
        this.documents = documents;
    }

    /** How a revision stands; empty if it has no timetable. */
    public Optional<Standing> of(Revision revision) {
        return Optional.ofNullable(revision.timetable())
                .map(hash -> Standing.of(documents.timetable(hash).value().rules()));
    }
}
