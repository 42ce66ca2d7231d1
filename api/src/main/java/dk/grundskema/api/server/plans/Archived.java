package dk.grundskema.api.server.plans;

import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps something of plans beside their revisions that belongs into their archives. Each room with such things has one of these as a bean. */
public interface Archived {
    /** What its part of an archive is called: small letters, such as {@code absences}. */
    String part();

    /** What it keeps of a plan, to be written as JSON; empty if it keeps nothing. */
    Optional<? extends Record> of(PlanId plan);

    /**
     * Reads what was written in another installation.
     *
     * @param json     the part's text
     * @param findings takes all that is wrong with it, with pointers into it
     * @return keeps it of a plan, as part of the transaction that made the plan; does nothing if there was something wrong
     */
    Consumer<PlanId> read(String json, List<Finding> findings);
}
