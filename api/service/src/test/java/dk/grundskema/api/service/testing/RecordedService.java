package dk.grundskema.api.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.TestSchool;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/**
 * A service that records its statements, with a published camp that another account made. Counts the statements of single requests on all threads
 * at the data source, with empty caches; authentication, authorisation and audit log are included. A person's first request of a minute also
 * records the last use of the session: each count comes after such a request.
 */
public final class RecordedService {
    /** A staff member of the camp, as which the person works. */
    public static final String STAFF = "bente";

    private final Server server;
    private final ServiceClient creator;
    private final TestSchool school;
    private final TestSchool.Person person;
    private final ServiceClient client;
    private final String place;
    private final CacheClearer caches;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, List<String>> exceeded = new TreeMap<>();

    private RecordedService(Server server) {
        this.server = server;
        this.school = TestSchool.create(server);
        this.creator = ServiceClient.administrator(server);
        this.place = TestPlans.createPlan(creator, school.path(), TestServices.weekOfCamp())
                .header("Location");
        SolvedPlans.giveTimetable(server, place, 20, 1);
        creator.withHeader("If-Match", creator.get(place).tag())
                .post(place + "/publications", Map.of("confirmOpenSeats", true));
        this.person = school.addPerson(STAFF, Role.ADMINISTRATOR, Role.PLANNER, Role.STAFF);
        this.client = person.browser();
        StatementRecorder.awaitSilence();
        this.caches = new CacheClearer(server);
    }

    /** Creates a school with a published plan in a service that {@link StatementRecorder} started. */
    public static RecordedService create(Server server) {
        return new RecordedService(server);
    }

    public Server server() {
        return server;
    }

    /** The person who makes the counted requests: administrator, planner and staff member. */
    public TestSchool.Person person() {
        return person;
    }

    /** The person's client. */
    public ServiceClient client() {
        return client;
    }

    /** The client of another account, which made the plan. */
    public ServiceClient creator() {
        return creator;
    }

    /** Path of the plan in the REST API. */
    public String place() {
        return place;
    }

    /** Path of the plan's page. */
    public String page() {
        return "/plans/" + TestPlans.planIdOf(place).value();
    }

    /** The person's client with the version that a plan has now. */
    public ServiceClient versioned(String of) {
        return client.withHeader("If-Match", client.get(of).tag());
    }

    /**
     * Counts the statements of a request.
     *
     * @param what    name of the request
     * @param most    maximum number of statements
     * @param request sends the request; returns the status of the answer
     */
    public void count(String what, int most, IntSupplier request) {
        client.get("/api/v1/me");
        caches.clear();
        StatementRecorder.clear();
        int status = request.getAsInt();
        List<String> statements = StatementRecorder.statements();
        assertThat(status).as(what).isBetween(200, 399);
        assertThat(statements).as(what).isNotEmpty();
        counts.put(what, statements.size());
        if (statements.size() > most) {
            exceeded.put(what, statements);
        }
    }

    /** Returns the number of statements of each request. */
    public Map<String, Integer> counts() {
        return counts;
    }

    /** Returns the statements of the requests that took too many. */
    public Map<String, List<String>> exceeded() {
        return exceeded;
    }
}
