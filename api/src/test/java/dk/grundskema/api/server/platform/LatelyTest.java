package dk.grundskema.api.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LatelyTest {
    private final List<Integer> made = new ArrayList<>();
    private final Lately<Integer, String> lately = new Lately<>(3);

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
        var times = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> lately.get(1, key -> {
                begun.countDown();
                await(go);
                return "made " + times.incrementAndGet();
            }));
            begun.await();
            Future<String> second = threads.submit(() -> lately.get(1, key -> "made " + times.incrementAndGet()));
            go.countDown();
            assertThat(List.of(first.get(), second.get())).containsOnly("made 1");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
