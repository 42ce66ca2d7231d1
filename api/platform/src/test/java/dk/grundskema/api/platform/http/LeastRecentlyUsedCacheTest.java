package dk.grundskema.api.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LeastRecentlyUsedCacheTest {
    private static final Set<Thread.State> WAITING = EnumSet.of(Thread.State.BLOCKED, Thread.State.WAITING);

    @Test
    void valueIsRemovedHalfAnHourAfterItsLastUse() {
        var nanos = new AtomicLong(1);
        LeastRecentlyUsedCache<String, String> names =
                LeastRecentlyUsedCache.create(9, LeastRecentlyUsedCache.DEFAULT_LIFETIME, nanos::get);
        names.put("used", "Yrsa");
        names.put("unused", "Yrsa");
        nanos.addAndGet(LeastRecentlyUsedCache.DEFAULT_LIFETIME.toNanos() - 1);
        assertThat(names.getIfPresent("used")).isEqualTo("Yrsa");
        nanos.addAndGet(1);
        assertThat(names.getIfPresent("unused")).isNull();
        assertThat(names.getIfPresent("used")).isEqualTo("Yrsa");
        nanos.addAndGet(LeastRecentlyUsedCache.DEFAULT_LIFETIME.toNanos());
        assertThat(names.getIfPresent("used")).isNull();
        assertThat(LeastRecentlyUsedCache.DEFAULT_LIFETIME)
                .as("docs/operate.md says so")
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void fullCacheRemovesTheValueThatWasUsedLongestAgo() {
        var nanos = new AtomicLong(1);
        LeastRecentlyUsedCache<String, String> values =
                LeastRecentlyUsedCache.create(2, LeastRecentlyUsedCache.DEFAULT_LIFETIME, nanos::incrementAndGet);
        values.put("first", "1");
        values.put("second", "2");
        assertThat(values.getIfPresent("first")).isEqualTo("1");
        assertThat(values.get("third", fresh -> "3")).isEqualTo("3");
        assertThat(values.getIfPresent("second")).isNull();
        assertThat(values.getIfPresent("first")).isEqualTo("1");
        assertThat(values.getIfPresent("third")).isEqualTo("3");
        values.invalidate("third");
        assertThat(values.getIfPresent("third")).isNull();
    }

    @Test
    void revisionsOfSeveralPlansThatAreEditedInTurnAreComputedOnceEach() {
        LeastRecentlyUsedCache<List<Integer>, String> views = LeastRecentlyUsedCache.create(8);
        var computed = new AtomicInteger();
        int plans = 4;
        int revisions = 50;
        for (int revision = 0; revision < revisions; revision++) {
            for (int read = 0; read < 6; read++) {
                for (int plan = 0; plan < plans; plan++) {
                    views.get(List.of(plan, revision), key -> "view " + computed.incrementAndGet());
                }
            }
        }
        assertThat(computed).hasValue(plans * revisions);
    }

    @Test
    void sizedCacheKeepsTheMostRecentValuesThatFit() {
        LeastRecentlyUsedCache<String, byte[]> answers =
                LeastRecentlyUsedCache.createSized(100, answer -> answer.length);
        answers.put("old", new byte[60]);
        answers.put("new", new byte[30]);
        assertThat(answers.getIfPresent("old")).hasSize(60);
        assertThat(answers.getIfPresent("new")).hasSize(30);
        answers.put("newest", new byte[70]);
        assertThat(answers.getIfPresent("old")).isNull();
        assertThat(answers.getIfPresent("new")).hasSize(30);
        assertThat(answers.getIfPresent("newest")).hasSize(70);
        answers.put("too large", new byte[101]);
        assertThat(answers.getIfPresent("too large")).isNull();
    }

    @Test
    void twoCallersAtOnceComputeAValueOnce() throws Exception {
        LeastRecentlyUsedCache<String, String> values = LeastRecentlyUsedCache.create(9);
        var computed = new AtomicInteger();
        var computing = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var second = new FutureTask<String>(() -> values.get("key", key -> "value " + computed.incrementAndGet()));
        var secondCaller = new Thread(second);
        var first = new FutureTask<String>(() -> values.get("key", key -> {
            computing.countDown();
            awaitUninterrupted(mayEnd);
            return "value " + computed.incrementAndGet();
        }));
        new Thread(first).start();
        computing.await();
        secondCaller.start();
        while (!second.isDone() && !WAITING.contains(secondCaller.getState())) {
            Thread.sleep(1);
        }
        mayEnd.countDown();
        assertThat(first.get()).isEqualTo("value 1");
        assertThat(second.get()).isEqualTo("value 1");
        assertThat(computed).hasValue(1);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void failedComputationIsRepeated() {
        LeastRecentlyUsedCache<String, String> values = LeastRecentlyUsedCache.create(9);
        assertThatThrownBy(() -> values.get("key", key -> {
                    throw new IllegalStateException("not yet");
                }))
                .hasMessage("not yet");
        assertThat(values.getIfPresent("key")).isNull();
        assertThat(values.get("key", key -> "value")).isEqualTo("value");
        assertThat(values.getIfPresent("key")).isEqualTo("value");
    }

    /** Other caches contain no names: rate limits and recent audit entries. */
    @Test
    void valuesThatMayContainNamesAreCachedNowhereElse() throws IOException {
        try (var platform = Files.walk(Path.of("src/main/java"));
                var service = Files.walk(Path.of("../service/src/main/java"))) {
            assertThat(Stream.concat(platform, service)
                            .filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains("Caffeine.newBuilder()"))
                            .map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder(
                            "AuditLog.java", "RateLimiter.java", "LeastRecentlyUsedCache.java", "SignInLimiter.java");
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
