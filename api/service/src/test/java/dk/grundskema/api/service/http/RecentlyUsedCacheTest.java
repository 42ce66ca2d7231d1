package dk.grundskema.api.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RecentlyUsedCacheTest {
    private final List<Integer> made = new ArrayList<>();
    private final RecentlyUsedCache<Integer, String> lately = new RecentlyUsedCache<>(3);

    private String get(int key) {
        return lately.get(key, fresh -> {
            made.add(fresh);
            return "value " + fresh;
        });
    }

    @Test
    void whatCameLastStaysHoweverOftenOthersAreAskedFor() {
        for (int i = 0; i < 100; i++) {
            assertThat(get(1)).isEqualTo("value 1");
            assertThat(get(2)).isEqualTo("value 2");
        }
        for (int fresh = 3; fresh < 50; fresh++) {
            lately.put(fresh, "put " + fresh);
            assertThat(get(fresh)).isEqualTo("put " + fresh);
        }
        assertThat(made).containsExactly(1, 2);
    }

    @Test
    void whatNobodyUsedForLongestGoes() {
        get(1);
        get(2);
        get(3);
        get(1);
        get(4);
        made.clear();
        get(1);
        get(3);
        get(4);
        assertThat(made).isEmpty();
        get(2);
        assertThat(made).containsExactly(2);
    }

    @Test
    void whatIsForgottenIsMadeAnew() {
        get(1);
        get(2);
        lately.remove(1);
        get(1);
        get(2);
        assertThat(made).containsExactly(1, 2, 1);
        lately.clear();
        get(2);
        assertThat(made).containsExactly(1, 2, 1, 2);
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThatIllegalStateException()
                .isThrownBy(() -> lately.get(1, key -> {
                    throw new IllegalStateException("It can't be made.");
                }));
        assertThat(get(1)).isEqualTo("value 1");
    }

    @Test
    void twoWhoAskAtOnceHaveItMadeOnce() throws Exception {
        var some = new RecentlyUsedCache<CountingKey, String>(3);
        var times = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var late = new CountingKey(1, new CountDownLatch(2));
        some.put(new CountingKey(0, new CountDownLatch(0)), "another");
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> some.get(new CountingKey(1, new CountDownLatch(0)), key -> {
                begun.countDown();
                await(late.looks());
                return "made " + times.incrementAndGet();
            }));
            begun.await();
            Future<String> second = threads.submit(() -> some.get(late, key -> "made " + times.incrementAndGet()));
            assertThat(List.of(first.get(), second.get())).containsOnly("made 1");
        }
    }

    /**
     * A key that tells when it is looked up: the first time nothing is known yet, the second time it is to be made.
     *
     * @param number which key it is
     * @param looks  counts them
     */
    private record CountingKey(int number, CountDownLatch looks) {
        @Override
        public int hashCode() {
            looks.countDown();
            return 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof CountingKey counting && counting.number == number;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatNobodyUsedForHalfAnHourGoesAndWhatIsUsedStays() {
        var nanos = new AtomicLong(Long.MAX_VALUE - 1); // such a clock may go over the end
        var some = new RecentlyUsedCache<String, String>(9, RecentlyUsedCache.UNUSED, nanos::get);
        some.put("used", "Yrsa");
        some.put("unused", "Yrsa");
        nanos.addAndGet(RecentlyUsedCache.UNUSED.toNanos() - 1);
        assertThat(some.get("used", fresh -> "new")).isEqualTo("Yrsa");
        nanos.addAndGet(1);
        some.evictExpired();
        assertThat(some.size()).as("that which was used").isEqualTo(1);
        assertThat(some.get("unused", fresh -> "new")).isEqualTo("new");
        assertThat(some.get("used", fresh -> "new")).isEqualTo("Yrsa");
        nanos.addAndGet(RecentlyUsedCache.UNUSED.toNanos());
        assertThat(some.get("used", fresh -> "new"))
                .as("looked at when asked for, too")
                .isEqualTo("new");
        assertThat(RecentlyUsedCache.UNUSED).as("docs/operate.md says so").isEqualTo(Duration.ofMinutes(30));
    }

    /** Those that have no names: who may do how much, and who was noted lately; and answers that are ready, which go after the same while. */
    @Test
    void whatMayHaveNamesIsRememberedNowhereElse() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/dk/grundskema/api/service"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains("Caffeine.newBuilder()"))
                            .map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "AuditLog.java", "RateLimiter.java", "TimetableViewProvider.java", "SignInLimiter.java");
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
