package dk.grundskema.api.platform.signin;

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
 * Loads the issuer's configuration when it is first needed. One request runs at a time, no caller waits longer than a few seconds, and after a
 * failure the issuer is not contacted for a while: an unresponsive issuer delays no other requests.
 */
final class OidcIssuerDiscovery implements ClientRegistrationRepository {
    static final String ID = "oidc";

    private static final Duration DISCOVERY_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(10);

    private final Supplier<ClientRegistration> discovery;
    private final Duration discoveryTimeout;
    private final Duration retryInterval;
    private final LongSupplier nanos;
    private @Nullable DiscoveryAttempt attempt;

    /** Time of the last failure, in nanoseconds. */
    private long failed;

    /** @param discovery requests the configuration; throws if the response is invalid */
    OidcIssuerDiscovery(Supplier<ClientRegistration> discovery) {
        this(discovery, DISCOVERY_TIMEOUT, RETRY_INTERVAL, System::nanoTime);
    }

    /**
     * @param discoveryTimeout  how long all callers wait, counted from the start of the request
     * @param retryInterval how long the issuer is not contacted after a failure, however long the failed request took
     * @param nanos     monotonic clock, in nanoseconds
     */
    OidcIssuerDiscovery(
            Supplier<ClientRegistration> discovery,
            Duration discoveryTimeout,
            Duration retryInterval,
            LongSupplier nanos) {
        this.discovery = discovery;
        this.discoveryTimeout = discoveryTimeout;
        this.retryInterval = retryInterval;
        this.nanos = nanos;
    }

    private record DiscoveryAttempt(CompletableFuture<ClientRegistration> answer, long begun) {}

    private Duration elapsedSince(long moment) {
        return Duration.ofNanos(nanos.getAsLong() - moment);
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? awaitResult(currentAttempt()) : null;
    }

    private synchronized DiscoveryAttempt currentAttempt() {
        DiscoveryAttempt latest = attempt;
        if (latest == null
                || (latest.answer().isCompletedExceptionally()
                        && elapsedSince(failed).compareTo(retryInterval) > 0)) {
            var answer = new CompletableFuture<ClientRegistration>();
            latest = new DiscoveryAttempt(answer, nanos.getAsLong());
            attempt = latest;
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

    private ClientRegistration awaitResult(DiscoveryAttempt latest) {
        try {
            long left = Math.max(
                    0, discoveryTimeout.minus(elapsedSince(latest.begun())).toNanos());
            return latest.answer().get(left, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The OpenID Connect issuer does not respond.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for the OpenID Connect issuer was interrupted.", e);
        }
    }
}
