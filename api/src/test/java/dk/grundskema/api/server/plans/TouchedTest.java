package dk.grundskema.api.server.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.server.plans.Touched.What;
import java.time.DayOfWeek;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What revisions keep of which meetings were touched. */
final class TouchedTest {
    @Test
    void ofVeryManyOnlyTheFirstFewAreMade() {
        var made = new AtomicInteger();
        List<String> kept = Touched.arguments(700, 600, IntStream.range(0, 600).mapToObj(number -> {
            made.incrementAndGet();
            return Touched.of(List.of(What.TIME), "Nr. " + number, DayOfWeek.MONDAY);
        }));
        assertThat(kept)
                .containsExactly(
                        "700", "600", "TIME", "Nr. 0", "MONDAY", "TIME", "Nr. 1", "MONDAY", "TIME", "Nr. 2", "MONDAY");
        assertThat(made).hasValue(3);
        assertThat(Touched.more(kept, Touched.of(kept).size())).isEqualTo(597);
    }
}
