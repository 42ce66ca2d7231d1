package dk.grundskema.api.platform.http;

import java.sql.BatchUpdateException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.TransactionSystemException;

/** Lists the causes of a failure. */
public final class CauseChain {
    /** Upper limit for the number of causes; a longer chain is a cycle. */
    private static final int MAX_DEPTH = 20;

    private CauseChain() {}

    /**
     * Returns the failure, its cause, that cause's cause and so on. If the end of a transaction failed too, the original failure in the transaction
     * and its causes come last; so does the failure of a row in a batch, which databases attach to the failure of the batch instead of as its cause.
     */
    public static List<Throwable> of(Throwable failure) {
        var all = new ArrayList<Throwable>();
        for (Throwable each = failure; each != null && all.size() < MAX_DEPTH; each = each.getCause()) {
            all.add(each);
        }
        for (Throwable each : List.copyOf(all)) {
            if (each instanceof TransactionSystemException ended && ended.getApplicationException() != null) {
                all.addAll(of(ended.getApplicationException()));
            }
            if (each instanceof BatchUpdateException batch && batch.getNextException() != null) {
                all.addAll(of(batch.getNextException()));
            }
        }
        return all;
    }
}
