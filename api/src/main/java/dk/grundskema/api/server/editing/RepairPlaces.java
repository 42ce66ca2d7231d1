package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Repairs are looked for while somebody waits, so only as many at once as this process has workers, and one of each account. */
@Component
final class RepairPlaces {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore free;
    private final Set<AccountId> busy = ConcurrentHashMap.newKeySet();

    RepairPlaces(@Value("${grundskema.workers}") int workers) {
        this.free = new Semaphore(Math.max(1, workers));
    }

    /**
     * Does the work if there is a place for it.
     *
     * @throws Refusal 429 if there is none, or the account has one already
     */
    <T> T during(AccountId account, Supplier<T> work) {
        if (!busy.add(account)) {
            throw Refusal.tooMany("editing.too-many-repairs", PATIENCE);
        }
        try {
            if (!free.tryAcquire()) {
                throw Refusal.tooMany("editing.too-many-repairs", PATIENCE);
            }
            try {
                return work.get();
            } finally {
                free.release();
            }
        } finally {
            busy.remove(account);
        }
    }
}
