package dk.grundskema.api.service.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.DatabaseSource;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.ServiceClient.UploadedFile;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;

/** Ids of imported students are made with a key of the organisation. */
final class StudentKeyRepositoryTest {
    private static final String OPTIONS = "?schoolYear=2026/27&acceptWarnings=true";
    private static final List<UploadedFile> FILES = List.of(
            new UploadedFile("files", "skema.csv", "klasse;fag;ugedag;lektion\n1A;DAN;mandag;1\n1B;DAN;mandag;1\n"),
            new UploadedFile("files", "elever.csv", "navn;klasse\nIda Lund;1A\nBo Vig;1A\nBo Vig;1A\nBo Vig;1B\n"),
            new UploadedFile("bells", "tider.csv", "lektion;start;slut\n1;08:00;08:45\n"));

    @ParameterizedTest
    @DatabaseSource
    void theSameListGivesTheSameIdsInOneOrganisationAndOthersInAnother(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool one = TestSchool.create(server);
        TestSchool other = TestSchool.create(server);

        List<String> first = ids(imported(client, one));
        assertThat(first).hasSize(4).doesNotHaveDuplicates();
        assertThat(ids(imported(client, one))).isEqualTo(first);
        assertThat(ids(imported(client, other))).hasSize(4).doesNotContainAnyElementsOf(first);
        String key = server.bean(StudentKeyRepository.class)
                .findOrCreate(new OrganisationId(one.id()))
                .secretText();
        assertThat(client.get(one.path()).body()
                        + client.get("/api/v1/organisations").body())
                .doesNotContain(key);
    }

    /** The ids are as in plans older than the key. */
    @ParameterizedTest
    @DatabaseSource
    void studentInThePlanKeepsTheIdWhenTheListIsImportedAgain(TestDatabase database) {
        Server server = TestServices.on(database);
        ServiceClient client = ServiceClient.administrator(server);
        TestSchool school = TestSchool.create(server);
        Answer made = client.upload(school.path() + "/imports" + OPTIONS + "&createPlan=true", FILES);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String plan = made.header("Location");
        var problem = new HashMap<>(map(client.get(plan + "/problem").at("")));
        var older = new HashMap<String, String>();
        ids(map(problem).get("students")).forEach(id -> older.put(id, "older-" + older.size()));
        Answer put = client.withHeader("If-Match", client.get(plan).tag())
                .put(plan + "/problem", Map.of("problem", map(renamed(problem, older))));
        assertThat(put.status()).as(put.body()).isEqualTo(200);

        Answer again = client.withHeader("If-Match", put.tag()).upload(plan + "/imports" + OPTIONS, FILES);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(ids(client.get(plan + "/students").at("/items")))
                .containsExactly("older-0", "older-1", "older-2", "older-3");
    }

    @ParameterizedTest
    @DatabaseSource
    void allThatNeedTheKeyAtOnceGetTheSame(TestDatabase database) throws Exception {
        Server server = TestServices.on(database);
        var studentKeyRepository = server.bean(StudentKeyRepository.class);
        var organisation = new OrganisationId(TestSchool.create(server).id());
        var found = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<String> asking =
                    () -> studentKeyRepository.findOrCreate(organisation).secretText();
            for (var each : pool.invokeAll(List.of(asking, asking, asking, asking))) {
                found.add(each.get());
            }
        }
        assertThat(found).hasSize(1);
    }

    private static Object imported(ServiceClient client, TestSchool school) {
        Answer looked = client.upload(school.path() + "/imports" + OPTIONS, FILES);
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        return looked.at("/problem/students");
    }

    private static List<String> ids(Object students) {
        return ((List<?>) students)
                .stream()
                        .map(one -> String.valueOf(((Map<?, ?>) one).get("id")))
                        .toList();
    }

    private static Object renamed(Object json, Map<String, String> ids) {
        return switch (json) {
            case Map<?, ?> map -> {
                var copy = new HashMap<String, Object>();
                map.forEach((key, value) -> copy.put((String) key, renamed(value, ids)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<>();
                list.forEach(one -> copy.add(renamed(one, ids)));
                yield copy;
            }
            case String text -> ids.getOrDefault(text, text);
            default -> json;
        };
    }

    @SuppressWarnings("unchecked") // a problem is an object
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }
}
