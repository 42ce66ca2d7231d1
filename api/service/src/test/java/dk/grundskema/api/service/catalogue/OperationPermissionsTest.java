package dk.grundskema.api.service.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestClock;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.api.service.testing.ValidRequests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation, with every role and every kind of credential, on the database of production, by the decisions that {@link OperationDecisionsTest}
 * reads.
 */
@Tag("http")
final class OperationPermissionsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<Permission> ANYWHERE =
            EnumSet.of(Permission.NONE, Permission.SIGNED_IN, Permission.ACCOUNT);

    /** Pages that need these name students, and so need the right to see them, too. */
    private static final Set<Permission> PLANS_CHANGE_BY = EnumSet.of(Permission.EDIT, Permission.PLAN);

    /** Operations whose body names an object of another organisation, which is as unusable as a made-up id. */
    private static final Set<String> NAMED_IN_BODIES = Set.of(
            "return to a revision of theirs", "scenario from a revision of theirs", "solve from a revision of theirs");

    private static Server server;

    private final TestSchool school = TestSchool.create(server);
    private final TestSchool other = TestSchool.create(server);
    private final SchoolPathVariables pathVariables = new SchoolPathVariables(school);
    private final List<OperationRegistry.RegisteredOperation> operations =
            server.bean(OperationRegistry.class).all();

    /** A separate service, because plans put into use here would bind the staff of other tests. */
    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestServices.start(TestDatabase.POSTGRESQL, folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyOperationAnswersOnlyCallersWithThePermission() {
        List<TestCaller> walkers = new TestCallers(school, other).all();
        var wrong = new ArrayList<String>();
        Map<String, Permission> decided = OperationDecisionsTest.expectedPermissions();
        for (OperationRegistry.RegisteredOperation operation : operations) {
            Permission permission = decided.getOrDefault(operation.id(), operation.needs());
            String path = filledPath(operation);
            for (TestCaller walker : walkers) {
                int status = status(operation, path, walker);
                if (status < 400) {
                    path = filledPath(operation); // the caller may have removed what the path led to
                }
                String expected = expectationMissed(operation, permission, walker, status);
                if (!expected.isEmpty()) {
                    wrong.add("%s (%s %s, needs %s): %s got %d, expected %s"
                            .formatted(
                                    operation.id(),
                                    operation.method(),
                                    operation.path(),
                                    permission,
                                    walker.name(),
                                    status,
                                    expected));
                }
            }
        }
        assertThat(operations).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    /** Complements the test above with valid requests: callers with the permission succeed. */
    @Test
    void validRequestSucceedsOnlyForCallersWithThePermission() {
        var requests = new ValidRequests(school, TestServices.weekOfCamp());
        var callers = new java.util.EnumMap<Role, ServiceClient>(Role.class);
        for (Role role : Role.values()) {
            callers.put(role, signedIn(school.addPerson(role, requests.staff().value())));
        }
        ServiceClient foreign = signedIn(other.addPerson(Role.ADMINISTRATOR));
        var wrong = new ArrayList<String>();
        for (OperationRegistry.RegisteredOperation operation : operations) {
            if (!ValidRequests.NOT_HERE.contains(operation.id())) {
                wrong.addAll(wrongStatuses(operation, requests, callers, foreign));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static ServiceClient signedIn(TestSchool.Person person) {
        return person.browser();
    }

    private static List<String> wrongStatuses(
            OperationRegistry.RegisteredOperation operation,
            ValidRequests requests,
            Map<Role, ServiceClient> callers,
            ServiceClient foreign) {
        var wrong = new ArrayList<String>();
        Permission permission = operation.needs();
        callers.forEach((role, caller) -> {
            boolean may = ANYWHERE.contains(permission) || role.permissions().contains(permission);
            ServiceClient.Answer answer = requests.of(operation).sendAs(caller);
            if (may ? answer.status() >= 300 : answer.status() != 403) {
                wrong.add("%s by %s (needs %s): %s".formatted(operation.id(), role, permission, answer));
            }
        });
        if (!ANYWHERE.contains(permission)) {
            ValidRequests.ValidRequest request = requests.of(operation);
            int status = request.sendAs(foreign).status();
            if (status != 404) {
                wrong.add("%s from elsewhere: %d".formatted(operation.id(), status));
            }
        }
        return wrong;
    }

    /** Foreign objects in the body or later in the path are as invisible as those that the path begins with. */
    @Test
    void foreignThingsAreNotThereWhereverTheyAreNamed() {
        var ours = new ValidRequests(school, TestServices.weekOfCamp());
        var theirs = new ValidRequests(other, TestServices.weekOfCamp());
        ServiceClient me = school.addPerson(Role.ADMINISTRATOR).browser();
        ServiceClient them = other.addPerson(Role.ADMINISTRATOR).browser();
        Object revision = them.get(theirs.plan()).at("/revision/id");
        Object mine = me.get(ours.plan()).at("/revision/id");
        TestSchool.Person stranger = other.addPerson(Role.PLANNER);
        String absence = (String) them.post(
                        theirs.plan() + "/absences",
                        Map.of(
                                "staffId", theirs.staff().value(),
                                "from", "2026-09-07T00:00",
                                "until", "2026-09-08T00:00"))
                .at("/id");
        var statuses = new TreeMap<String, Integer>();
        ServiceClient fresh = me.withHeader("If-Match", me.get(ours.plan()).tag());
        statuses.put(
                "return to a revision of theirs",
                fresh.post(ours.plan() + "/return", Map.of("revision", revision))
                        .status());
        statuses.put(
                "scenario from a revision of theirs",
                me.post(ours.plan() + "/scenarios", Map.of("title", "Tyveri", "revision", revision))
                        .status());
        statuses.put(
                "compare with a revision of theirs",
                me.get("/api/v1/revisions/" + mine + "/comparison/" + revision).status());
        statuses.put(
                "solve from a revision of theirs",
                me.post(ours.plan() + "/solves", Map.of("steps", 1, "revision", revision))
                        .status());
        statuses.put(
                "an absence of theirs",
                me.get(ours.plan() + "/absences/" + absence).status());
        statuses.put(
                "an absence of theirs, taken back",
                me.delete(ours.plan() + "/absences/" + absence).status());
        statuses.put(
                "an account of theirs",
                me.get(school.path() + "/accounts/" + stranger.id()).status());
        statuses.put(
                "roles for an account of theirs",
                me.withHeader("If-Match", "\"1\"")
                        .put(school.path() + "/accounts/" + stranger.id() + "/roles", Map.of("roles", List.of()))
                        .status());
        statuses.put(
                "a code for an account of theirs",
                me.post(school.path() + "/accounts/" + stranger.id() + "/password-code", Map.of())
                        .status());
        assertThat(statuses)
                .allSatisfy((what, status) ->
                        assertThat(status).as(what).isEqualTo(NAMED_IN_BODIES.contains(what) ? 422 : 404));
        assertThat(statuses).containsKeys(NAMED_IN_BODIES.toArray(String[]::new));
        assertThat(me.get(ours.plan()).at("/revision/id")).isEqualTo(mine);
        assertThat(them.get(theirs.plan() + "/absences/" + absence).status()).isEqualTo(200);
        ServiceClient.Answer token = me.post(
                "/api/v1/me/tokens",
                Map.of(
                        "name", "x",
                        "scopes", List.of("READ"),
                        "organisation", other.id(),
                        "expires", TestClock.now().plus(Duration.ofHours(1)).toString()));
        assertThat(token.status()).isEqualTo(422);
        ServiceClient.Answer ofThem = them.post(
                "/api/v1/me/tokens",
                Map.of(
                        "name", "x",
                        "scopes", List.of("READ"),
                        "expires", TestClock.now().plus(Duration.ofHours(1)).toString()));
        assertThat(me.delete("/api/v1/me/tokens/" + ofThem.at("/id")).status()).isEqualTo(404);
        assertThat(me.get(school.path() + "/audit?plan=" + theirs.plan().replaceAll(".*/", ""))
                        .at("/items/0"))
                .isEqualTo("null");
    }

    /** Returns the expected status; empty if the status is right. */
    private static String expectationMissed(
            OperationRegistry.RegisteredOperation operation, Permission permission, TestCaller walker, int status) {
        if (permission == Permission.NONE) {
            return status == 401 ? "an answer to anybody" : "";
        }
        if (!walker.isKnown()) {
            return status == 401 ? "" : "401";
        }
        if (!ANYWHERE.contains(permission) && !walker.isAtHome()) {
            return status == 404 ? "" : "404";
        }
        boolean isChangedOnPages =
                PLANS_CHANGE_BY.contains(permission) && !operation.path().startsWith("/api/");
        boolean may = permission == Permission.SIGNED_IN
                || (walker.has().contains(permission)
                        && (!isChangedOnPages || walker.has().contains(Permission.READ_STUDENTS)));
        if (may) {
            return status == 401 || status == 403 || status >= 500 ? "an answer" : "";
        }
        return status == 403 ? "" : "403";
    }

    /** Reads the status only, because the body may be an endless stream. */
    private int status(OperationRegistry.RegisteredOperation operation, String path, TestCaller walker) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .method(operation.method(), HttpRequest.BodyPublishers.noBody());
        if (!walker.token().isEmpty()) {
            request.header("Authorization", "Bearer " + walker.token());
        }
        try {
            HttpResponse<InputStream> answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the path with ids of the school. Later ids, which need not exist for a refusal, are {@code nothing}. */
    private String filledPath(OperationRegistry.RegisteredOperation operation) {
        Set<String> belongings = server.bean(OperationRegistry.class).organisationVariables();
        String path = operation.path();
        for (String variable : operation.variables()) {
            path = path.replace(
                    "{" + variable + "}", belongings.contains(variable) ? pathVariables.id(variable) : "nothing");
        }
        boolean isSearch = operation.id().equals("beginPlanning"); // for half a minute beside the other requests
        return isSearch ? path + "?seconds=1" : path;
    }

    /** Things of a school that paths lead to. */
    private static final class SchoolPathVariables {
        private final TestSchool school;
        private String plan = "";
        private String job = "";

        SchoolPathVariables(TestSchool school) {
            this.school = school;
        }

        /** Returns the id for a path variable; an unknown variable fails the test. */
        String id(String variable) {
            return switch (variable) {
                case "organisation" -> school.id();
                case "plan" -> plan();
                case "revision" ->
                    (String) ServiceClient.administrator(school.server())
                            .get("/api/v1/plans/" + plan())
                            .at("/revision/id");
                case "job" -> job();
                case "key" -> "0000000000000000";
                default ->
                    fail(
                            "No thing of the school is known for the path's variable (%s). Add one to SchoolPathVariables.id."
                                    .formatted(variable));
            };
        }

        /** Returns the plan; creates another one if a caller has deleted it. */
        private String plan() {
            ServiceClient administrator = ServiceClient.administrator(school.server());
            if (plan.isEmpty() || administrator.get("/api/v1/plans/" + plan).status() != 200) {
                plan = (String) TestPlans.createPlan(administrator, school.path(), TestServices.weekOfCamp())
                        .at("/id");
            }
            return plan;
        }

        private String job() {
            if (job.isEmpty()) {
                job = (String) ServiceClient.administrator(school.server())
                        .post("/api/v1/plans/" + plan() + "/solves", Map.of("steps", 1))
                        .at("/id");
            }
            return job;
        }
    }
}
