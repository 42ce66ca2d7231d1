package dk.grundskema.api.server.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.TransactionSystemException;

/** A failure and what caused it. */
public final class Causes {
    /** A chain that is longer goes in a circle. */
    private static final int MOST = 20;

    private Causes() {}

    /**
     * The failure, then its cause, then that one's, and so on; last, what failed in a transaction whose end failed too, and the causes of that.
     */
    public static List<Throwable> of(Throwable failure) {
        var all = new ArrayList<Throwable>();
        for (Throwable each = failure; each != null && all.size() < MOST; each = each.getCause()) {
            all.add(each);
        }
        for (Throwable each : List.copyOf(all)) {
            if (each instanceof TransactionSystemException ended && ended.getApplicationException() != null) {
                all.addAll(of(ended.getApplicationException()));
            }
        }
        return all;
    }
}
