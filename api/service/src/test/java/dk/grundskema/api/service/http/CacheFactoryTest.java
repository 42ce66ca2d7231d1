package dk.grundskema.api.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class CacheFactoryTest {
    @Test
    void aValueGoesHalfAnHourAfterItsLastUse() {
        var nanos = new AtomicLong(1);
        Cache<String, String> names = CacheFactory.create(9, CacheFactory.UNUSED, nanos::get);
        names.put("used", "Yrsa");
        names.put("unused", "Yrsa");
        nanos.addAndGet(CacheFactory.UNUSED.toNanos() - 1);
        assertThat(names.getIfPresent("used")).isEqualTo("Yrsa");
        nanos.addAndGet(1);
        assertThat(names.getIfPresent("unused")).isNull();
        assertThat(names.getIfPresent("used")).isEqualTo("Yrsa");
        nanos.addAndGet(CacheFactory.UNUSED.toNanos());
        assertThat(names.getIfPresent("used")).isNull();
        assertThat(CacheFactory.UNUSED).as("docs/operate.md says so").isEqualTo(Duration.ofMinutes(30));
    }

    /** These caches hold no names: who may do how much, what was audited recently, and responses that expire after the same time. */
    @Test
    void valuesThatMayContainNamesAreCachedNowhereElse() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/dk/grundskema/api/service"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains("Caffeine.newBuilder()"))
                            .map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "AuditLog.java",
                            "CacheFactory.java",
                            "RateLimiter.java",
                            "TimetableViewProvider.java",
                            "SignInLimiter.java");
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
