package dk.grundskema.api.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

final class OidcIssuerDiscoveryTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final AtomicInteger requestCount = new AtomicInteger();

    private static ClientRegistration registration() {
        return ClientRegistration.withRegistrationId(OidcIssuerDiscovery.ID)
                .clientId("grundskema")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}")
                .authorizationUri("https://issuer.example/authorize")
                .tokenUri("https://issuer.example/token")
                .build();
    }

    private ClientRegistration fails() {
        requestCount.incrementAndGet();
        throw new IllegalArgumentException("It isn't there.");
    }

    @Test
    void issuerIsQueriedOnceAndOnlyForItsOwnRegistration() {
        var issuer = new OidcIssuerDiscovery(() -> {
            requestCount.incrementAndGet();
            return registration();
        });
        assertThat(issuer.findByRegistrationId("another")).isNull();
        assertThat(requestCount).hasValue(0);
        assertThat(issuer.findByRegistrationId(OidcIssuerDiscovery.ID)).isNotNull();
        assertThat(issuer.findByRegistrationId(OidcIssuerDiscovery.ID)).isNotNull();
        assertThat(requestCount).hasValue(1);
    }

    @Test
    void aFailureIsRememberedForAWhile() {
        var issuer = new OidcIssuerDiscovery(this::fails, LONG, LONG, System::nanoTime);
        for (int i = 0; i < 3; i++) {
            assertThatIllegalStateException().isThrownBy(() -> issuer.findByRegistrationId(OidcIssuerDiscovery.ID));
        }
        assertThat(requestCount).hasValue(1);
    }

    /** Otherwise a slow failure would be retried at once and block another thread for the same time. */
    @Test
    void retryDelayCountsFromTheEndOfTheFailedAttempt() {
        var now = new AtomicLong();
        var issuer = new OidcIssuerDiscovery(
                () -> {
                    now.addAndGet(Duration.ofSeconds(30).toNanos());
                    return fails();
                },
                LONG,
                Duration.ofSeconds(10),
                now::get);
        assertThatIllegalStateException().isThrownBy(() -> issuer.findByRegistrationId(OidcIssuerDiscovery.ID));
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThatIllegalStateException().isThrownBy(() -> issuer.findByRegistrationId(OidcIssuerDiscovery.ID));
        assertThat(requestCount).hasValue(1);
        now.incrementAndGet();
        assertThatIllegalStateException().isThrownBy(() -> issuer.findByRegistrationId(OidcIssuerDiscovery.ID));
        assertThat(requestCount).hasValue(2);
    }

    @Test
    void afterAWhileItIsAskedAnew() {
        var issuer = new OidcIssuerDiscovery(this::fails, LONG, Duration.ZERO, System::nanoTime);
        for (int i = 0; i < 3; i++) {
            assertThatIllegalStateException().isThrownBy(() -> issuer.findByRegistrationId(OidcIssuerDiscovery.ID));
        }
        assertThat(requestCount).hasValue(3);
    }

    @Test
    @Timeout(60)
    void requestsDoNotWaitForAnUnresponsiveIssuer() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var issuer = new OidcIssuerDiscovery(
                () -> {
                    requestCount.incrementAndGet();
                    begun.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return registration();
                },
                Duration.ofMillis(20),
                Duration.ZERO,
                System::nanoTime);
        try {
            for (int i = 0; i < 3; i++) {
                assertThatIllegalStateException().isThrownBy(() -> issuer.findByRegistrationId(OidcIssuerDiscovery.ID));
            }
            begun.await();
            assertThat(requestCount)
                    .as("later callers waited for the same answer")
                    .hasValue(1);
        } finally {
            end.countDown();
        }
    }
}
