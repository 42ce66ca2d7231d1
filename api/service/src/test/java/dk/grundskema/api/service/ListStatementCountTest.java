package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.CacheClearer;
import dk.grundskema.api.service.testing.LongListsFixture;
import dk.grundskema.api.service.testing.StatementRecorder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a list asks the database does not depend on how long it is. Counted at the data source of the database of production, on all
 * threads, with empty caches; the embedded database gets the same statements. */
@Tag("http")
final class ListStatementCountTest {
    private static final int FEW = 5;
    private static final int MANY = 50;

    @TempDir
    Path folder;

    @Test
    void listsAskAsOftenForManyAsForFew() {
        try (Server server = StatementRecorder.startServer(TestDatabase.POSTGRESQL, folder)) {
            LongListsFixture school = LongListsFixture.create(server);
            List<String> all = LongListsFixture.operations(server).keySet().stream()
                    .filter(one ->
                            one.getMethodsCondition().getMethods().toString().equals("[GET]"))
                    .flatMap(one -> one.getPatternValues().stream())
                    .map(school::filledPath)
                    .filter(one -> !one.contains("{") && !one.contains("actuator"))
                    .sorted()
                    .toList();
            var caches = new CacheClearer(server);
            school.grow(FEW);
            school.setSolvesWaiting(true);
            StatementRecorder.awaitSilence();
            Map<String, List<String>> few = statements(school, all, caches);
            school.grow(MANY - FEW);
            school.setSolvesWaiting(true);
            Map<String, List<String>> many = statements(school, all, caches);
            many.keySet().removeIf(path -> size(many, path) <= size(few, path));
            // Statements of background work may have come in between.
            many.putAll(statements(school, List.copyOf(many.keySet()), caches));
            many.keySet().removeIf(path -> size(many, path) <= size(few, path));
            school.setSolvesWaiting(false);
            assertThat(few).as("the service received requests").hasSizeGreaterThan(50);
            assertThat(few.get("/api/v1/me/links")).as("links were read").anyMatch(sql -> sql.contains("feed_link"));
            few.keySet().retainAll(many.keySet());
            assertThat(many).as("lists that ask more often for many").isEqualTo(few);
        }
    }

    private static int size(Map<String, List<String>> statements, String path) {
        return statements.getOrDefault(path, List.of()).size();
    }

    /** Returns the statements of each request, with empty caches. */
    private static Map<String, List<String>> statements(
            LongListsFixture school, List<String> paths, CacheClearer caches) {
        var found = new TreeMap<String, List<String>>();
        for (String path : paths) {
            school.client().get("/api/v1/me"); // once a minute it records the last use of the session
            caches.clear();
            StatementRecorder.clear();
            school.client().withoutContractCheck().get(path);
            found.put(path, StatementRecorder.statements());
        }
        return found;
    }
}
