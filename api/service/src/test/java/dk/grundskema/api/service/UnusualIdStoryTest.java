package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.SolvedPlans;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that files bring along may have any sign that ids may have, and be named in paths all the same. */
final class UnusualIdStoryTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final ServiceClient client = ServiceClient.administrator(server);

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A/12", "a//b", "fys/kem_2", "Å@1", "hal:2+3", "b#1", "Ærø.sal", "x/../y", "1."})
    void aRoomIsPutFoundShownAndTakenAway(String id) {
        String plan = TestPlans.createCampPlan(client);
        var room = new LinkedHashMap<String, Object>();
        Map<?, ?> like = (Map<?, ?>) client.get(plan + "/rooms").at("/items/0");
        like.forEach((name, value) -> room.put(String.valueOf(name), value));
        room.put("id", id);
        room.put("name", "Et lokale");
        String path = plan + "/rooms/" + encoded(id);
        Answer put = client.withHeader("If-Match", client.get(plan).tag()).put(path, room);
        assertThat(put.status()).as(put.body()).isEqualTo(200);
        assertThat(client.get(path).at("/id")).isEqualTo(id);
        Answer gone = client.withHeader("If-Match", put.tag()).delete(path);
        assertThat(gone.status()).as(gone.body()).isEqualTo(200);
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void aTimetableOfSomebodyWithASlashIsShown() {
        Map<String, Object> problem = TestServices.exampleProblem("camp-3-weeks");
        var renamed = new LinkedHashMap<String, Object>();
        problem.forEach((name, value) -> renamed.put(name, renamed(value)));
        String plan = SolvedPlans.createSolvedPlan(client, server, renamed, 300);
        Answer own = client.get(plan + "/timetable/staff/bente%2Fx");
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat((List<?>) own.at("/entries")).isNotEmpty();
    }

    /** An encoded slash does not bypass permissions. */
    @Test
    void anEncodedSlashIsNoWayAroundTheRights() {
        ServiceClient stranger = ServiceClient.anonymous(server);
        Map<String, List<Integer>> statuses = new LinkedHashMap<>();
        for (String path : List.of(
                "/api/v1/plans%2Fx", "/api%2Fv1/plans/x", "/api/v1/plans/..%2F..%2Fx", "/api/v1/plans/x%2Fproblem")) {
            statuses.put(
                    path, List.of(stranger.get(path).status(), client.get(path).status()));
        }
        assertThat(statuses)
                .isEqualTo(Map.of(
                        "/api/v1/plans%2Fx", List.of(404, 404),
                        "/api%2Fv1/plans/x", List.of(404, 404),
                        "/api/v1/plans/..%2F..%2Fx", List.of(401, 404),
                        "/api/v1/plans/x%2Fproblem", List.of(401, 404)));
    }

    private static Object renamed(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                map.forEach((name, each) -> all.put(String.valueOf(name), renamed(each)));
                yield all;
            }
            case List<?> list -> list.stream().map(UnusualIdStoryTest::renamed).toList();
            default -> "bente".equals(value) ? "bente/x" : value;
        };
    }
}
