package dk.grundskema.api.platform.access;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.ServerSettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** A slot that an account has until it is closed, by any thread. */
    public final class Slot implements AutoCloseable {
        private final AccountId account;
        private final AtomicBoolean isOpen = new AtomicBoolean(true);

        private Slot(AccountId account) {
            this.account = account;
        }

        /** Frees the slot. Does nothing the second time. */
        @Override
        public void close() {
            if (isOpen.getAndSet(false)) {
                slots.release();
                waitingAccounts.remove(account);
            }
        }
    }

    /**
     * Takes a free slot for work that goes on after the request.
     *
     * @throws RefusalException 429 if there is none, or the account already has one
     */
    public Slot take(AccountId account) {
        if (!waitingAccounts.add(account)) {
            throw RefusalException.tooMany("rest.too-many-slow", RETRY_INTERVAL);
        }
        if (!slots.tryAcquire()) {
            waitingAccounts.remove(account);
            throw RefusalException.tooMany("rest.too-many-slow", RETRY_INTERVAL);
        }
        return new Slot(account);
    }

    /**
     * Runs the work in a free slot.
     *
     * @throws RefusalException 429 if there is none, or the account already has one
     */
    public <T> T runInSlot(AccountId account, Supplier<T> work) {
        Slot slot = take(account);
        try {
            return work.get();
        } finally {
            slot.close();
        }
    }
}
