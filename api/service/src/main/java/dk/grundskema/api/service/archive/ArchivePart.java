package dk.grundskema.api.service.archive;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Extension point for features that store data of plans outside revisions which belongs in archives. Each such feature registers a bean. */
public interface ArchivePart {
    /** Prefix of account ids from archives. An archive can contain any id, so none of them is trusted to be a local account. */
    String ELSEWHERE = "elsewhere.";

    /** Marks an account id from an archive as foreign. */
    static AccountId markForeign(AccountId author) {
        String id = author.value();
        String marked = id.startsWith(ELSEWHERE) ? id : ELSEWHERE + id;
        return new AccountId(marked.substring(0, Math.min(120, marked.length())));
    }

    /** Removes the mark of a foreign account id for export, so that it is not marked twice when read. */
    static AccountId unmarkForeign(AccountId author) {
        String id = author.value();
        return id.startsWith(ELSEWHERE) && id.length() > ELSEWHERE.length()
                ? new AccountId(id.substring(ELSEWHERE.length()))
                : author;
    }

    /** Returns the name of the part in small letters, such as {@code absences}. */
    String partName();

    /** Returns the data of a plan, to be written as JSON; empty if there is none. */
    Optional<? extends Record> export(PlanId plan);

    /**
     * Parses a part from another installation.
     *
     * @param json     text of the part
     * @param findings receives all errors, with pointers into the part
     * @return stores the data for a plan in the transaction that creates the plan; does nothing if there were errors
     */
    Consumer<PlanId> read(String json, List<Finding> findings);
}
