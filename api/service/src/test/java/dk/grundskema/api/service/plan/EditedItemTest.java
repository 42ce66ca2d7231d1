package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.service.plan.EditedItem.EditedAspect;
import java.time.DayOfWeek;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The record of edited meetings in a revision. */
final class EditedItemTest {
    @Test
    void ofVeryManyOnlyTheFirstFewAreMade() {
        var made = new AtomicInteger();
        List<String> kept =
                EditedItem.toArguments(700, 600, IntStream.range(0, 600).mapToObj(number -> {
                    made.incrementAndGet();
                    return EditedItem.of(List.of(EditedAspect.TIME), "Nr. " + number, DayOfWeek.MONDAY);
                }));
        assertThat(kept)
                .containsExactly(
                        "700", "600", "TIME", "Nr. 0", "MONDAY", "TIME", "Nr. 1", "MONDAY", "TIME", "Nr. 2", "MONDAY");
        assertThat(made).hasValue(3);
        assertThat(EditedItem.omittedCount(kept, EditedItem.of(kept).size())).isEqualTo(597);
    }
}
