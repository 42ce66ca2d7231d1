package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps something of plans beside their revisions that belongs into their archives. Each room with such things has one of these as a bean. */
public interface Archived {
    /** What ids begin with that an archive says are accounts: whoever can write a file can write anybody's id into it, so none of them is an account here. */
    String ELSEWHERE = "elsewhere.";

    /** Somebody of an archive, as somebody who is nobody here. */
    static AccountId elsewhere(AccountId author) {
        String id = author.value();
        String marked = id.startsWith(ELSEWHERE) ? id : ELSEWHERE + id;
        return new AccountId(marked.substring(0, Math.min(120, marked.length())));
    }

    /** Somebody of a plan, as an archive names them: one who was somebody elsewhere already is that still. */
    static AccountId unmarked(AccountId author) {
        String id = author.value();
        return id.startsWith(ELSEWHERE) && id.length() > ELSEWHERE.length()
                ? new AccountId(id.substring(ELSEWHERE.length()))
                : author;
    }

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
