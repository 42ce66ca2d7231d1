package dk.grundskema.plugins.coteaching;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.solver.spi.InputList.CellOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The origin of parameters in the lists. */
class CoTeachingListOriginTest {
    private final CoTeachingPlugin plugin = new CoTeachingPlugin();

    @ParameterizedTest
    @CsvSource({
        "/classes/3/lessonsPerWeek, needs, 3, lessons",
        "/classes/0/never/1,        needs, 0, never",
        "/classes/2,                needs, 2, ''",
        "/classes/2/subjectForms,   needs, 2, ''",
        "/pool/12/staffId,          pool, 12, staff",
        "/pool/0/minutesPerWeek,    pool,  0, ''"
    })
    void aRowOfAListIsAClassOrAMemberOfThePool(String pointer, String list, int row, String column) {
        assertThat(plugin.originInLists(pointer)).contains(new CellOrigin(list, row, column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/pool", "/pools/0/name", "/periods/0/priorities/1", "/classes/x"})
    void parameterInNoListHasNoOrigin(String pointer) {
        assertThat(plugin.originInLists(pointer)).isEmpty();
    }

    @Test
    void everyColumnBecomesAFieldThatLeadsBackToIt() {
        for (var list : plugin.lists()) {
            String field = list.key().equals("needs") ? "classes" : "pool";
            for (var column : list.columns()) {
                var rows = java.util.Map.of(
                        list.key(), java.util.List.of(java.util.Map.<String, Object>of(column.key(), "value")));
                var made = (java.util.List<?>) plugin.fromLists(rows).get(field);
                var name = ((java.util.Map<?, ?>) made.getFirst())
                        .keySet()
                        .iterator()
                        .next();
                assertThat(plugin.originInLists("/" + field + "/0/" + name))
                        .contains(new CellOrigin(list.key(), 0, column.key()));
            }
        }
    }
}
