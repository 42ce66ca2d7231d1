package dk.grundskema.api.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LatelyTest {
    private final Lately<String, String> lately = new Lately<>(3);
    private final List<String> made = new ArrayList<>();

    private String get(String key) {
        return lately.get(key, each -> {
            made.add(each);
            return each + "!";
        });
    }

    @Test
    void theNewestIsRememberedHoweverOftenOthersWereWanted() {
        for (int i = 0; i < 100; i++) {
            get("often");
            get("often, too");
        }
        for (int i = 0; i < 100; i++) {
            lately.put("new " + i, "made elsewhere");
            assertThat(get("new " + i)).isEqualTo("made elsewhere");
        }
        assertThat(made).containsExactly("often", "often, too");
    }

    @Test
    void whatWasNotUsedForTheLongestTimeGoesFirst() {
        List.of("one", "two", "three", "one", "four").forEach(this::get);
        made.clear();
        List.of("one", "three", "four").forEach(this::get);
        assertThat(made).isEmpty();
        assertThat(get("two")).isEqualTo("two!");
        assertThat(made).containsExactly("two");
    }

    @Test
    void whatIsForgottenOrCouldNotBeMadeIsMadeAnew() {
        get("one");
        lately.forget("one");
        assertThatThrownBy(() -> lately.get("two", each -> {
                    throw new IllegalStateException(each);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(get("one") + get("two")).isEqualTo("one!two!");
        assertThat(made).containsExactly("one", "one", "two");
    }
}
