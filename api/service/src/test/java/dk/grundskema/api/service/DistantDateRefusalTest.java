package dk.grundskema.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.access.OperationRegistry;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.Role;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.platform.testing.TestSchool;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.api.service.testing.ValidRequests;
import dk.grundskema.api.service.testing.ValidRequests.ValidRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation with a date refuses unsupported dates with a finding, before it changes anything. */
final class DistantDateRefusalTest {
    private static final Path DOCUMENT = Path.of("src/main/resources/dk/grundskema/api/service/openapi.json");
    /** The dates just beyond; {@code IsoDateParserTest} has others. */
    private static final List<String> FAR = List.of("1899-12-31", "+10000-01-01");

    /** The first and the last date that are accepted: every operation can handle them. */
    private static final List<String> ENDS = List.of("1900-01-01", "9999-12-31");

    /** The places of dates in requests, and their notation; parts of a place are separated by slashes, numbers are indexes in lists. */
    private static final Map<String, List<String>> PLACES = places();

    /** Operations that take a problem in file format, whose content the document does not describe. */
    private static final Set<String> OF_PROBLEMS = Set.of("createPlan", "changeProblem");

    /** Operations that take files: see below, and the test of archives. */
    private static final Set<String> OF_FILES = Set.of(
            "importFiles",
            "importFilesIntoPlan",
            "previewSchoolTimetable",
            "readArchive",
            "tryPlanSheets",
            "keepPlanSheets");

    private static Map<String, List<String>> places() {
        var all = new TreeMap<String, List<String>>();
        all.put("addAbsence", List.of("from#T08:00", "until#T08:00"));
        all.put("addIntervention", List.of("parameters/firstDay"));
        all.put("changeProblem", List.of("problem/horizon/closedDays/0", "problem/staff/0/availability/except/0/from"));
        all.put("createMyToken", List.of("expires#T00:00:00Z"));
        all.put("createPlan", List.of("problem/horizon/closedDays/0", "problem/schools/0/terms/0/until"));
        all.put("forgetPeople", List.of("endedBefore"));
        all.put("listStandIns", List.of("?now#T00:00"));
        all.put("lock", List.of("date"));
        all.put("makeNextTerm", List.of("firstDay"));
        all.put("putDelivery", List.of("?date"));
        all.put("putHorizon", List.of("closedDays/0"));
        all.put("putIntervention", List.of("parameters/lastDay"));
        all.put("putOwnDelivery", List.of("?date"));
        all.put("putRoom", List.of("availability/except/0/from"));
        all.put("putStaffMember", List.of("availability/only/0/until"));
        all.put("putStudent", List.of("availability/except/0/until"));
        all.put("removeDelivery", List.of("?date"));
        all.put("removeOwnDelivery", List.of("?date"));
        all.put("previewChange", List.of("now#T00:00"));
        all.put("repair", List.of("now#T00:00"));
        all.put("takeSeat", List.of("now#T00:00"));
        all.put("unlock", List.of("date"));
        return all;
    }

    @Test
    void everyOperationThatTakesADateIsTried() throws IOException {
        Map<?, ?> document = document();
        var taking = new TreeSet<>(OF_PROBLEMS);
        ((Map<?, ?>) document.get("paths"))
                .forEach((path, operations) -> ((Map<?, ?>) operations).forEach((method, each) -> {
                    var operation = (Map<?, ?>) each;
                    boolean takes = hasDate(operation.get("parameters"), document, new HashSet<>())
                            || hasDate(operation.get("requestBody"), document, new HashSet<>());
                    if (takes && !OF_FILES.contains(String.valueOf(operation.get("operationId")))) {
                        taking.add(String.valueOf(operation.get("operationId")));
                    }
                }));
        assertThat(taking)
                .as("operations that take a date; add the place of a new one to the places")
                .isEqualTo(PLACES.keySet());
    }

    private static Map<?, ?> document() throws IOException {
        if (JsonTreeParser.parse(Files.readString(DOCUMENT)) instanceof ReadResult.Success<Json> good
                && Json.toJava(good.value()) instanceof Map<?, ?> document) {
            return document;
        }
        throw new IllegalStateException("The document is no JSON.");
    }

