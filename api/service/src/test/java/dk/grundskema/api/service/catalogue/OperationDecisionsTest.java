package dk.grundskema.api.service.catalogue;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestServices;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code operations.properties} states once more which permission each operation needs, so that a new operation needs a decision there. */
final class OperationDecisionsTest {
    private final List<OperationRegistry.RegisteredOperation> operations =
            TestServices.on(TestDatabase.H2).bean(OperationRegistry.class).all();

    @Test
    void everyOperationIsDecidedAbout() {
        Map<String, Permission> decided = expectedPermissions();
        var known = new TreeMap<String, Permission>();
        operations.forEach(one -> known.put(one.id(), one.needs()));
        var missing = new TreeSet<>(known.keySet());
        missing.removeAll(decided.keySet());
        assertThat(missing)
                .as("operations that nobody decided about; add a line for each, such as \"%s=READ\", to"
                                .formatted(missing.isEmpty() ? "" : missing.first())
                        + " api/service/src/test/resources/dk/grundskema/api/service/catalogue/operations.properties,"
                        + " in the order of the alphabet")
                .isEmpty();
        assertThat(decided)
                .as("the decisions, and the permissions of the operations")
                .isEqualTo(known);
    }

    /** Two operations with the same operation id would be covered by one decision only. */
    @Test
    void everyOperationHasANameOfItsOwn() {
        assertThat(operations.stream()
                        .map(OperationRegistry.RegisteredOperation::id)
                        .toList())
                .doesNotHaveDuplicates();
    }

    /** Returns the permission that each operation needs by its decision, by operation id. */
    static Map<String, Permission> expectedPermissions() {
        var lines = new Properties();
        try (InputStream file = OperationDecisionsTest.class.getResourceAsStream("operations.properties")) {
            lines.load(new InputStreamReader(requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var decided = new TreeMap<String, Permission>();
        lines.forEach((id, needed) -> decided.put((String) id, Permission.valueOf((String) needed)));
        return decided;
    }
}
