package dk.grundskema.api.service.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.Polling;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestSchool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A school whose lists can have any length: one element of each kind is created regularly, the others are copies of its rows.
 */
public final class LongListsFixture {
    private static final long STEPS = 20;

    /** A staff member of the camp. */
    private static final String STAFF = "bente";

    private final JdbcTemplate database;
    private final TestSchool school;
    private final TestSchool.Person person;
    private final ServiceClient client;
    private final String plan;
    private final String undone;
    private final String solve;
    private int size;

    private LongListsFixture(Server server) {
        this.database = server.bean(JdbcTemplate.class);
        this.school = TestSchool.create(server);
        this.person = school.addPerson(STAFF, Role.ADMINISTRATOR, Role.PLANNER, Role.STAFF);
        this.client = person.browser();
        ServiceClient all = ServiceClient.administrator(server);
        String place = TestPlans.createCampPlan(all, school.path());
        SolvedPlans.giveTimetable(server, place, STEPS, 1);
        done(all.withHeader("If-Match", all.get(place).tag())
                .post(place + "/publications", Map.of("confirmOpenSeats", true)));
        Answer asked = all.post(place + "/solves", Map.of("steps", 5));
        this.solve = String.valueOf(asked.at("/id"));
        Polling.until(() -> all.get("/api/v1/solves/" + solve), Polling::hasEnded);
        this.plan = TestPlans.planIdOf(place).value();
        String other = TestPlans.createCampPlan(all, school.path());
        SolvedPlans.giveTimetable(server, other, STEPS, 1);
        done(all.withHeader("If-Match", all.get(other).tag()).post(other + "/undo", Map.of()));
        this.undone = TestPlans.planIdOf(other).value();
    }

    /** Creates a school on a service, with one or two elements of each kind. */
    public static LongListsFixture create(Server server) {
        return new LongListsFixture(server);
    }

    /** Returns all operations of a running service. */
    public static Map<RequestMappingInfo, HandlerMethod> operations(Server server) {
        return requireNonNull(server.bean(DispatcherServlet.class).getHandlerMappings()).stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(one -> one.getHandlerMethods().entrySet().stream())
                .filter(one -> one.getValue().getBeanType().getName().startsWith("dk.grundskema."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    /** Returns a client that may read everything. */
    public ServiceClient client() {
        return client;
    }

    /** A path with its variables filled in. */
    public String filledPath(String path) {
        return path.replace("{organisation}", school.id()).replace("{plan}", plan);
    }

    /** Adds a number of copies of each element to the lists. */
    public void grow(int count) {
        for (int i = 0; i < count; i++) {
            size++;
            String id = school.id() + "-" + size;
            Map<String, String> fresh = Map.of("id", "'" + id + "'");
            copy("organisation", "id", school.id(), with(fresh, "parent", "'" + school.id() + "'"));
            copy("account", "id", person.id(), with(fresh, "sign_in_name", "'" + id + "'"));
            copy("role_grant", "account", person.id(), Map.of("account", "'" + id + "'"));
            audit(plan);
            audit(id);
            scenario(id);
            plan(undone, id + "-undone", "archived = NULL");
            plan(plan, id + "-archived", "archived = created");
            plan(plan, id + "-deleted", "deleted = created");
            copy("solve_job", "id", solve, with(fresh, "task", "'" + id + "'"));
            revision(id);
            copy("publication", "plan", plan, Map.of("number", String.valueOf(1 + size)), "number = 1");
        }
    }

    private void plan(String of, String id, String assignment) {
        copy("plan", "id", of, Map.of("id", "'" + id + "'", "family", "'" + id + "'", "in_use", "FALSE"));
        database.update("UPDATE plan SET " + assignment + " WHERE id = ?", id);
    }

    private void audit(String read) {
        database.update(
                "INSERT INTO audit (at, account, organisation, plan, kind, action, request)"
                        + " SELECT created, id, ?, ?, 'SEEN', 'getPlan', '' FROM account WHERE id = ?",
                school.id(),
                read,
                person.id());
    }

    /** A published plan of the same family, with links of the person. */
    private void scenario(String id) {
        String head = "'" + id + "-head'";
        copy("plan", "id", plan, Map.of("id", "'" + id + "'", "head", head, "tip", head, "in_use", "FALSE"));
        Map<String, String> inIt = Map.of("plan", "'" + id + "'");
        copy("revision", "plan", plan, with(inIt, "id", head), "id = (SELECT head FROM plan WHERE id = revision.plan)");
        copy("publication", "plan", plan, inIt, "number = 1");
        link(id + "-own", inIt);
        link(id + "-other", Map.of("owner", "'" + id + "'"));
    }

    private void link(String id, Map<String, String> others) {
        Map<String, String> fresh = with(others, "id", "'" + id + "'");
        copy(
                "feed_link",
                "plan",
                plan,
                with(fresh, "token", "'" + id + "'"),
                "kind = 'STAFF' AND owner = '" + STAFF + "'");
    }

    private void revision(String id) {
        copy(
                "revision",
                "plan",
                plan,
                Map.of("id", "'" + id + "'", "number", "" + (100 + size), "plan_version", "" + (100 + size)),
                "number = 1");
    }

    private static Map<String, String> with(Map<String, String> some, String column, String value) {
        var all = new HashMap<>(some);
        all.put(column, value);
        return all;
    }

    private void copy(String table, String key, String of, Map<String, String> others) {
        copy(table, key, of, others, "1 = 1");
    }

    /** @param others values of further columns of the copies, in SQL */
    private void copy(String table, String key, String of, Map<String, String> others, String which) {
        List<String> columns = database.query("SELECT * FROM " + table + " WHERE 1 = 0", rows -> {
            var names = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return names;
        });
        database.update(
                "INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s = ? AND %s"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                columns.stream()
                                        .map(column -> others.getOrDefault(column, column))
                                        .collect(Collectors.joining(", ")),
                                table,
                                key,
                                which),
                of);
    }

    /** Locks at least a number of meetings of the plan. Call it before lists grow, because it creates revisions. */
    public void addLocks(int count) {
        ServiceClient all = ServiceClient.administrator(school.server());
        String place = "/api/v1/plans/" + plan;
        for (int i = 0; all.get(place + "/locks").at("/sessions/" + (count - 1)).equals("null"); i++) {
            Object staff = all.get(place + "/staff").at("/items/" + i + "/id");
            assertThat(staff).as("there are too few meetings to lock").isNotEqualTo("null");
            all.withHeader("If-Match", all.get(place).tag())
                    .post(place + "/locks", Map.of("staffId", staff, "what", List.of("TIME")));
        }
    }

    /** Marks all solves as waiting, or none. Waiting ones are never run, because they are in the lists but in no queue. */
    public void setSolvesWaiting(boolean isWaiting) {
        database.update(
                "UPDATE solve_job SET state = ? WHERE organisation = ?", isWaiting ? "QUEUED" : "DONE", school.id());
    }
}