    private static boolean hasDate(Object described, Map<?, ?> document, Set<Object> seen) {
        return switch (described) {
            case List<?> list -> list.stream().anyMatch(each -> hasDate(each, document, seen));
            case Map<?, ?> map ->
                String.valueOf(map.get("format")).startsWith("date")
                        || String.valueOf(map.get("pattern")).contains("T[0-9]")
                        || (map.get("$ref") instanceof String to
                                && seen.add(to)
                                && hasDate(at(document, to), document, seen))
                        || map.entrySet().stream()
                                .filter(each -> !String.valueOf(each.getKey()).startsWith("example"))
                                .anyMatch(each -> hasDate(each.getValue(), document, seen));
            case null, default -> false;
        };
    }

    private static Object at(Map<?, ?> document, String reference) {
        Object at = document;
        for (String step : reference.substring(2).split("/", -1)) {
            at = ((Map<?, ?>) at).get(step);
        }
        return at;
    }

    @Test
    @Tag("http")
    void datesThatNoCalendarKnowsAreRefused() {
        Server server = TestServices.on(TestDatabase.H2);
        TestSchool school = TestSchool.create(server);
        var requests = new ValidRequests(school, TestServices.weekOfCamp());
        ServiceClient client = ServiceClient.administrator(server);
        ServiceClient own =
                school.addPerson(Role.STAFF, requests.staff().value()).browser();
        for (OperationRegistry.RegisteredOperation operation :
                server.bean(OperationRegistry.class).all()) {
            for (String place : PLACES.getOrDefault(operation.id(), List.of())) {
                ServiceClient caller = operation.needs() == Permission.OWN ? own : client;
                ValidRequest valid = requests.of(operation);
                for (String far : FAR) {
                    assertRefused(with(valid, place, far).sendAs(caller), operation.id() + " " + place + " " + far);
                }
                for (String end : ENDS) {
                    Answer answer = with(requests.of(operation), place, end).sendAs(caller);
                    assertThat(answer.status())
                            .as("%s %s %s: %s", operation.id(), place, end, answer.body())
                            .isLessThan(500);
                }
            }
        }
    }

    private static void assertRefused(Answer answer, String what) {
        boolean isQuery = what.contains("?");
        assertThat(answer.status()).as("%s: %s", what, answer.body()).isEqualTo(isQuery ? 400 : 422);
        assertThat(answer.body()).as(what).contains(isQuery ? "rest.bad-parameter" : "\"date.too-far\"");
    }

    /** The same request with another date at a place. */
    private static ValidRequest with(ValidRequest valid, String place, String date) {
        String[] parts = place.split("#", -1);
        String value = date + (parts.length > 1 ? parts[1] : "");
        if (place.startsWith("?")) {
            String encoded = value.replace("+", "%2B");
            return new ValidRequest(
                    valid.method(),
                    valid.path().replaceFirst("([?&]" + parts[0].substring(1) + "=)[^&]*", "$1" + encoded),
                    valid.body(),
                    valid.ifMatch());
        }
        @SuppressWarnings("unchecked") // it is an object
        var body = (Map<String, Object>) set(valid.body(), parts[0].split("/", -1), 0, value);
        return new ValidRequest(valid.method(), valid.path(), body, valid.ifMatch());
    }

    private static Object set(Object in, String[] steps, int from, Object value) {
        if (from == steps.length) {
            return value;
        }
        if (steps[from].equals("0")) {
            Object first =
                    in instanceof List<?> list && !list.isEmpty() ? list.getFirst() : new HashMap<String, Object>();
            return List.of(set(first, steps, from + 1, value));
        }
        var changed = new LinkedHashMap<String, Object>();
        if (in instanceof Map<?, ?> map) {
            map.forEach((name, each) -> changed.put(String.valueOf(name), each));
        }
        changed.put(steps[from], set(changed.getOrDefault(steps[from], Map.of()), steps, from + 1, value));
        return changed;
    }
}
