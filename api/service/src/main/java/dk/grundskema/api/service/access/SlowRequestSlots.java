package dk.grundskema.api.service.access;

import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.http.ServerSettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Limits concurrent slow requests, such as repairs and searches for remedies, to the number of workers of this process and one per account, because they
 * run while the user waits.
 */
@Component
public final class SlowRequestSlots {
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);

    private final Semaphore slots;
    private final Set<AccountId> waitingAccounts = ConcurrentHashMap.newKeySet();

    SlowRequestSlots(ServerSettings settings) {
        this.slots = new Semaphore(Math.max(1, settings.workers()));
    }

    /**
     * Runs the work in a free slot.
     *
     * @throws RefusalException 429 if there is none, or the account already has one
     */
    public <T> T runInSlot(AccountId account, Supplier<T> work) {
        if (!waitingAccounts.add(account)) {
            throw RefusalException.tooMany("rest.too-many-slow", RETRY_INTERVAL);
        }
        try {
            if (!slots.tryAcquire()) {
                throw RefusalException.tooMany("rest.too-many-slow", RETRY_INTERVAL);
            }
            try {
                return work.get();
            } finally {
                slots.release();
            }
        } finally {
            waitingAccounts.remove(account);
        }
    }
}
