package dk.grundskema.api.server.identity;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * Knows the issuer as soon as somebody needs it. It is asked once at a time, nobody waits for it longer than a few seconds, and after it failed it is
 * left alone for a while: an issuer that doesn't answer keeps nobody else from being answered.
 */
final class Issuer implements ClientRegistrationRepository {
    static final String ID = "oidc";

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private final Supplier<ClientRegistration> discovery;
    private final Duration patience;
    private final Duration leftAlone;
    private final LongSupplier nanos;
    private @Nullable Asking asking;

    /** When it failed last. */
    private long failed;

    /** @param discovery asks the issuer; throws if it doesn't answer as an issuer does */
    Issuer(Supplier<ClientRegistration> discovery) {
        this(discovery, PATIENCE, LEFT_ALONE, System::nanoTime);
    }

    /**
     * @param patience  how long all wait for an answer, counted from when the issuer is asked
     * @param leftAlone how long it isn't asked again after it failed, however long that took
     * @param nanos     the time that has passed, in nanoseconds
     */
    Issuer(Supplier<ClientRegistration> discovery, Duration patience, Duration leftAlone, LongSupplier nanos) {
        this.discovery = discovery;
        this.patience = patience;
        this.leftAlone = leftAlone;
        this.nanos = nanos;
    }

    private record Asking(CompletableFuture<ClientRegistration> answer, long begun) {}

    private Duration since(long moment) {
        return Duration.ofNanos(nanos.getAsLong() - moment);
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? awaited(asked()) : null;
    }

    private synchronized Asking asked() {
        Asking latest = asking;
        if (latest == null
                || (latest.answer().isCompletedExceptionally() && since(failed).compareTo(leftAlone) > 0)) {
            var answer = new CompletableFuture<ClientRegistration>();
            latest = new Asking(answer, nanos.getAsLong());
            asking = latest;
            Thread.ofPlatform().daemon().name("issuer").start(() -> discover(answer));
        }
        return latest;
    }

    private void discover(CompletableFuture<ClientRegistration> answer) {
        try {
            answer.complete(discovery.get());
        } catch (RuntimeException | Error e) {
            fail(answer, e);
        }
    }

    private synchronized void fail(CompletableFuture<ClientRegistration> answer, Throwable reason) {
        failed = nanos.getAsLong();
        answer.completeExceptionally(reason);
    }

    private ClientRegistration awaited(Asking latest) {
        try {
            long left = Math.max(0, patience.minus(since(latest.begun())).toNanos());
            return latest.answer().get(left, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The issuer doesn't answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the issuer any more.", e);
        }
    }
}
